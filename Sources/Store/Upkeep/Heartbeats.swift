import Program

extension Transaction {
    /// Keeps that a worker has just gone its round.
    package func setHeartbeat(_ worker: String, at now: Instant) throws {
        try execute(
            """
            INSERT INTO heartbeat (worker, at) VALUES (\(worker), \(now.milliseconds))
            ON CONFLICT (worker) DO UPDATE SET at = excluded.at
            """)
    }

    /// Keeps that something was written, and gives the moment that stands there now. It only ever goes forward, whatever becomes of
    /// the clocks: each write has a later one.
    package func noteWrite(at now: Instant) throws -> Int64 {
        let noted = try row(
            """
            INSERT INTO heartbeat (worker, at) VALUES ('writing', \(now.milliseconds))
            ON CONFLICT (worker) DO UPDATE
                SET at = CASE WHEN excluded.at > heartbeat.at THEN excluded.at ELSE heartbeat.at + 1 END
            RETURNING at
            """)
        guard let noted else { throw StoreFault.unreadable(column: "at", problem: "is not there") }
        return try noted.int64("at")
    }

    /// The moment of the newest such write, in milliseconds.
    package func lastWrite() throws -> Int64? {
        try row("SELECT at FROM heartbeat WHERE worker = 'writing'")?.int64("at")
    }

    /// When the worker last went its round, on whichever server.
    package func heartbeat(_ worker: String) throws -> Instant? {
        try row("SELECT at FROM heartbeat WHERE worker = \(worker)")
            .map { Instant(milliseconds: try $0.int64("at")) }
    }
}
