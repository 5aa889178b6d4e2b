// What several agencies do together as a team of the region: sessions that each has as its own, and sealed messages between the teams.
// Of a message no column tells who wrote it or who read it, nor the hour.
extension Migration {
    static let regionalTeams = Migration(
        number: 52, name: "regional teams",
        statements: [
            "ALTER TABLE gathering ADD COLUMN is_joint BIGINT NOT NULL DEFAULT 0 CHECK (is_joint IN (0, 1))",
            """
            CREATE TABLE joint_session (
                gathering TEXT NOT NULL PRIMARY KEY,
                agency TEXT NOT NULL,
                held TEXT NOT NULL,
                holder TEXT NOT NULL,
                UNIQUE (held, agency),
                CHECK (agency <> holder),
                FOREIGN KEY (agency, gathering) REFERENCES gathering (agency, id),
                FOREIGN KEY (holder, held) REFERENCES gathering (agency, id)
            ) WITHOUT ROWID
            """,
            """
            CREATE TABLE regional_message (
                id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
                agency TEXT NOT NULL REFERENCES agency (id),
                sent_on TEXT NOT NULL CHECK (length(sent_on) = 10),
                last_day TEXT NOT NULL CHECK (length(last_day) = 10),
                sealed BLOB NOT NULL,
                CHECK (sent_on <= last_day)
            ) WITHOUT ROWID
            """,
            "CREATE INDEX regional_message_by_end ON regional_message (agency, last_day)",
            """
            CREATE TABLE regional_message_copy (
                message TEXT NOT NULL REFERENCES regional_message (id),
                account TEXT NOT NULL,
                agency TEXT NOT NULL,
                copy BLOB NOT NULL,
                PRIMARY KEY (message, account),
                FOREIGN KEY (agency, account) REFERENCES account (agency, id)
            ) WITHOUT ROWID
            """,
            "CREATE INDEX regional_message_copy_by_account ON regional_message_copy (agency, account)",
        ])
}
