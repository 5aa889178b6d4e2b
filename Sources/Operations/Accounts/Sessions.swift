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
}

extension Programmes {
    /// Ends this session alone. Harmless where it has ended.
    package func signOut(_ staff: Staff) async throws {
        _ = try await quietAct(by: staff, .anySession) { doing in
            try doing.transaction.deleteSession(id: doing.staff.session.id)
            return .done(.session)
        }
    }

    /// Ends every session of the account, on every device.
    package func signOutEverywhere(_ staff: Staff) async throws {
        _ = try await act(by: staff, .signedIn) { doing in
            try doing.transaction.deleteSessions(of: doing.staff.account, agency: doing.agency.id)
            return .done(.entry(.sessionsEnded, on: doing.staff.account))
        }
    }
}
