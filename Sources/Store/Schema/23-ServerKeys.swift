extension Migration {
    /// By what the database knows the keys of its servers, so that none works with others.
    static let serverKeys = Migration(
        number: 23, name: "server keys",
        statements: [
            """
            CREATE TABLE server_key (
                file TEXT NOT NULL PRIMARY KEY,
                fingerprint BLOB NOT NULL CHECK (length(fingerprint) = 32)
            ) WITHOUT ROWID
            """
        ])
}
