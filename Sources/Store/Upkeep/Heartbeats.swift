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

    /// When the worker last went its round, on whichever server.
    package func heartbeat(_ worker: String) throws -> Instant? {
        try row("SELECT at FROM heartbeat WHERE worker = \(worker)")
            .map { Instant(milliseconds: try $0.int64("at")) }
    }
}
