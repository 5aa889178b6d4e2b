import Program
import Sealing
import Store

extension Transaction {
    /// Begins a session of an account whose owner has just proved who they are.
    func beginSession(
        _ session: SessionKey, of account: String, in agency: Agency, key: AccountKey, holdings: [Holding],
        owesSecondFactor: Bool, at now: Instant
    ) throws {
        try insertSession(
            id: session.id, account: account, agency: agency.id,
            wrappedKey: try key.wrapped(under: session.wrappingKey, account: account),
            owesSecondFactor: owesSecondFactor,
            endsAt: agency.policy.sessionEnd(holdings, from: now, on: try agency.day(at: now)))
    }

    /// Whether the session someone came with is still one: it may have been ended since, on another device.
    func stillLasts(_ staff: Staff, at now: Instant) throws -> Bool {
        try session(id: staff.session.id, at: now) != nil
    }
}

extension Programmes {
    /// Ends this session alone.
    package func signOut(_ staff: Staff) async throws {
        try await database.write { transaction in try transaction.deleteSession(id: staff.session.id) }
    }

    /// Ends every session of the account, on every device.
    package func signOutEverywhere(_ staff: Staff) async throws {
        let now = clock()
        try await database.write { transaction in
            try transaction.deleteSessions(of: staff.account, agency: staff.agency.id)
            try transaction.record(.sessionsEnded, in: staff.agency, by: staff.actor, on: staff.account, at: now)
        }
    }
}
