import Store

extension SampleRow {
    /// A session that a partner holds, and a message between teams. The partner comes with the agreements.
    static let ofRegionalTeams: [SampleRow] = [
        SampleRow(
            table: "gathering", hasParent: true,
            statement:
                """
                INSERT INTO gathering (id, agency, kind, title, place, day, from_at, until_at, topics, is_budgeted, status,
                    code)
                VALUES ('hhhhhhhhhhhhhhhhhhhhhhhhhh', 'b', 'training', 't', 'p', '2026-11-20', 1, 2, '', 0, 'planned',
                    'hhhhhhhhhhhhhhhhhhhhhhhhhh')
                """),
        SampleRow(
            table: "joint_session", hasParent: true,
            statement:
                """
                INSERT INTO joint_session (gathering, agency, held, holder)
                VALUES (\(id), 'a', 'hhhhhhhhhhhhhhhhhhhhhhhhhh', 'b')
                """),
        SampleRow(
            table: "regional_message", hasParent: true,
            statement:
                """
                INSERT INTO regional_message (id, agency, sent_on, last_day, sealed)
                VALUES (\(id), 'a', '2026-11-20', '2026-12-19', \(bytes(8221)))
                """),
        SampleRow(
            table: "regional_message_copy", hasParent: true,
            statement:
                """
                INSERT INTO regional_message_copy (message, account, agency, copy) VALUES (\(id), 'c', 'a', \(bytes(80)))
                """),
    ]
}
