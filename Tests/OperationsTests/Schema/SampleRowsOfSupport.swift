import Store

extension SampleRow {
    /// Who is on call when.
    static let ofRosters: [SampleRow] = [
        SampleRow(
            table: "roster_rotation", hasParent: true,
            statement:
                """
                INSERT INTO roster_rotation (id, agency, list, place, name, starts_on, hand_over, weeks)
                VALUES ('t', 'a', 'supporters', 1, 'Nights', '2026-11-02', 480, 1)
                """),
        SampleRow(
            table: "roster_member", hasParent: true,
            statement: "INSERT INTO roster_member (agency, rotation, account, turn) VALUES ('a', 't', 'c', 0)"),
        SampleRow(
            table: "roster_shift", hasParent: true,
            statement:
                """
                INSERT INTO roster_shift (agency, rotation, place, weekdays, begins, ends)
                VALUES ('a', 't', 0, 127, 1080, 360)
                """),
        SampleRow(
            table: "roster_override", hasParent: true,
            statement:
                """
                INSERT INTO roster_override (id, agency, list, account, from_at, until_at)
                VALUES ('v', 'a', 'supporters', 'c', 1, 2)
                """),
        SampleRow(
            table: "roster_swap", hasParent: true,
            statement:
                """
                INSERT INTO roster_swap (id, agency, list, giver, from_at, until_at, over_at)
                VALUES ('w', 'a', 'supporters', 'c', 1, 2, 2)
                """),
        SampleRow(
            table: "roster_leave", hasParent: true,
            statement:
                """
                INSERT INTO roster_leave (id, agency, account, first_day, last_day)
                VALUES ('l', 'a', 'c', '2026-12-24', '2026-12-26')
                """),
        SampleRow(
            table: "roster_hours", hasParent: true,
            statement:
                """
                INSERT INTO roster_hours (id, agency, account, kind, weekdays, begins, ends)
                VALUES ('u', 'a', 'c', 'off-duty', 31, 1080, 1320)
                """),
        SampleRow(
            table: "roster_feed", hasParent: true,
            statement: "INSERT INTO roster_feed (agency, account, token) VALUES ('a', 'c', \(bytes(32)))"),
        SampleRow(
            table: "roster_gap", hasParent: true,
            statement: "INSERT INTO roster_gap (agency, list, from_at, until_at) VALUES ('a', 'supporters', 1, 2)"),
    ]

    /// Requests, call-outs and what supporters show of themselves.
    static let ofRequests: [SampleRow] = [
        SampleRow(
            table: "request", hasParent: true,
            statement:
                """
                INSERT INTO request (id, agency, pack, receipt, seeker_copy, card, words, course, state, supporter, due_at)
                VALUES (\(id), 'a', 'h', \(bytes(32)), \(bytes(81)), \(bytes(1053)), \(bytes(16413)),
                    \(bytes(32797)), 'accepted', 'c', 1)
                """),
        SampleRow(
            table: "old_receipt", hasParent: true,
            statement: "INSERT INTO old_receipt (request, agency) VALUES (\(id), 'a')"),
        SampleRow(
            table: "request_copy", hasParent: true,
            statement:
                "INSERT INTO request_copy (request, agency, account, sealed) VALUES (\(id), 'a', 'c', \(bytes(81)))"),
        SampleRow(
            table: "request_reserve", hasParent: true,
            statement:
                """
                INSERT INTO request_reserve (request, agency, account, locked, wave)
                VALUES (\(id), 'a', 'c', \(bytes(110)), 4)
                """),
        SampleRow(
            table: "request_consultation", hasParent: true,
            statement:
                """
                INSERT INTO request_consultation (id, request, agency, account, sealed, ends_at)
                VALUES (\(id), \(id), 'a', 'c', \(bytes(81)), 1)
                """),
        SampleRow(
            table: "supervisor_code", hasParent: true,
            statement:
                """
                INSERT INTO supervisor_code (code, agency, mark, sealed, ends_on)
                VALUES (\(bytes(32)), 'a', \(bytes(32)), \(bytes(77)), '2026-11-20')
                """),
        SampleRow(
            table: "request_message", hasParent: true,
            statement:
                """
                INSERT INTO request_message (request, id, place, sealed, is_new)
                VALUES (\(id), \(id), 1, \(bytes(16413)), 1)
                """),
        SampleRow(
            table: "request_consent", hasParent: true,
            statement: "INSERT INTO request_consent (request, id, sealed) VALUES (\(id), \(id), \(bytes(4125)))"),
        SampleRow(
            table: "request_reminder", hasParent: true,
            statement:
                """
                INSERT INTO request_reminder (request, id, due_on, is_told) VALUES (\(id), \(id), '2026-11-20', 0)
                """),
        SampleRow(
            table: "call_out", hasParent: true,
            statement:
                "INSERT INTO call_out (id, agency, begun_by, begun_on) VALUES ('co', 'a', 'c', '2026-11-20')"),
        SampleRow(
            table: "call_out_page", hasParent: true,
            statement:
                """
                INSERT INTO call_out_page (call_out, place, agency, account, answer, paged_at)
                VALUES ('co', 1, 'a', 'c', 'accepted', 1)
                """),
        SampleRow(
            table: "call_out_activation", hasParent: true,
            statement:
                """
                INSERT INTO call_out_activation (id, call_out, agency, stage, waits_until)
                VALUES (\(id), 'co', 'a', 0, 1)
                """),
        SampleRow(
            table: "call_out_number", hasParent: true,
            statement:
                """
                INSERT INTO call_out_number (call_out, account, agency, sealed)
                VALUES ('co', 'c', 'a', \([UInt8](repeating: 1, count: 81)))
                """),
        SampleRow(
            table: "suspension", hasParent: true,
            statement:
                """
                INSERT INTO suspension (id, agency, account, ground, begun_by, begun_on)
                VALUES (\(id), 'a', 'c', 'breach', 'c', '2026-11-20')
                """),
        SampleRow(
            table: "suspension_holding", hasParent: true,
            statement: "INSERT INTO suspension_holding (suspension, holding) VALUES (\(id), 'o')"),
        SampleRow(
            table: "incident", hasParent: true,
            statement:
                """
                INSERT INTO incident (id, agency, kind, day, involved)
                VALUES (\(id), 'a', 'shooting', '2026-11-20', \(bytes(16413)))
                """),
        SampleRow(
            table: "incident_file", hasParent: true,
            statement:
                """
                INSERT INTO incident_file (id, agency, version, happened_on, has_scene, has_names, locked)
                VALUES ('iiiiiiiiiiiiiiiiiiiiiiiiii', 'a', 1, '2026-11-20', 0, 0, \(bytes(65565)))
                """),
        SampleRow(
            table: "supporter_card", hasParent: true,
            statement:
                """
                INSERT INTO supporter_card (agency, account, name, shows_unit, shows_rank, shows_shift, languages)
                VALUES ('a', 'c', 'Name', 1, 0, 0, 'Spanish')
                """),
        SampleRow(
            table: "supporter_photo", hasParent: true,
            statement:
                "INSERT INTO supporter_photo (id, agency, account, jpeg) VALUES ('ph', 'a', 'c', \(bytes(64)))"),
    ]
}
