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
        let name = attempts(at: staff.agency, login: staff.login)
        let counted = try await quietAct(by: staff, .signedIn) { doing -> QuietDeed<AccountRow?> in
            if try doing.transaction.countAttempt(name, at: doing.now) != nil {
                return .refused(.paused(field: "present"))
            }
            return .done(
                try doing.transaction.account(agency: doing.agency.id, id: doing.staff.account), .session)
        }.whileAllowed()
        let account: AccountRow?
        switch counted {
        case .failure(let refusal): return refusal
        case .success(let found): account = found
        }
        let stored = account?.passphrase.flatMap { PassphraseHash(text: $0) }
        let checked = try await derivation.check(Passphrase(typed: present), against: stored, for: client)
        if case .wrong = checked { return Refusal("This is not the present passphrase.", field: "present") }
        let now = clock()
        try await database.write { transaction in try transaction.takeBackAttempt(name, at: now) }
        if case .busy = checked { return .busy }
        return nil
    }

    private func keepPassphrase(
        _ hash: PassphraseHash, wrapped: [UInt8], of staff: Staff
    ) async throws -> Result<Void, Refusal> {
        try await act(by: staff, .signedIn) { doing in
            let (transaction, agency, account) = (doing.transaction, doing.agency, doing.staff.account)
            try transaction.setPassphrase(
                account: account, agency: agency.id, passphrase: hash.text, wrappedKey: wrapped)
            try transaction.deleteSessions(of: account, agency: agency.id)
            try transaction.beginSession(
                doing.staff.session, of: account, in: agency, key: doing.staff.key, holdings: doing.staff.holdings,
                owesSecondFactor: doing.staff.owesSecondFactor, at: doing.now)
            return .done(.entry(.passphraseChanged, on: account))
        }.whileAllowed()
    }
}
