import Program
import Sealing
import Store

extension Programmes {
    /// Finishes a sign-in with the digits of the authenticator app. What comes back is the session to go on with: a new one, so
    /// that the half-open one is worth nothing afterwards.
    package func proveSecondFactor(_ staff: Staff, digits: String) async throws -> Result<SessionKey, Refusal> {
        let now = clock()
        return try await withAttempt(of: staff, field: "digits", at: now) { transaction, account in
            guard let sealed = account.secondFactor else {
                return .failure(Refusal("Set the second factor up first.", field: "digits"))
            }
            let secret = try TOTPSecret(opening: sealed, with: staff.key, account: account.id)
            switch secret.check(digits, at: now.milliseconds / 1000, lastUsedStep: account.secondFactorStep) {
            case .right(let step):
                guard try transaction.useSecondFactor(account: account.id, agency: staff.agency.id, step: step) else {
                    return .failure(.usedDigits)
                }
                try transaction.deleteSession(id: staff.session.id)
                return .success(try fullSession(for: staff, in: transaction, at: now))
            case .wrong: return .failure(.wrongDigits)
            case .alreadyUsed: return .failure(.usedDigits)
            }
        }
    }

    /// Sets the second factor up: the secret shown to its owner is kept once the digits prove that the app has it. Sessions on
    /// other devices end, for they were begun without it.
    ///
    /// - Parameter present: the passphrase, shown again by someone fully signed in; whoever still owes the factor has just
    ///   given it.
    package func setSecondFactor(
        _ staff: Staff, secret: TOTPSecret, digits: String, present: String = ""
    ) async throws -> Result<SessionKey, Refusal> {
        if !staff.owesSecondFactor, let refusal = try await refusalOf(present, by: staff) { return .failure(refusal) }
        let now = clock()
        return try await withAttempt(of: staff, field: "digits", at: now) { transaction, account in
            guard account.secondFactor == nil || !staff.owesSecondFactor else {
                return .failure(Refusal("This account has a second factor already.", field: "digits"))
            }
            guard case .right(let step) = secret.check(digits, at: now.milliseconds / 1000, lastUsedStep: nil) else {
                return .failure(.wrongDigits)
            }
            try transaction.setSecondFactor(
                account: account.id, agency: staff.agency.id,
                sealed: try secret.sealed(to: staff.key.publicKey, account: account.id), step: step)
            try transaction.deleteSessions(of: account.id, agency: staff.agency.id)
            try transaction.record(.secondFactorSet, in: staff.agency, by: staff.actor, on: account.id, at: now)
            return .success(try fullSession(for: staff, in: transaction, at: now))
        }
    }

    /// Counts an attempt at the second factor under the account's own name, so that a million tries are not to be had.
    ///
    /// - Parameter field: where it was typed.
    func withAttempt<Proved: Sendable>(
        of staff: Staff, field: String, at now: Instant,
        _ body: @escaping @Sendable (any Transaction, AccountRow) throws -> Result<Proved, Refusal>
    ) async throws -> Result<Proved, Refusal> {
        let name = attempts(atSecondFactorOf: staff.login, at: staff.agency)
        return try await database.write { transaction in
            guard try transaction.stillLasts(staff, at: now),
                let account = try transaction.account(agency: staff.agency.id, id: staff.account)
            else { return .failure(.sessionEnded) }
            if try transaction.countAttempt(name, at: now) != nil { return .failure(.paused(field: field)) }
            let result = try body(transaction, account)
            if case .success = result { try transaction.deleteSignInPause(name: name) }
            return result
        }
    }

    private func fullSession(for staff: Staff, in transaction: any Transaction, at now: Instant) throws -> SessionKey {
        let key = SessionKey()
        try transaction.beginSession(
            key, of: staff.account, in: staff.agency, key: staff.key, holdings: staff.holdings,
            owesSecondFactor: false, at: now)
        return key
    }
}

extension Refusal {
    fileprivate static let wrongDigits = Refusal(
        "These are not the present six digits. Check that the clock of the phone is right.", field: "digits")
    fileprivate static let usedDigits = Refusal("These digits were used. Wait for the next ones.", field: "digits")
}
