import Program

// Enrolment codes on their way to the address that the directory has of somebody who asked for an account.
extension Transaction {
    /// Keeps a code until it is sent, in place of one before.
    package func setEnrolmentLetter(_ sealed: [UInt8], account: String, agency: String, endsAt: Instant) throws {
        try execute(
            """
            INSERT INTO enrolment_letter (account, agency, sealed, ends_at)
            VALUES (\(account), \(agency), \(sealed), \(endsAt.milliseconds))
            ON CONFLICT (account) DO UPDATE SET sealed = excluded.sealed, ends_at = excluded.ends_at
            """)
    }

    /// The code for the account, sealed, as long as it is on its way.
    package func enrolmentLetter(account: String, agency: String, at now: Instant) throws -> [UInt8]? {
        try row(
            """
            SELECT sealed FROM enrolment_letter
            WHERE agency = \(agency) AND account = \(account) AND ends_at > \(now.milliseconds)
            """
        )?.blob("sealed")
    }

    /// Forgets the codes whose time on the way is over.
    package func deleteEnrolmentLetters(agency: String, endedBy now: Instant) throws {
        try execute("DELETE FROM enrolment_letter WHERE agency = \(agency) AND ends_at <= \(now.milliseconds)")
    }
}
