import Program
import Sealing
import Store

extension Programmes {
    /// Finishes a sign-in with the digits of the authenticator app. What comes back is the session to go on with: a new one, so
    /// that the half-open one is worth nothing afterwards.
    package func proveSecondFactor(_ staff: Staff, digits: String) async throws -> Result<SessionKey, Refusal> {
        let now = clock()
        return try await withAttempt(of: staff, at: now) { session, account in
            guard let sealed = account.secondFactor else {
                return .failure(Refusal("Set the second factor up first.", field: "digits"))
            }
            let secret = try TOTPSecret(opening: sealed, with: staff.key, account: account.id)
            switch secret.check(digits, at: now.milliseconds / 1000, lastUsedStep: account.secondFactorStep) {
            case .right(let step):
                guard try session.useSecondFactor(account: account.id, agency: staff.agency.id, step: step) else {
                    return .failure(.usedDigits)
                }
                return .success(try fullSession(for: staff, in: session, at: now))
            case .wrong: return .failure(.wrongDigits)
            case .alreadyUsed: return .failure(.usedDigits)
            }
        }
    }

    /// Sets the second factor up: the secret shown to its owner is kept once the digits prove that the app has it.
    package func setSecondFactor(
        _ staff: Staff, secret: TOTPSecret, digits: String
    ) async throws -> Result<SessionKey, Refusal> {
        let now = clock()
        return try await withAttempt(of: staff, at: now) { session, account in
            guard account.secondFactor == nil || !staff.owesSecondFactor else {
                return .failure(Refusal("This account has a second factor already.", field: "digits"))
            }
            guard case .right(let step) = secret.check(digits, at: now.milliseconds / 1000, lastUsedStep: nil) else {
                return .failure(.wrongDigits)
            }
            try session.setSecondFactor(
                account: account.id, agency: staff.agency.id,
                sealed: try secret.sealed(to: staff.key.publicKey, account: account.id), step: step)
            try session.record(.secondFactorSet, in: staff.agency, by: staff.actor, on: account.id, at: now)
            return .success(try fullSession(for: staff, in: session, at: now))
        }
    }

    /// Counts an attempt at the digits under the account's own name, so that a million tries are not to be had.
    private func withAttempt(
        of staff: Staff, at now: Instant,
        _ body: @escaping @Sendable (any Session, AccountRow) throws -> Result<SessionKey, Refusal>
    ) async throws -> Result<SessionKey, Refusal> {
        let name = keys.throttleId(agency: staff.agency.id, login: "\(staff.login) second factor")
        return try await database.write { session in
            let pause = try session.signInPause(name: name)
            if let pause, pause.endsAt > now {
                return .failure(Refusal("Too many attempts. Wait a few minutes and try again.", field: "digits"))
            }
            guard let account = try session.account(agency: staff.agency.id, id: staff.account) else {
                return .failure(.wrongDigits)
            }
            let result = try body(session, account)
            switch result {
            case .success: try session.deleteSignInPause(name: name)
            case .failure:
                let attempts = (pause?.failures ?? 0) + 1
                try session.setSignInPause(
                    name: name, failures: attempts,
                    endsAt: now.adding(seconds: SignInPausing.pause(afterAttempts: attempts)))
            }
            return result
        }
    }

    private func fullSession(for staff: Staff, in session: any Session, at now: Instant) throws -> SessionKey {
        let key = SessionKey()
        try session.deleteSession(id: staff.session.id)
        try session.insertSession(
            id: key.id, account: staff.account, agency: staff.agency.id,
            wrappedKey: try staff.key.wrapped(under: key.wrappingKey, account: staff.account), owesSecondFactor: false,
            endsAt: now.adding(seconds: staff.policy.sessionLength(staff.holdings, on: staff.today)))
        return key
    }
}

extension Refusal {
    fileprivate static let wrongDigits = Refusal(
        "These are not the present six digits. Check that the clock of the phone is right.", field: "digits")
    fileprivate static let usedDigits = Refusal("These digits were used. Wait for the next ones.", field: "digits")
}
