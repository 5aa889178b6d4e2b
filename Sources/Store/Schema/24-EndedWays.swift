extension Migration {
    /// What is known to be wrong with a way to reach somebody, so that its owner is told; and for which of our keys a browser
    /// allowed notifications, since it takes none by another.
    static let endedWays = Migration(
        number: 24, name: "ended ways",
        statements: [
            """
            ALTER TABLE contact_method ADD COLUMN trouble TEXT CHECK (trouble IN ('refused', 'gone', 'other-key'))
            """,
            "ALTER TABLE push_subscription ADD COLUMN server_key TEXT",
        ])
}
