import Program
import Sealing
import Store

extension Programmes {
    /// Changes the passphrase of someone signed in, who shows the present one again; attempts at that are counted like those
    /// at signing in. Sessions on other devices end.
    package func changePassphrase(_ staff: Staff, present: String, new: String) async throws -> Result<Void, Refusal> {
        if let refusal = try await refusalOf(present, by: staff) { return .failure(refusal) }
        switch try await hashing(new, agency: staff.agency, login: staff.login) {
        case .failure(let refusal): return .failure(refusal)
        case .success(let (hash, wrapping)):
            let wrapped = try staff.key.wrapped(under: wrapping, account: staff.account)
            return try await keepPassphrase(hash, wrapped: wrapped, of: staff)
        }
    }

    /// What is wrong with the passphrase that someone signed in shows again, if anything. A session alone, on a phone left
    /// lying about, must not be enough to take an account over.
    func refusalOf(_ present: String, by staff: Staff) async throws -> Refusal? {
        let now = clock()
        let name = attempts(at: staff.agency, login: staff.login)
        let counted = try await database.write { transaction -> Result<AccountRow?, Refusal> in
            guard try transaction.stillLasts(staff, at: now) else { return .failure(.sessionEnded) }
            if try transaction.countAttempt(name, at: now) != nil { return .failure(.paused(field: "present")) }
            return .success(try transaction.account(agency: staff.agency.id, id: staff.account))
        }
        let account: AccountRow?
        switch counted {
        case .failure(let refusal): return refusal
        case .success(let found): account = found
        }
        let stored = account?.passphrase.flatMap { PassphraseHash(text: $0) }
        let checked = try await derivation.check(Passphrase(typed: present), against: stored)
        if case .wrong = checked { return Refusal("This is not the present passphrase.", field: "present") }
        try await database.write { transaction in try transaction.takeBackAttempt(name, at: now) }
        if case .busy = checked { return .busy }
        return nil
    }

    private func keepPassphrase(
        _ hash: PassphraseHash, wrapped: [UInt8], of staff: Staff
    ) async throws -> Result<Void, Refusal> {
        let now = clock()
        return try await database.write { transaction in
            guard try transaction.stillLasts(staff, at: now) else { return .failure(.sessionEnded) }
            try transaction.setPassphrase(
                account: staff.account, agency: staff.agency.id, passphrase: hash.text, wrappedKey: wrapped)
            try transaction.deleteSessions(of: staff.account, agency: staff.agency.id)
            try transaction.beginSession(
                staff.session, of: staff.account, in: staff.agency, key: staff.key, holdings: staff.holdings,
                owesSecondFactor: staff.owesSecondFactor, at: now)
            try transaction.record(.passphraseChanged, in: staff.agency, by: staff.actor, on: staff.account, at: now)
            return .success(())
        }
    }
}
