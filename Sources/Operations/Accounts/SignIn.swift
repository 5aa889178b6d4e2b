import Program
import Sealing
import Store

/// What came of an attempt to sign in.
package enum SignIn: Sendable {
    case signedIn(SessionKey, owesSecondFactor: Bool)
    /// Name or passphrase is wrong; which of them is not said.
    case wrong
    /// Too many attempts for this name: the next one counts from then on.
    case paused(until: Instant)
    /// Too many people are signing in at once.
    case busy
}

extension Programmes {
    /// Signs in with a passphrase. An unknown name takes the same work and gives the same answers as a known one.
    ///
    /// The attempt is counted before the passphrase is looked at, so that many at once do not get more tries.
    package func signIn(agency: Agency, login: String, passphrase: String) async throws -> SignIn {
        let name = keys.throttleId(agency: agency.id, login: login)
        let account: AccountRow?
        switch try await countAttempt(at: agency, login: login, name: name) {
        case .failure(let pause): return .paused(until: pause.endsAt)
        case .success(let found): account = found
        }
        let stored = account?.passphrase.flatMap { PassphraseHash(text: $0) }
        switch try await derivation.check(Passphrase(typed: passphrase), against: stored) {
        case .busy: return .busy
        case .wrong: return .wrong
        case .right(let wrapping, _):
            guard let account, let wrapped = account.wrappedKey else { return .wrong }
            let key = try AccountKey(unwrapping: wrapped, under: wrapping, account: account.id)
            return try await beginSession(of: account, in: agency, key: key, forgetting: name)
        }
    }

    private struct Pause: Error {
        let endsAt: Instant
    }

    private func countAttempt(
        at agency: Agency, login: String, name: [UInt8]
    ) async throws -> Result<AccountRow?, Pause> {
        let now = clock()
        return try await database.write { session in
            let pause = try session.signInPause(name: name)
            if let pause, pause.endsAt > now { return .failure(Pause(endsAt: pause.endsAt)) }
            let attempts = (pause?.failures ?? 0) + 1
            let wait = SignInPausing.pause(afterAttempts: attempts)
            try session.setSignInPause(name: name, failures: attempts, endsAt: now.adding(seconds: wait))
            return .success(try session.account(agency: agency.id, login: login))
        }
    }

    /// A session for an account whose owner has just proved who they are.
    func beginSession(
        of account: AccountRow, in agency: Agency, key: AccountKey, forgetting name: [UInt8]?
    ) async throws -> SignIn {
        let now = clock()
        let today = try agency.day(at: now)
        let sessionKey = SessionKey()
        let wrapped = try key.wrapped(under: sessionKey.wrappingKey, account: account.id)
        return try await database.write { session in
            let holdings = try session.holdings(of: account.id, agency: agency.id).map(\.holding)
            let policy = agency.policy
            let owes = account.secondFactor != nil || policy.needsSecondFactor(holdings, on: today)
            let length = policy.sessionLength(holdings, on: today)
            if let name { try session.deleteSignInPause(name: name) }
            try session.insertSession(
                id: sessionKey.id, account: account.id, agency: agency.id, wrappedKey: wrapped,
                owesSecondFactor: owes, endsAt: now.adding(seconds: length))
            return .signedIn(sessionKey, owesSecondFactor: owes)
        }
    }

    /// Ends this session alone.
    package func signOut(_ staff: Staff) async throws {
        try await database.write { session in try session.deleteSession(id: staff.session.id) }
    }

    /// Ends every session of the account, on every device.
    package func signOutEverywhere(_ staff: Staff) async throws {
        let now = clock()
        try await database.write { session in
            try session.deleteSessions(of: staff.account, agency: staff.agency.id)
            try session.record(.sessionsEnded, in: staff.agency, by: staff.actor, on: staff.account, at: now)
        }
    }
}
