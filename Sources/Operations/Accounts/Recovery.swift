import Program
import Sealing
import Store

extension Programmes {
    /// Sets a new passphrase with the printed recovery code. The code is used up and a new one comes back; sessions on other
    /// devices end. A second factor stays, and the new code does not replace it, or the paper alone would open the account.
    package func recover(
        agency: Agency, login typed: String, code: String, passphrase: String
    ) async throws -> Result<Enrolled, Refusal> {
        let unknown = Refusal("Name and recovery code do not fit.", field: "code")
        let recovery: RecoveryCode
        switch RecoveryCode.read(code) {
        case .refused(let refusal): return .failure(Refusal("\(refusal)", field: "code"))
        case .code(let read): recovery = read
        }
        guard let login = Login(typed: typed)?.text else { return .failure(unknown) }
        let hash: PassphraseHash
        let wrapping: WrappingKey
        switch try await hashing(passphrase, agency: agency, login: login) {
        case .failure(let refusal): return .failure(refusal)
        case .success(let made): (hash, wrapping) = made
        }
        return try await act(provingAt: agency) { transaction, _ in
            guard let found = try transaction.recovery(agency: agency.id, code: recovery.storedId),
                found.account.login == login,
                let key = try? AccountKey(
                    unwrapping: found.wrappedKey, under: recovery.wrappingKey, account: found.account.id)
            else { return .nothing }
            let id = found.account.id
            let next = RecoveryCode()
            try transaction.setPassphrase(
                account: id, agency: agency.id, passphrase: hash.text,
                wrappedKey: try key.wrapped(under: wrapping, account: id))
            try transaction.setRecovery(
                account: id, agency: agency.id, code: next.storedId,
                key: try key.wrapped(under: next.wrappingKey, account: id), isForPhone: false)
            try transaction.deleteSessions(of: id, agency: agency.id)
            try transaction.deleteSignInPause(name: attempts(at: agency, login: login))
            return .done(Enrolled(account: id, recoveryCode: next), .entry(.accountRecovered, on: id))
        } ?? .failure(unknown)
    }

    /// A new recovery code for someone signed in, who shows the passphrase again; the one before opens nothing any more.
    package func renewRecoveryCode(_ staff: Staff, present: String) async throws -> Result<RecoveryCode, Refusal> {
        if let refusal = try await refusalOf(present, by: staff) { return .failure(refusal) }
        return try await act(by: staff, .signedIn) { doing in
            let code = RecoveryCode()
            let account = doing.staff.account
            try doing.transaction.setRecovery(
                account: account, agency: doing.agency.id, code: code.storedId,
                key: try doing.staff.key.wrapped(under: code.wrappingKey, account: account), isForPhone: true)
            return .done(code, .entry(.recoveryCodeRenewed, on: account))
        }.whileAllowed()
    }
}
