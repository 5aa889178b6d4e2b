// Papers that only named offices and people read, and which reminders were given. A paper's row tells its kind and for which offices it
// is; whose it is stands in the feature that it belongs to.
extension Migration {
    static let papersAndReminders = Migration(
        number: 33, name: "papers and reminders",
        statements: [
            """
            CREATE TABLE sealed_paper (
                id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
                agency TEXT NOT NULL REFERENCES agency (id),
                kind TEXT NOT NULL,
                offices TEXT NOT NULL,
                sealed BLOB NOT NULL
            )
            """,
            "CREATE INDEX sealed_paper_by_agency ON sealed_paper (agency, id)",
            """
            CREATE TABLE sealed_paper_copy (
                paper TEXT NOT NULL REFERENCES sealed_paper (id),
                account TEXT NOT NULL,
                agency TEXT NOT NULL,
                copy BLOB NOT NULL,
                PRIMARY KEY (paper, account),
                FOREIGN KEY (agency, account) REFERENCES account (agency, id)
            ) WITHOUT ROWID
            """,
            "CREATE INDEX sealed_paper_copy_by_account ON sealed_paper_copy (agency, account)",
            """
            CREATE TABLE reminder (
                agency TEXT NOT NULL REFERENCES agency (id),
                kind TEXT NOT NULL,
                about TEXT NOT NULL,
                due_on TEXT NOT NULL CHECK (length(due_on) = 10),
                PRIMARY KEY (agency, kind, about, due_on)
            ) WITHOUT ROWID
            """,
            "CREATE INDEX reminder_by_day ON reminder (agency, due_on)",
        ])
}
