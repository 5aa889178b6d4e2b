import Store

extension SampleRow {
    /// Openings and applications.
    static let ofSelection: [SampleRow] = [
        SampleRow(
            table: "selection_opening", hasParent: true,
            statement:
                """
                INSERT INTO selection_opening (id, agency, opens_on, closes_on, words, posted_by)
                VALUES (\(id), 'a', '2026-11-20', '2026-12-20', 'w', 'c')
                """),
        SampleRow(
            table: "application", hasParent: true,
            statement:
                """
                INSERT INTO application (id, agency, account, begun_on, status, decided_on, is_preferred)
                VALUES (\(id), 'a', 'c', '2026-11-20', 'under-way', NULL, 1)
                """),
        SampleRow(
            table: "application_paper", hasParent: true,
            statement: "INSERT INTO application_paper (application, document, paper) VALUES (\(id), 'd', \(id))"),
        SampleRow(
            table: "application_entry", hasParent: true,
            statement:
                """
                INSERT INTO application_entry (application, step, part, by_account, name, day, number)
                VALUES (\(id), 's', 'done', 'c', 'N', '2026-11-21', 3)
                """),
        SampleRow(
            table: "application_rating", hasParent: true,
            statement:
                """
                INSERT INTO application_rating (application, step, item, rating, answers)
                VALUES (\(id), 's', 'i', 'well', 2)
                """),
        SampleRow(
            table: "peer_answer", hasParent: true,
            statement: "INSERT INTO peer_answer (id, application, sealed) VALUES (\(id), \(id), \(bytes(80)))"),
        SampleRow(
            table: "enrolment_letter", hasParent: true,
            statement:
                "INSERT INTO enrolment_letter (account, agency, sealed, ends_at) VALUES ('c', 'a', \(bytes(60)), 1)"),
        SampleRow(
            table: "nomination", hasParent: true,
            statement: "INSERT INTO nomination (account, agency, named_on) VALUES ('c', 'a', '2026-11-20')"),
        SampleRow(
            table: "peer_answered", hasParent: true,
            statement: "INSERT INTO peer_answered (application, mark) VALUES (\(id), \(bytes(32)))"),
    ]
}
