import Program
import Sealing
import Store

extension Programmes {
    /// Sets a new passphrase with the printed recovery code. The code is used up and a new one comes back; sessions on other
    /// devices end.
    package func recover(
        agency: Agency, login: String, code: String, passphrase: String
    ) async throws -> Result<Enrolled, Refusal> {
        let recovery: RecoveryCode
        switch RecoveryCode.read(code) {
        case .refused(let refusal): return .failure(Refusal("\(refusal)", field: "code"))
        case .code(let read): recovery = read
        }
        let hash: PassphraseHash
        let wrapping: WrappingKey
        switch try await hashing(passphrase, agency: agency, login: login) {
        case .failure(let refusal): return .failure(refusal)
        case .success(let made): (hash, wrapping) = made
        }
        let now = clock()
        return try await database.write { session in
            guard let found = try session.account(agency: agency.id, recoveryCode: recovery.storedId),
                found.account.login == login,
                let key = try? AccountKey(
                    unwrapping: found.key, under: recovery.wrappingKey, account: found.account.id)
            else { return .failure(Refusal("Name and recovery code do not fit.", field: "code")) }
            let id = found.account.id
            let next = RecoveryCode()
            try session.setPassphrase(
                account: id, agency: agency.id, passphrase: hash.text,
                wrappedKey: try key.wrapped(under: wrapping, account: id))
            try session.setRecovery(
                account: id, agency: agency.id, code: next.storedId,
                key: try key.wrapped(under: next.wrappingKey, account: id))
            try session.deleteSessions(of: id, agency: agency.id)
            try session.deleteSignInPause(name: keys.throttleId(agency: agency.id, login: login))
            try session.record(.accountRecovered, in: agency, by: .account(id), on: id, at: now)
            return .success(Enrolled(account: id, recoveryCode: next))
        }
    }

    /// A new recovery code for someone signed in; the one before opens nothing any more.
    package func renewRecoveryCode(_ staff: Staff) async throws -> RecoveryCode {
        let now = clock()
        let code = RecoveryCode()
        let wrapped = try staff.key.wrapped(under: code.wrappingKey, account: staff.account)
        try await database.write { session in
            try session.setRecovery(account: staff.account, agency: staff.agency.id, code: code.storedId, key: wrapped)
            try session.record(.recoveryCodeRenewed, in: staff.agency, by: staff.actor, on: staff.account, at: now)
        }
        return code
    }

    /// Changes the passphrase of someone signed in, who shows the present one again. Sessions on other devices end.
    package func changePassphrase(_ staff: Staff, present: String, new: String) async throws -> Result<Void, Refusal> {
        let account = try await database.read { session in
            try session.account(agency: staff.agency.id, id: staff.account)
        }
        let stored = account?.passphrase.flatMap { PassphraseHash(text: $0) }
        switch try await derivation.check(Passphrase(typed: present), against: stored) {
        case .busy: return .failure(.busy)
        case .wrong: return .failure(Refusal("This is not the present passphrase.", field: "present"))
        case .right: break
        }
        switch try await hashing(new, agency: staff.agency, login: staff.login) {
        case .failure(let refusal): return .failure(refusal)
        case .success(let (hash, wrapping)):
            let wrapped = try staff.key.wrapped(under: wrapping, account: staff.account)
            try await keepPassphrase(hash, wrapped: wrapped, of: staff)
            return .success(())
        }
    }

    private func keepPassphrase(_ hash: PassphraseHash, wrapped: [UInt8], of staff: Staff) async throws {
        let now = clock()
        let inSession = try staff.key.wrapped(under: staff.session.wrappingKey, account: staff.account)
        try await database.write { session in
            try session.setPassphrase(
                account: staff.account, agency: staff.agency.id, passphrase: hash.text, wrappedKey: wrapped)
            try session.deleteSessions(of: staff.account, agency: staff.agency.id)
            try session.insertSession(
                id: staff.session.id, account: staff.account, agency: staff.agency.id, wrappedKey: inSession,
                owesSecondFactor: false,
                endsAt: now.adding(seconds: staff.policy.sessionLength(staff.holdings, on: staff.today)))
            try session.record(.passphraseChanged, in: staff.agency, by: staff.actor, on: staff.account, at: now)
        }
    }
}
