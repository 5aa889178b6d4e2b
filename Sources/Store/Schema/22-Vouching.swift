extension Migration {
    /// The chain vouches for accounts and their roles from here on. What is there already is taken over once for each agency, as what
    /// it is; which agencies are still to be taken over stands here until it is done.
    ///
    /// The index holds all that is asked for: without that SQLite takes a walk along the whole chain to be as short.
    static let vouching = Migration(
        number: 22, name: "vouching",
        statements: [
            """
            CREATE INDEX audit_entry_vouching ON audit_entry (agency, subject, number, act, actor, at, payload_hash)
            WHERE act IN ('account.vouched', 'role.vouched', 'account.taken-over', 'role.taken-over',
                'account.accepted', 'role.accepted')
            """,
            "CREATE TABLE vouching_due (agency TEXT NOT NULL PRIMARY KEY REFERENCES agency (id)) WITHOUT ROWID",
            "INSERT INTO vouching_due (agency) SELECT id FROM agency",
            """
            CREATE TABLE team_told (
                agency TEXT NOT NULL,
                account TEXT NOT NULL,
                entry BIGINT NOT NULL,
                PRIMARY KEY (agency, account),
                FOREIGN KEY (agency, account) REFERENCES account (agency, id)
            ) WITHOUT ROWID
            """,
        ])
}
