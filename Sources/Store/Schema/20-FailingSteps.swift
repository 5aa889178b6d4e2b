extension Migration {
    /// What the server's workers cannot do just now, so that every server of the database can tell it. A row says which step,
    /// and for which agency; never for whom in it.
    static let failingSteps = Migration(
        number: 20, name: "failing steps",
        statements: [
            """
            CREATE TABLE failing_step (
                worker TEXT NOT NULL,
                step TEXT NOT NULL,
                agency TEXT REFERENCES agency (id),
                fault TEXT NOT NULL,
                at BIGINT NOT NULL
            )
            """,
            "CREATE UNIQUE INDEX failing_step_by_name ON failing_step (worker, step, COALESCE(agency, ''))",
        ])
}
