import Program
import Sealing
import Store

extension Programmes {
    /// Finishes a sign-in with the digits of the authenticator app. What comes back is the session to go on with: a new one, so
    /// that the half-open one is worth nothing afterwards.
    package func proveSecondFactor(_ staff: Staff, digits: String) async throws -> Result<SessionKey, Refusal> {
        try await withAttempt(of: staff, .owingSecondFactor, field: "digits") { doing, account in
            guard let sealed = account.secondFactor else { return .refused(.noSecondFactorToProve) }
            let secret = try TOTPSecret(opening: sealed, with: doing.staff.key, account: account.id)
            switch check(digits, of: secret, lastUsedStep: account.secondFactorStep, at: doing.now) {
            case .right(let step):
                guard
                    try doing.transaction.useSecondFactor(
                        account: account.id, agency: doing.agency.id, step: step, after: account.secondFactorStep)
                else { return .refused(.usedDigits) }
                try doing.transaction.deleteSession(id: doing.staff.session.id)
                return .done(try doing.beginFullSession(), .silent(.session))
            case .wrong: return .refused(.wrongDigits)
            case .alreadyUsed: return .refused(.usedDigits)
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
        let need = staff.owesSecondFactor ? Need.owingSecondFactor : .signedIn
        return try await withAttempt(of: staff, need, field: "digits") { doing, account in
            let factor = SecondFactorStatus(isSet: account.hasSecondFactor)
            if let refusal = factor.mayBeSet(owingIt: doing.staff.owesSecondFactor) { return .refused(refusal) }
            guard case .right(let step) = check(digits, of: secret, lastUsedStep: nil, at: doing.now)
            else { return .refused(.wrongDigits) }
            try doing.transaction.setSecondFactor(
                account: account.id, agency: doing.agency.id,
                sealed: try secret.sealed(to: doing.staff.key.publicKey, account: account.id), step: step)
            try doing.transaction.deleteSessions(of: account.id, agency: doing.agency.id)
            return .done(try doing.beginFullSession(), .entry(.secondFactorSet, on: account.id))
        }
    }

    /// Compares digits with now, and where the machine's clock is not believed with what it shows too.
    private func check(_ digits: String, of secret: TOTPSecret, lastUsedStep: Int64?, at now: Instant) -> TOTPCheck {
        let checks = possibleMoments(now).map {
            secret.check(digits, at: $0.milliseconds / 1000, lastUsedStep: lastUsedStep)
        }
        return checks.first { $0 != .wrong } ?? .wrong
    }

    /// Counts an attempt at the second factor under the account's own name, so that a million tries are not to be had.
    ///
    /// - Parameter field: where it was typed.
    func withAttempt<Proved: Sendable>(
        of staff: Staff, _ need: Need, field: String,
        _ body: @escaping @Sendable (Doing, AccountRow) throws -> Deed<Proved>
    ) async throws -> Result<Proved, Refusal> {
        let name = attempts(atSecondFactorOf: staff.login, at: staff.agency)
        return try await act(by: staff, need) { doing in
            guard let account = try doing.transaction.account(agency: doing.agency.id, id: doing.staff.account) else {
                return .nothing
            }
            if try doing.transaction.countAttempt(name, at: doing.now) != nil { return .refused(.paused(field: field)) }
            let deed = try body(doing, account)
            if case .done = deed { try doing.transaction.deleteSignInPause(name: name) }
            return deed
        }.whileAllowed()
    }
}

extension Doing {
    /// The session that somebody goes on with who has shown the second factor.
    func beginFullSession() throws -> SessionKey {
        let key = SessionKey()
        try transaction.beginSession(
            key, of: staff.account, in: agency, key: staff.key, holdings: staff.holdings, owesSecondFactor: false,
            at: now)
        return key
    }
}
