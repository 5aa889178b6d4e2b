extension Migration {
    /// Agencies and every pack that was ever in force, kept by hash for good.
    static let agencies = Migration(
        number: 1, name: "agencies and packs",
        statements: [
            """
            CREATE TABLE pack (
                hash TEXT NOT NULL PRIMARY KEY,
                id TEXT NOT NULL,
                content TEXT NOT NULL,
                archived_on TEXT NOT NULL
            )
            """,
            """
            CREATE TABLE agency (
                id TEXT NOT NULL PRIMARY KEY,
                slug TEXT NOT NULL UNIQUE CHECK (length(slug) BETWEEN 2 AND 60),
                name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
                time_zone TEXT NOT NULL,
                pack TEXT NOT NULL REFERENCES pack (hash)
            )
            """,
        ])
}
