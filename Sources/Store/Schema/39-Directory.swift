extension Migration {
    /// What goes with directories that push their changes, and who is due for the orientation of new employees (OCP-II.B.6).
    static let directory = Migration(
        number: 39, name: "directory",
        statements: [
            """
            CREATE TABLE orientation (
                agency TEXT NOT NULL,
                person TEXT NOT NULL,
                due_on TEXT NOT NULL CHECK (length(due_on) = 10),
                came_on TEXT CHECK (length(came_on) = 10),
                PRIMARY KEY (agency, person),
                FOREIGN KEY (agency, person) REFERENCES person (agency, id)
            ) WITHOUT ROWID
            """,
            "CREATE INDEX orientation_by_day ON orientation (agency, came_on, due_on)",
            """
            CREATE TABLE directory_token (
                id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
                agency TEXT NOT NULL REFERENCES agency (id),
                token BLOB NOT NULL UNIQUE CHECK (length(token) = 32),
                made_on TEXT NOT NULL CHECK (length(made_on) = 10),
                used_on TEXT CHECK (length(used_on) = 10)
            ) WITHOUT ROWID
            """,
            "CREATE INDEX directory_token_by_agency ON directory_token (agency)",
            """
            CREATE TABLE directory_entry (
                agency TEXT NOT NULL,
                person TEXT NOT NULL,
                user_name TEXT NOT NULL,
                user_key TEXT NOT NULL,
                external_id TEXT,
                PRIMARY KEY (agency, person),
                UNIQUE (agency, user_key),
                FOREIGN KEY (agency, person) REFERENCES person (agency, id)
            ) WITHOUT ROWID
            """,
            "CREATE INDEX directory_entry_by_external_id ON directory_entry (agency, external_id, user_key)",
            """
            CREATE TABLE directory_default (
                agency TEXT NOT NULL REFERENCES agency (id),
                field TEXT NOT NULL,
                value TEXT NOT NULL,
                PRIMARY KEY (agency, field)
            ) WITHOUT ROWID
            """,
            """
            CREATE TABLE directory_ending (
                agency TEXT NOT NULL,
                person TEXT NOT NULL,
                asked_on TEXT NOT NULL CHECK (length(asked_on) = 10),
                PRIMARY KEY (agency, person),
                FOREIGN KEY (agency, person) REFERENCES person (agency, id)
            ) WITHOUT ROWID
            """,
            "CREATE INDEX person_by_end ON person (agency, ended_on)",
        ])
}
