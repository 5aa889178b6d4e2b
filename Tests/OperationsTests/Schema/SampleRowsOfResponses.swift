import Store

extension SampleRow {
    /// The box of a quarter's answers, and what was told of another.
    static let ofResponses: [SampleRow] = [
        SampleRow(
            table: "response_count", hasParent: true,
            statement:
                """
                INSERT INTO response_count (agency, quarter, sealed, locked_in)
                VALUES ('a', '2026-12', \(bytes(8221)), 1000)
                """),
        SampleRow(
            table: "response_release", hasParent: true,
            statement:
                """
                INSERT INTO response_release (agency, quarter, pack, content, content_hash)
                VALUES ('a', '2026-09', 'h', 'c', \(String(repeating: "a", count: 64)))
                """),
    ]
}
