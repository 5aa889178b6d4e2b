extension Migration {
    /// The chain of what staff did, one for each agency, and apart from it the salts of what the entries stand for.
    static let audit = Migration(
        number: 6, name: "audit",
        statements: [
            """
            CREATE TABLE audit_entry (
                agency TEXT NOT NULL REFERENCES agency (id),
                number BIGINT NOT NULL CHECK (number > 0),
                at BIGINT NOT NULL,
                actor TEXT NOT NULL,
                act TEXT NOT NULL,
                subject TEXT,
                clauses TEXT NOT NULL,
                pack TEXT NOT NULL,
                payload_hash BLOB NOT NULL,
                hash BLOB NOT NULL,
                PRIMARY KEY (agency, number)
            ) WITHOUT ROWID
            """,
            """
            CREATE TABLE audit_salt (
                agency TEXT NOT NULL,
                number BIGINT NOT NULL,
                salt BLOB NOT NULL,
                PRIMARY KEY (agency, number),
                FOREIGN KEY (agency, number) REFERENCES audit_entry (agency, number)
            ) WITHOUT ROWID
            """,
        ])
}
