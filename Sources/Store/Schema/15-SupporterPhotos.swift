extension Migration {
    /// The pictures on supporters' cards. There is none without a card.
    static let supporterPhotos = Migration(
        number: 15, name: "supporter photos",
        statements: [
            """
            CREATE TABLE supporter_photo (
                id TEXT NOT NULL PRIMARY KEY,
                agency TEXT NOT NULL,
                account TEXT NOT NULL,
                jpeg BLOB NOT NULL CHECK (length(jpeg) BETWEEN 1 AND 65536),
                UNIQUE (agency, account),
                FOREIGN KEY (agency, account) REFERENCES supporter_card (agency, account)
            )
            """
        ])
}
