import Program
import Sealing
import Store

/// A passphrase was set; its owner is told the recovery code now and never again.
package struct Enrolled: Proving {
    package let account: String
    package let recoveryCode: RecoveryCode
}

extension Programmes {
    /// The first visit of an account's owner: with the one-time code they choose a passphrase, and the account's keys are
    /// made. Nobody else ever knows them.
    package func enrol(
        agency: Agency, login typed: String, code: String, passphrase: String
    ) async throws -> Result<Enrolled, Refusal> {
        let unknown = Refusal(
            "Name and enrolment code do not fit, or the code has ended. Whoever gave it to you can make a new one.",
            field: "code")
        let enrolment: RecoveryCode
        switch RecoveryCode.read(code) {
        case .refused(let refusal): return .failure(Refusal("\(refusal)", field: "code"))
        case .code(let read): enrolment = read
        }
        guard let login = Login(typed: typed)?.text else { return .failure(unknown) }
        let hash: PassphraseHash
        let wrapping: WrappingKey
        switch try await hashing(passphrase, agency: agency, login: login) {
        case .failure(let refusal): return .failure(refusal)
        case .success(let made): (hash, wrapping) = made
        }
        return try await act(provingAt: agency) { transaction, now in
            guard
                let account = try transaction.account(
                    agency: agency.id, login: login, enrolmentCode: enrolment.storedId, at: now)
            else { return .nothing }
            let key = AccountKey()
            let recovery = RecoveryCode()
            try transaction.vouching(
                for: [account.id], in: agency, by: .account(account.id), with: keys.vouching, at: now
            ) {
                try transaction.enrol(
                    account: account.id, agency: agency.id, passphrase: hash.text, publicKey: key.publicKey.bytes,
                    wrappedKey: try key.wrapped(under: wrapping, account: account.id),
                    recoveryCode: recovery.storedId,
                    recoveryKey: try key.wrapped(under: recovery.wrappingKey, account: account.id))
            }
            return .done(
                Enrolled(account: account.id, recoveryCode: recovery), .entry(.accountEnrolled, on: account.id))
        } ?? .failure(unknown)
    }

    /// The hash of a new passphrase and the key it gives, or why it may not be one.
    func hashing(
        _ passphrase: String, agency: Agency, login: String
    ) async throws -> Result<(PassphraseHash, WrappingKey), Refusal> {
        switch Passphrase(typed: passphrase).asNew(agency: agency.name, login: login) {
        case .refused(let refusal): return .failure(Refusal("\(refusal)", field: "passphrase"))
        case .accepted(let accepted):
            switch try await derivation.hash(accepted, for: client) {
            case .busy: return .failure(.busy)
            case .made(let hash, let wrapping): return .success((hash, wrapping))
            }
        }
    }
}
