extension Migration {
    /// The requests whose receipt is still derived slowly, so that the server knows when nobody can come with such a receipt any
    /// more. Nothing else is told of them here, and each row goes with its request.
    static let oldReceipts = Migration(
        number: 21, name: "old receipts",
        statements: [
            """
            CREATE TABLE old_receipt (
                request TEXT NOT NULL PRIMARY KEY,
                agency TEXT NOT NULL,
                FOREIGN KEY (agency, request) REFERENCES request (agency, id)
            ) WITHOUT ROWID
            """,
            "CREATE INDEX old_receipt_by_agency ON old_receipt (agency)",
            "INSERT INTO old_receipt (request, agency) SELECT id, agency FROM request",
        ])
}
