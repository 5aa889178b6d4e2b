import Program

extension Transaction {
    package func insertRelease(_ id: String, on day: Day, sealed: [UInt8], agency: String) throws {
        try execute(
            """
            INSERT INTO duty_release (id, agency, day, sealed)
            VALUES (\(id), \(agency), \(day.text), \(sealed))
            """)
    }

    /// The locked release; nothing once its day is over.
    package func release(_ id: String, agency: String) throws -> [UInt8]? {
        try row("SELECT sealed FROM duty_release WHERE id = \(id) AND agency = \(agency)")?.blob("sealed")
    }

    /// Destroys the releases of days before, with the notices that told of them.
    package func destroyReleases(before day: Day, agency: String) throws {
        let over = try rows("SELECT id FROM duty_release WHERE agency = \(agency) AND day < \(day.text)").map {
            try $0.text("id")
        }
        guard !over.isEmpty else { return }
        try execute("DELETE FROM notice WHERE agency = \(agency) AND about IN (\(list: over))")
        try execute("DELETE FROM duty_release WHERE agency = \(agency) AND day < \(day.text)")
    }
}
