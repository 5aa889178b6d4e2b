import Store

/// One row of a table, in an order in which each finds those it refers to.
struct SampleRow: Sendable {
    let table: String
    /// Whether it refers to a row of another table.
    let hasParent: Bool
    let statement: SQL

    static let all: [SampleRow] =
        ofPeople + ofFigures + ofRosters + ofRequests + ofDelivery + ofNotices + ofGovernance + ofMembership
        + ofDirectory
        + ofTraining + ofPlanning + ofSelection + ofCommittees + ofPolicy + ofAnnouncements + ofRegisters + ofDutyTime
        + ofResponses
        + ofServices + ofReferrals + ofMutualAid + ofRegionalTeams + ofSharedIncidents + ofServer

    /// Of the server itself.
    private static let ofServer: [SampleRow] = [
        SampleRow(
            table: "done_act", hasParent: false,
            statement: "INSERT INTO done_act (name, made, day) VALUES (\(bytes(32)), 'm', 20000)"),
        SampleRow(
            table: "server_key", hasParent: false,
            statement: "INSERT INTO server_key (file, fingerprint) VALUES ('k', \(bytes(32)))"),
    ]

    static let id = String(repeating: "a", count: 26)

    static func bytes(_ count: Int) -> [UInt8] { Array(repeating: 7, count: count) }
}

extension SampleRow {
    /// Agencies, their people and who signs in.
    static let ofPeople: [SampleRow] = [
        SampleRow(
            table: "pack", hasParent: false,
            statement: "INSERT INTO pack (hash, id, content, archived_on) VALUES ('h', 'p', 'c', '2026-11-20')"),
        SampleRow(
            table: "agency", hasParent: true,
            statement:
                "INSERT INTO agency (id, slug, name, time_zone, pack) VALUES ('a', 'slug', 'Name', 'UTC', 'h')"),
        SampleRow(
            table: "person", hasParent: true,
            statement:
                """
                INSERT INTO person (id, agency, employee_number, given_name, family_name, unit, division, shift, rank,
                    classification, is_supervisor, hired_on, investigates)
                VALUES ('p', 'a', '1', 'G', 'F', 'u', 'd', 's', 'r', 'sworn', 0, '2020-01-01', 0)
                """),
        SampleRow(
            table: "account", hasParent: true,
            statement: "INSERT INTO account (id, agency, person, login, name) VALUES ('c', 'a', 'p', 'login', 'Name')"),
        SampleRow(
            table: "holding", hasParent: true,
            statement:
                "INSERT INTO holding (id, agency, account, role, starts_on) VALUES ('o', 'a', 'c', 'r', '2026-01-01')"),
        SampleRow(
            table: "office_proposal", hasParent: true,
            statement:
                """
                INSERT INTO office_proposal (id, agency, account, role, starts_on, proposed_by, proposed_on)
                VALUES (\(id), 'a', 'c', 'r', '2026-01-01', 'c', '2026-01-01')
                """),
        SampleRow(
            table: "import_ending", hasParent: true,
            statement:
                """
                INSERT INTO import_ending (holding, agency, import, ended_on, vouched)
                VALUES ('o', 'a', \(id), '2026-11-20', \(bytes(32)))
                """),
        SampleRow(
            table: "personnel_column", hasParent: true,
            statement: "INSERT INTO personnel_column (agency, field, heading) VALUES ('a', 'rank', 'Title')"),
        SampleRow(
            table: "personnel_upload", hasParent: true,
            statement:
                """
                INSERT INTO personnel_upload (agency, account, sealed, ends_at) VALUES ('a', 'c', \(bytes(40)), 1)
                """),
        SampleRow(
            table: "session", hasParent: true,
            statement:
                """
                INSERT INTO session (id, agency, account, wrapped_key, owes_second_factor, ends_at)
                VALUES (\(bytes(32)), 'a', 'c', \(bytes(61)), 0, 1)
                """),
        SampleRow(
            table: "sign_in_pause", hasParent: false,
            statement:
                "INSERT INTO sign_in_pause (name, failures, pause_ends_at) VALUES (\(bytes(32)), 1, 1)"),
    ]

    /// Contacts, sheets and what is published of them; the audit chain.
    static let ofFigures: [SampleRow] = [
        SampleRow(
            table: "sheet", hasParent: true,
            statement: "INSERT INTO sheet (id, agency, month, pack) VALUES (\(bytes(16)), 'a', '2026-10', 'h')"),
        SampleRow(
            table: "contact", hasParent: true,
            statement:
                """
                INSERT INTO contact (sheet, id, place, kind, marks)
                VALUES (\(bytes(16)), \(bytes(16)), 1, 0, 3)
                """),
        SampleRow(
            table: "filing", hasParent: true,
            statement:
                """
                INSERT INTO filing (agency, account, month, filed_on, minutes, is_late, pack)
                VALUES ('a', 'c', '2026-10', '2026-11-01', 45, 0, 'h')
                """),
        SampleRow(
            table: "named_sheet", hasParent: true,
            statement:
                """
                INSERT INTO named_sheet (sheet, agency, month, account, counted_in)
                VALUES (\(bytes(16)), 'a', '2026-10', 'c', '2026-10')
                """),
        SampleRow(
            table: "filed_sheet", hasParent: true,
            statement:
                """
                INSERT INTO filed_sheet (agency, month, account, counted_in, pack, sealed)
                VALUES ('a', '2026-10', 'c', '2026-10', 'h', \(bytes(4125)))
                """),
        SampleRow(
            table: "hours_box", hasParent: true,
            statement: "INSERT INTO hours_box (agency, quarter, sealed) VALUES ('a', '2026-Q4', \(bytes(16413)))"),
        SampleRow(
            table: "month_count", hasParent: true,
            statement:
                "INSERT INTO month_count (agency, month, figure, amount) VALUES ('a', '2026-10', 'sheets', 1)"),
        SampleRow(
            table: "release", hasParent: true,
            statement:
                """
                INSERT INTO release (id, agency, kind, period, pack, content, content_hash, published_at, published_by)
                VALUES ('e', 'a', 'monthly-summary', '2026-10', 'h', '{}', 'x', 1, 'c')
                """),
        SampleRow(
            table: "publication", hasParent: true,
            statement:
                """
                INSERT INTO publication (id, agency, release, period, pack, content, content_hash, published_at, published_by)
                VALUES ('e', 'a', 'summary', '2026-10', 'h', '{}', 'x', 1, 'c')
                """),
        SampleRow(
            table: "tally", hasParent: true,
            statement: "INSERT INTO tally (agency, month, sealed) VALUES ('a', '2026-10', \(bytes(32_797)))"),
        SampleRow(
            table: "audit_entry", hasParent: true,
            statement:
                """
                INSERT INTO audit_entry (agency, number, at, actor, act, clauses, pack, payload_hash, hash)
                VALUES ('a', 1, 1, 'operator', 'agency.founded', '', 'h', \(bytes(32)), \(bytes(32)))
                """),
        SampleRow(
            table: "audit_salt", hasParent: true,
            statement: "INSERT INTO audit_salt (agency, number, salt) VALUES ('a', 1, \(bytes(32)))"),
        SampleRow(
            table: "vouching_due", hasParent: true, statement: "INSERT INTO vouching_due (agency) VALUES ('a')"),
        SampleRow(
            table: "team_told", hasParent: true,
            statement: "INSERT INTO team_told (agency, account, entry) VALUES ('a', 'c', 1)"),
    ]
}
