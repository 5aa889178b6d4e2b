import Program

/// A session as stored: whose it is, and the account's key wrapped under what only the browser holds.
package struct SessionRow: Sendable, Equatable {
    package let agency: String
    package let account: String
    package let wrappedKey: [UInt8]
    package let owesSecondFactor: Bool
    package let endsAt: Instant

    fileprivate init(_ row: Row) throws {
        agency = try row.text("agency")
        account = try row.text("account")
        wrappedKey = try row.blob("wrapped_key")
        owesSecondFactor = try row.bool("owes_second_factor")
        endsAt = Instant(milliseconds: try row.int64("ends_at"))
    }
}

/// Whoever has a session, with their agency.
package struct SignedInRow: Sendable, Equatable {
    package let session: SessionRow
    package let agency: AgencyRow
    package let login: String
    package let name: String
    /// Whether an authenticator app is set up.
    package let hasApp: Bool
    /// Whether the account is linked with the agency's own sign-in.
    package let isLinked: Bool
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
            SELECT agency, account, wrapped_key, owes_second_factor, ends_at FROM session
            WHERE id = \(id) AND ends_at > \(now.milliseconds)
            """
        ).map(SessionRow.init)
    }

    /// Whoever has the session, while it lasts: asked with every act, so it is one question.
    package func signedIn(session id: [UInt8], at now: Instant) throws -> SignedInRow? {
        try row(
            """
            SELECT session.agency, session.account, session.wrapped_key, session.owes_second_factor, session.ends_at,
                account.login, account.name, account.second_factor IS NOT NULL AS has_app,
                account.provider_subject IS NOT NULL AS is_linked,
                agency.slug, agency.name AS agency_name, agency.time_zone, agency.pack
            FROM session
            JOIN account ON account.agency = session.agency AND account.id = session.account
            JOIN agency ON agency.id = session.agency
            WHERE session.id = \(id) AND session.ends_at > \(now.milliseconds)
            """
        ).map { row in
            SignedInRow(
                session: try SessionRow(row),
                agency: AgencyRow(
                    id: try row.text("agency"), slug: try row.text("slug"), name: try row.text("agency_name"),
                    timeZone: try row.text("time_zone"), pack: try row.text("pack")),
                login: try row.text("login"), name: try row.text("name"),
                hasApp: try row.bool("has_app"), isLinked: try row.bool("is_linked"))
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
