extension Migration {
    /// Offices that check each other: what waits for a second person's yes, from when on whoever holds one is told what it is told,
    /// and who wrote in an after-action input, so that somebody else signs it.
    ///
    /// A holding from before has no such moment; its holder goes on to read what they could read.
    static let offices = Migration(
        number: 26, name: "offices",
        statements: [
            "ALTER TABLE holding ADD COLUMN told_from BIGINT",
            "ALTER TABLE designee ADD COLUMN told_from BIGINT",
            "CREATE INDEX account_by_person ON account (agency, person)",
            """
            CREATE TABLE office_proposal (
                id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
                agency TEXT NOT NULL,
                account TEXT NOT NULL,
                role TEXT NOT NULL,
                area TEXT,
                starts_on TEXT NOT NULL CHECK (length(starts_on) = 10),
                held_until TEXT CHECK (held_until IS NULL OR held_until >= starts_on),
                ends_holding TEXT REFERENCES holding (id),
                proposed_by TEXT NOT NULL,
                proposed_on TEXT NOT NULL CHECK (length(proposed_on) = 10),
                UNIQUE (agency, account, role),
                FOREIGN KEY (agency, account) REFERENCES account (agency, id),
                FOREIGN KEY (agency, proposed_by) REFERENCES account (agency, id)
            )
            """,
            """
            CREATE TABLE after_action_writer (
                after_action TEXT NOT NULL REFERENCES after_action (id),
                account TEXT NOT NULL,
                agency TEXT NOT NULL,
                PRIMARY KEY (after_action, account),
                FOREIGN KEY (agency, account) REFERENCES account (agency, id)
            ) WITHOUT ROWID
            """,
            """
            INSERT INTO after_action_writer (after_action, account, agency)
            SELECT id, drafted_by, agency FROM after_action
            """,
        ])
}
