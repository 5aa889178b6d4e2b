import Program

/// A session as stored: whose it is, and the account's key wrapped under what only the browser holds.
package struct SessionRow: Sendable, Equatable {
    package let agency: String
    package let account: String
    package let wrappedKey: [UInt8]
    package let owesSecondFactor: Bool
}

extension Transaction {
    package func insertSession(
        id: [UInt8], account: String, agency: String, wrappedKey: [UInt8], owesSecondFactor: Bool, endsAt: Instant
    ) throws {
        try execute(
            """
            INSERT INTO session (id, agency, account, wrapped_key, owes_second_factor, ends_at)
            VALUES (\(id), \(agency), \(account), \(wrappedKey), \(owesSecondFactor), \(endsAt.milliseconds))
            """)
    }

    /// The session, while it lasts.
    package func session(id: [UInt8], at now: Instant) throws -> SessionRow? {
        try row(
            """
            SELECT agency, account, wrapped_key, owes_second_factor FROM session
            WHERE id = \(id) AND ends_at > \(now.milliseconds)
            """
        ).map {
            SessionRow(
                agency: try $0.text("agency"), account: try $0.text("account"),
                wrappedKey: try $0.blob("wrapped_key"), owesSecondFactor: try $0.bool("owes_second_factor"))
        }
    }

    package func deleteSession(id: [UInt8]) throws {
        try execute("DELETE FROM session WHERE id = \(id)")
    }

    /// Ends every session of the account, on every device.
    package func deleteSessions(of account: String, agency: String) throws {
        try execute("DELETE FROM session WHERE agency = \(agency) AND account = \(account)")
    }

    /// Ends every other session of the account.
    package func deleteSessions(of account: String, agency: String, except id: [UInt8]) throws {
        try execute("DELETE FROM session WHERE agency = \(agency) AND account = \(account) AND id <> \(id)")
    }

    package func deleteSessions(endedBy now: Instant) throws {
        try execute("DELETE FROM session WHERE ends_at <= \(now.milliseconds)")
    }
}
