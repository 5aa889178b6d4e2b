extension Migration {
    /// Members taken off the team at once, and the roles that this interrupted. No column holds what led to it.
    static let suspensions = Migration(
        number: 16, name: "suspensions",
        statements: [
            """
            CREATE TABLE suspension (
                id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
                agency TEXT NOT NULL,
                account TEXT NOT NULL,
                ground TEXT NOT NULL,
                begun_by TEXT NOT NULL,
                begun_on TEXT NOT NULL CHECK (length(begun_on) = 10),
                confirmed_on TEXT CHECK (confirmed_on IS NULL OR confirmed_on >= begun_on),
                FOREIGN KEY (agency, account) REFERENCES account (agency, id),
                FOREIGN KEY (agency, begun_by) REFERENCES account (agency, id)
            )
            """,
            "CREATE INDEX suspension_by_account ON suspension (agency, account)",
            "CREATE UNIQUE INDEX suspension_open ON suspension (agency, account) WHERE confirmed_on IS NULL",
            """
            CREATE TABLE suspension_holding (
                suspension TEXT NOT NULL REFERENCES suspension (id),
                holding TEXT NOT NULL REFERENCES holding (id),
                held_until TEXT,
                PRIMARY KEY (suspension, holding)
            ) WITHOUT ROWID
            """,
        ])
}
