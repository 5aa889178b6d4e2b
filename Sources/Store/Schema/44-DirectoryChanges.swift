extension Migration {
    /// How much an agency's directory changes on one day of what rules go by, and what waits for a word.
    static let directoryChanges = Migration(
        number: 44, name: "directory-changes",
        statements: [
            """
            CREATE TABLE directory_change (
                agency TEXT NOT NULL,
                person TEXT NOT NULL,
                changed_on TEXT NOT NULL CHECK (length(changed_on) = 10),
                is_held BIGINT NOT NULL CHECK (is_held IN (0, 1)),
                loses_role BIGINT NOT NULL CHECK (loses_role IN (0, 1)),
                PRIMARY KEY (agency, person),
                FOREIGN KEY (agency, person) REFERENCES person (agency, id)
            ) WITHOUT ROWID
            """,
            "CREATE INDEX directory_change_by_day ON directory_change (agency, is_held, changed_on)",
            """
            CREATE TABLE directory_allowance (
                agency TEXT NOT NULL PRIMARY KEY REFERENCES agency (id),
                allowed_on TEXT NOT NULL CHECK (length(allowed_on) = 10)
            ) WITHOUT ROWID
            """,
        ])
}
