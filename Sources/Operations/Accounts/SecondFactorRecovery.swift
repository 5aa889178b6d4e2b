import Program
import Sealing
import Store

extension Programmes {
    /// Clears the second factor of someone who gave the passphrase and has the printed recovery code, but lost the phone. The
    /// code is used up and a new one comes back; every other session ends. The session they came with goes on, and leads to
    /// setting a second factor up.
    ///
    /// Passphrase and paper are two things to have; attempts are counted like those at the digits.
    package func clearSecondFactor(_ staff: Staff, code typed: String) async throws -> Result<RecoveryCode, Refusal> {
        switch RecoveryCode.read(typed) {
        case .refused(let refusal): return .failure(Refusal("\(refusal)", field: "code"))
        case .code(let code): return try await clearSecondFactor(staff, code)
        }
    }

    private func clearSecondFactor(_ staff: Staff, _ code: RecoveryCode) async throws -> Result<RecoveryCode, Refusal> {
        try await withAttempt(of: staff, .owingSecondFactor, field: "code") { doing, account in
            let factor = SecondFactorStatus(isSet: account.hasSecondFactor)
            if let refusal = factor.mayBeCleared() { return .refused(refusal) }
            let (transaction, agency) = (doing.transaction, doing.agency.id)
            guard let found = try transaction.recovery(agency: agency, code: code.storedId),
                found.account.id == account.id,
                let key = try? AccountKey(
                    unwrapping: found.wrappedKey, under: code.wrappingKey, account: account.id)
            else { return .refused(.notThisAccountsCode) }
            if let refusal = SecondFactorStatus.mayBeCleared(withCodeForPhone: found.isForPhone) {
                return .refused(refusal)
            }
            let next = RecoveryCode()
            try transaction.clearSecondFactor(account: account.id, agency: agency)
            try transaction.setRecovery(
                account: account.id, agency: agency, code: next.storedId,
                key: try key.wrapped(under: next.wrappingKey, account: account.id), isForPhone: false)
            try transaction.deleteSessions(of: account.id, agency: agency, except: doing.staff.session.id)
            return .done(next, .entry(.secondFactorCleared, on: account.id))
        }
    }
}
