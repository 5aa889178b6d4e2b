extension Migration {
    /// What goes with personnel files: the roles that one ended, so that a later one gives them back; which of the agency's headings is
    /// which column; and a file that was sent by a browser and waits for a word.
    static let personnelFiles = Migration(
        number: 30, name: "personnel files",
        statements: [
            """
            CREATE TABLE import_ending (
                holding TEXT NOT NULL PRIMARY KEY REFERENCES holding (id),
                agency TEXT NOT NULL REFERENCES agency (id),
                import TEXT NOT NULL CHECK (length(import) = 26),
                ended_on TEXT NOT NULL CHECK (length(ended_on) = 10),
                held_until TEXT CHECK (held_until IS NULL OR held_until > ended_on),
                vouched BLOB NOT NULL CHECK (length(vouched) = 32)
            ) WITHOUT ROWID
            """,
            "CREATE INDEX import_ending_by_day ON import_ending (agency, ended_on)",
            """
            CREATE TABLE personnel_column (
                agency TEXT NOT NULL REFERENCES agency (id),
                field TEXT NOT NULL,
                heading TEXT NOT NULL,
                PRIMARY KEY (agency, field, heading),
                CHECK (field <> '' OR heading <> '')
            ) WITHOUT ROWID
            """,
            """
            CREATE TABLE personnel_upload (
                agency TEXT NOT NULL,
                account TEXT NOT NULL,
                sealed BLOB NOT NULL,
                ends_at BIGINT NOT NULL,
                PRIMARY KEY (agency, account),
                FOREIGN KEY (agency, account) REFERENCES account (agency, id)
            ) WITHOUT ROWID
            """,
            "CREATE INDEX personnel_upload_by_end ON personnel_upload (ends_at)",
        ])
}
