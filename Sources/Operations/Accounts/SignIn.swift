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
    package func signIn(agency: Agency, login typed: String, passphrase: String) async throws -> SignIn {
        let login = Login(typed: typed)
        let name = attempts(at: agency, login: login?.text ?? typed)
        let account: AccountRow?
        switch try await countAttempt(under: name, at: agency, of: login) {
        case .failure(let pause): return .paused(until: pause.endsAt)
        case .success(let found): account = found
        }
        let stored = account?.passphrase.flatMap { PassphraseHash(text: $0) }
        switch try await derivation.check(Passphrase(typed: passphrase), against: stored, for: client) {
        case .busy:
            let now = clock()
            try await database.write { transaction in try transaction.takeBackAttempt(name, at: now) }
            return .busy
        case .wrong: return .wrong
        case .right(let wrapping, let outgrown):
            guard let account, let wrapped = account.wrappedKey else { return .wrong }
            let key = try AccountKey(unwrapping: wrapped, under: wrapping, account: account.id)
            let renewed = outgrown ? try await renewed(passphrase, of: account, in: agency, key: key) : nil
            return try await beginSession(of: account, in: agency, key: key, renewed: renewed, forgetting: name)
        }
    }

    private struct Pause: Error {
        let endsAt: Instant
    }

    private func countAttempt(
        under name: [UInt8], at agency: Agency, of login: Login?
    ) async throws -> Result<AccountRow?, Pause> {
        let now = clock()
        return try await database.write { transaction in
            if let end = try transaction.countAttempt(name, at: now) { return .failure(Pause(endsAt: end)) }
            return .success(try login.flatMap { try transaction.account(agency: agency.id, login: $0.text) })
        }
    }

    /// A passphrase hashed with the work asked for today, and the account's key wrapped under it.
    private struct RenewedHash: Sendable {
        let hash: PassphraseHash
        let wrappedKey: [UInt8]
    }

    /// Nothing where too many people are signing in, or where the passphrase would not be accepted any more: the old hash
    /// then stays until another time.
    private func renewed(
        _ passphrase: String, of account: AccountRow, in agency: Agency, key: AccountKey
    ) async throws -> RenewedHash? {
        guard case .success(let (hash, wrapping)) = try await hashing(passphrase, agency: agency, login: account.login)
        else { return nil }
        return RenewedHash(hash: hash, wrappedKey: try key.wrapped(under: wrapping, account: account.id))
    }

    /// Begins the session, unless the passphrase was changed while it was looked at.
    private func beginSession(
        of seen: AccountRow, in agency: Agency, key: AccountKey, renewed: RenewedHash?, forgetting name: [UInt8]
    ) async throws -> SignIn {
        let begun = try await quietAct(provingAt: agency) { transaction, now -> QuietDeed<SignIn> in
            guard let account = try transaction.account(agency: agency.id, id: seen.id),
                account.passphrase == seen.passphrase
            else { return .nothing }
            if let renewed {
                try transaction.setPassphrase(
                    account: account.id, agency: agency.id, passphrase: renewed.hash.text,
                    wrappedKey: renewed.wrappedKey)
            }
            let sessionKey = SessionKey()
            let today = try agency.day(at: now)
            let holdings = try transaction.holdings(of: account.id, agency: agency.id).map(\.holding)
            let owes = agency.policy.owesSecondFactor(
                hasOne: account.hasSecondFactor, holding: holdings, on: today)
            try transaction.deleteSignInPause(name: name)
            try transaction.beginSession(
                sessionKey, of: account.id, in: agency, key: key, holdings: holdings, owesSecondFactor: owes, at: now)
            return .done(.signedIn(sessionKey, owesSecondFactor: owes), .session)
        }
        return begun.ifDone() ?? .wrong
    }
}
