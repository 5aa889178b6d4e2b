extension Migration {
    /// Acts of today and yesterday that may be sent again, each by a keyed hash of who sent what: nothing tells whose it was.
    static let doneActs = Migration(
        number: 18, name: "done-acts",
        statements: [
            """
            CREATE TABLE done_act (
                name BLOB NOT NULL PRIMARY KEY CHECK (length(name) = 32),
                made TEXT,
                day BIGINT NOT NULL
            ) WITHOUT ROWID
            """,
            "CREATE INDEX done_act_by_day ON done_act (day)",
        ])
}
