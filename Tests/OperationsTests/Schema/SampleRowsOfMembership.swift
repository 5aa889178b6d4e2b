import Store

extension SampleRow {
    /// Papers, reminders and memberships.
    static let ofMembership: [SampleRow] = [
        SampleRow(
            table: "sealed_paper", hasParent: true,
            statement:
                "INSERT INTO sealed_paper (id, agency, kind, offices, sealed) VALUES (\(id), 'a', 'k', 'r', \(bytes(1052)))"
        ),
        SampleRow(
            table: "sealed_paper_copy", hasParent: true,
            statement:
                "INSERT INTO sealed_paper_copy (paper, account, agency, copy) VALUES (\(id), 'c', 'a', \(bytes(80)))"),
        SampleRow(
            table: "reminder", hasParent: true,
            statement: "INSERT INTO reminder (agency, kind, about, due_on) VALUES ('a', 'k', 'm', '2026-11-20')"),
        SampleRow(
            table: "membership", hasParent: true,
            statement:
                """
                INSERT INTO membership (id, agency, account, origin, began_on, activated_on, term_ends_on)
                VALUES (\(id), 'a', 'c', 'selected', '2026-11-20', '2026-11-21', '2028-11-21')
                """),
        SampleRow(
            table: "membership_pause", hasParent: true,
            statement:
                """
                INSERT INTO membership_pause (membership, agency, cause, begun_on, until, paper)
                VALUES (\(id), 'a', 'own', '2026-11-22', '2026-12-22', \(id))
                """),
        SampleRow(
            table: "membership_holding", hasParent: true,
            statement:
                "INSERT INTO membership_holding (membership, holding, held_until) VALUES (\(id), 'o', '2028-11-21')"),
        SampleRow(
            table: "membership_event", hasParent: true,
            statement:
                """
                INSERT INTO membership_event (id, agency, membership, kind, day, place, by_account)
                VALUES (\(id), 'a', \(id), 'selected', '2026-11-20', 1, 'c')
                """),
        SampleRow(
            table: "agreement_text", hasParent: true,
            statement:
                """
                INSERT INTO agreement_text (agency, hash, content, asked_from)
                VALUES ('a', \(String(repeating: "0", count: 64)), 'Title', '2026-11-20')
                """),
        SampleRow(
            table: "agreement_signature", hasParent: true,
            statement:
                """
                INSERT INTO agreement_signature (agency, account, hash, name, signed_at)
                VALUES ('a', 'c', \(String(repeating: "0", count: 64)), 'Name', 1)
                """),
        SampleRow(
            table: "annual_review", hasParent: true,
            statement:
                """
                INSERT INTO annual_review (membership, agency, day, failed, by_account)
                VALUES (\(id), 'a', '2026-11-20', '', 'c')
                """),
        SampleRow(
            table: "removal", hasParent: true,
            statement:
                """
                INSERT INTO removal (id, agency, membership, ground, begun_by, begun_on)
                VALUES (\(id), 'a', \(id), 'g', 'c', '2026-11-20')
                """),
        SampleRow(
            table: "removal_hearing", hasParent: true,
            statement:
                """
                INSERT INTO removal_hearing (removal, role, agency, account, heard_on)
                VALUES (\(id), 'r', 'a', 'c', '2026-11-20')
                """),
        SampleRow(
            table: "relevant_reason", hasParent: true,
            statement:
                """
                INSERT INTO relevant_reason (id, agency, label, adopted_on, adopted_by)
                VALUES (\(id), 'a', 'Family', '2026-11-20', 'c')
                """),
    ]
}
