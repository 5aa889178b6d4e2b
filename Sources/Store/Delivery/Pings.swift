import Program

/// What a ping is about, as stored: a hash under a key of the server's, so that no id of it stands beside an account and nobody can
/// try one.
package struct PingKey: Sendable {
    let bytes: [UInt8]

    package init(mark: [UInt8]) { bytes = mark }
}

extension Instant {
    /// The day in UTC, counted from 1970.
    package var dayNumber: Int64 { milliseconds / 86_400_000 }
}

extension Transaction {
    /// Keeps that the account is told. False where it was told already.
    package func insertPing(_ key: PingKey, account: String, agency: String, at now: Instant) throws -> Bool {
        try execute(
            """
            INSERT INTO ping (agency, account, key, day) VALUES (\(agency), \(account), \(key.bytes), \(now.dayNumber))
            ON CONFLICT (agency, account, key) DO NOTHING
            """) == 1
    }

    package func isPinged(_ key: PingKey, account: String, agency: String) throws -> Bool {
        try row(
            "SELECT 1 AS told FROM ping WHERE agency = \(agency) AND account = \(account) AND key = \(key.bytes)")
            != nil
    }

    /// Forgets who was told before that day, or after `today` by a clock that was wrong, unless something still waits to be sent.
    /// Harmless to repeat.
    package func deletePings(before day: Int64, after today: Int64) throws {
        try execute(
            """
            DELETE FROM ping WHERE (day < \(day) OR day > \(today)) AND NOT EXISTS (
                SELECT 1 FROM outbox
                WHERE outbox.agency = ping.agency AND outbox.account = ping.account AND outbox.ping = ping.key)
            """)
    }
}
