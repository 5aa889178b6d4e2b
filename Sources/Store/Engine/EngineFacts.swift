/// What whoever runs the server wants to know of the engine.
package struct EngineFacts: Sendable, Equatable {
    /// Such as `3.40.1` or `15.8 (Debian 15.8-0+deb12u1)`.
    package let version: String
    /// What the engine's own machine holds to be the time, in milliseconds since 1970; none where it is this machine.
    package let clock: Int64?
}

extension Database {
    /// What the engine says of itself. The one place besides the engines where a statement is written for one of them.
    package func facts() async throws -> EngineFacts {
        switch engine {
        case .sqlite:
            try await read { transaction in
                EngineFacts(
                    version: try transaction.row("SELECT sqlite_version() AS version")?.text("version") ?? "",
                    clock: nil)
            }
        case .postgresql:
            try await read { transaction in
                let row = try transaction.row(
                    """
                    SELECT current_setting('server_version') AS version,
                        CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT) AS clock
                    """)
                return EngineFacts(version: try row?.text("version") ?? "", clock: try row?.int64("clock"))
            }
        }
    }
}
