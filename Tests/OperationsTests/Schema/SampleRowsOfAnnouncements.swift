import Store

extension SampleRow {
    /// What is announced to circles of the programme, and feedback.
    static let ofAnnouncements: [SampleRow] = [
        SampleRow(
            table: "announcement", hasParent: true,
            statement:
                """
                INSERT INTO announcement (id, agency, office, announced_by, circles, title, words, last_day, asks_for_word,
                    announced_on, version)
                VALUES (\(id), 'a', 'r', 'c', 'r s', 'Title', 'Words', '2026-12-20', 1, '2026-11-20', 1)
                """),
        SampleRow(
            table: "announcement_word", hasParent: true,
            statement:
                """
                INSERT INTO announcement_word (announcement, account, agency, version, given_on)
                VALUES (\(id), 'c', 'a', 1, '2026-11-21')
                """),
        SampleRow(
            table: "feedback", hasParent: true,
            statement:
                """
                INSERT INTO feedback (id, agency, mark, giver_key, giver_copy, given_on)
                VALUES (\(id), 'a', \(bytes(32)), \(bytes(32)), \(bytes(80)), '2026-11-20')
                """),
        SampleRow(
            table: "feedback_box", hasParent: true,
            statement: "INSERT INTO feedback_box (agency, sealed, sealed_in) VALUES ('a', \(bytes(64)), 1)"),
    ]
}
