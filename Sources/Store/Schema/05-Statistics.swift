extension Migration {
    /// Counts folded from submitted sheets, and the tables published from them.
    static let statistics = Migration(
        number: 5, name: "statistics",
        statements: [
            """
            CREATE TABLE month_count (
                agency TEXT NOT NULL REFERENCES agency (id),
                month TEXT NOT NULL CHECK (length(month) = 7),
                figure TEXT NOT NULL,
                amount BIGINT NOT NULL CHECK (amount >= 0),
                PRIMARY KEY (agency, month, figure)
            ) WITHOUT ROWID
            """,
            """
            CREATE TABLE release (
                id TEXT NOT NULL PRIMARY KEY,
                agency TEXT NOT NULL,
                kind TEXT NOT NULL CHECK (kind IN ('monthly-summary')),
                period TEXT NOT NULL,
                pack TEXT NOT NULL REFERENCES pack (hash),
                content TEXT NOT NULL,
                content_hash TEXT NOT NULL,
                published_at BIGINT NOT NULL,
                published_by TEXT NOT NULL,
                UNIQUE (agency, kind, period),
                FOREIGN KEY (agency, published_by) REFERENCES account (agency, id)
            )
            """,
        ])
}
