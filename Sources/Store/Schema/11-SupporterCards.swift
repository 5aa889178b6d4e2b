extension Migration {
    /// What each supporter chose to show to seekers. Whoever has no row shows nothing.
    static let supporterCards = Migration(
        number: 11, name: "supporter cards",
        statements: [
            """
            CREATE TABLE supporter_card (
                agency TEXT NOT NULL,
                account TEXT NOT NULL,
                name TEXT CHECK (length(name) BETWEEN 1 AND 80),
                shows_unit BIGINT NOT NULL CHECK (shows_unit IN (0, 1)),
                shows_rank BIGINT NOT NULL CHECK (shows_rank IN (0, 1)),
                shows_shift BIGINT NOT NULL CHECK (shows_shift IN (0, 1)),
                languages TEXT NOT NULL,
                experience TEXT,
                words TEXT,
                phone TEXT,
                phone_use TEXT CHECK (phone_use IN ('call', 'text', 'call-or-text')),
                PRIMARY KEY (agency, account),
                FOREIGN KEY (agency, account) REFERENCES account (agency, id),
                CHECK ((phone IS NULL) = (phone_use IS NULL))
            ) WITHOUT ROWID
            """
        ])
}
