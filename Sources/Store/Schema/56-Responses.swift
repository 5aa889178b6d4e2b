// How soon requests are answered: one box of one size for each agency and quarter, locked under a key of the server and anew every half
// hour, whether anything was counted or not; and what was told of each quarter once it was over.
extension Migration {
    static let responses = Migration(
        number: 56, name: "responses",
        statements: [
            """
            CREATE TABLE response_count (
                agency TEXT NOT NULL REFERENCES agency (id),
                quarter TEXT NOT NULL CHECK (length(quarter) = 7),
                sealed BLOB NOT NULL CHECK (length(sealed) = 8221),
                locked_in BIGINT NOT NULL,
                PRIMARY KEY (agency, quarter)
            ) WITHOUT ROWID
            """,
            """
            CREATE TABLE response_release (
                agency TEXT NOT NULL REFERENCES agency (id),
                quarter TEXT NOT NULL CHECK (length(quarter) = 7),
                pack TEXT NOT NULL REFERENCES pack (hash),
                content TEXT NOT NULL,
                content_hash TEXT NOT NULL CHECK (length(content_hash) = 64),
                PRIMARY KEY (agency, quarter)
            ) WITHOUT ROWID
            """,
        ])
}
