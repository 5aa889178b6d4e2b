import Program

/// How often in a row someone failed to sign in under a name, whether or not there is such an account.
package struct SignInPause: Sendable, Equatable {
    package let failures: Int
    package let endsAt: Instant
}

extension Transaction {
    /// - Parameter name: a keyed hash of agency and login; the name itself is not stored.
    package func signInPause(name: [UInt8]) throws -> SignInPause? {
        try row("SELECT failures, pause_ends_at FROM sign_in_pause WHERE name = \(name)").map {
            SignInPause(
                failures: try $0.int("failures"), endsAt: Instant(milliseconds: try $0.int64("pause_ends_at")))
        }
    }

    package func setSignInPause(name: [UInt8], failures: Int, endsAt: Instant) throws {
        try execute(
            """
            INSERT INTO sign_in_pause (name, failures, pause_ends_at)
            VALUES (\(name), \(failures), \(endsAt.milliseconds))
            ON CONFLICT (name) DO UPDATE SET failures = excluded.failures, pause_ends_at = excluded.pause_ends_at
            """)
    }

    package func deleteSignInPause(name: [UInt8]) throws {
        try execute("DELETE FROM sign_in_pause WHERE name = \(name)")
    }

    package func deleteSignInPauses(endedBy now: Instant) throws {
        try execute("DELETE FROM sign_in_pause WHERE pause_ends_at <= \(now.milliseconds)")
    }
}
