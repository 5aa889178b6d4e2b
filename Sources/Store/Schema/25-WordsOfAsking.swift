extension Migration {
    /// That somebody was told of a request within the hour, so that whoever asks all night wakes nobody all night. It says not of
    /// which, and goes with the hour or the answer.
    static let wordsOfAsking = Migration(
        number: 25, name: "words of asking",
        statements: [
            """
            CREATE TABLE word_of_asking (
                agency TEXT NOT NULL,
                account TEXT NOT NULL,
                id TEXT NOT NULL CHECK (length(id) = 26),
                ends_at BIGINT NOT NULL,
                more_waits BIGINT NOT NULL CHECK (more_waits IN (0, 1)),
                PRIMARY KEY (agency, account, id),
                FOREIGN KEY (agency, account) REFERENCES account (agency, id)
            ) WITHOUT ROWID
            """,
            "CREATE INDEX word_of_asking_by_end ON word_of_asking (ends_at, id)",
        ])
}
