import Store

extension SampleRow {
    /// A new text of an agency's rules on its way to being in force.
    static let ofPolicy: [SampleRow] = [
        SampleRow(
            table: "policy_draft", hasParent: true,
            statement:
                """
                INSERT INTO policy_draft (id, agency, pack, base, version, parts, content, starts_on)
                VALUES (\(id), 'a', \(packHash), 'h', '2', '[]', '{}', '2026-12-01')
                """),
        SampleRow(
            table: "policy_draft_step", hasParent: true,
            statement:
                """
                INSERT INTO policy_draft_step (draft, step, place, agency, account, done_on)
                VALUES (\(id), 'proposed', 0, 'a', 'c', '2026-11-20')
                """),
    ]

    private static let packHash = String(repeating: "0", count: 64)
}
