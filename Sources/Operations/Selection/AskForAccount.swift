import Program
import Sealing
import Store

extension Programmes {
    /// An employee asks for an account to apply with, by their employee number. Where the directory has an address of theirs a one-time
    /// code goes there by the outbox, once a day; to nobody else, and whoever asks learns nothing of whether it did.
    package func askForAccount(_ employeeNumber: String, in agency: Agency) async throws -> Result<Void, Refusal> {
        try await asking.run(for: client) { [keys] in
            try await act(ofAskingIn: agency) { transaction, now -> QuietDeed<Void> in
                let number = employeeNumber.isName ? employeeNumber : ""
                let listed = try transaction.person(agency: agency.id, employeeNumber: number)
                if let asked = AskedAccount(listed, under: agency.policy, on: try agency.day(at: now)) {
                    try transaction.makeAccount(asked, in: agency, with: keys, at: now)
                }
                return .done(.askedByAnybody)
            } ?? .success(())
        } ?? .failure(.manyAsking)
    }
}

extension Transaction {
    /// Makes the account, or a new code for one whose owner has not come yet, and has it sent.
    fileprivate func makeAccount(
        _ asked: AskedAccount, in agency: Agency, with keys: ServerKeys, at now: Instant
    ) throws {
        let there = try accounts(ofPerson: asked.person, agency: agency.id)
        let code = RecoveryCode()
        let id: String
        if let known = there.first {
            // Whoever has an account signs in, or has whoever keeps the accounts help.
            guard there.count == 1, let account = try account(agency: agency.id, id: known), account.passphrase == nil,
                try holdings(of: known, agency: agency.id).isEmpty,
                try enrolmentLetter(account: known, agency: agency.id, at: now) == nil
            else { return }
            id = known
            try setEnrolment(
                account: id, agency: agency.id, code: code.storedId, endsAt: NewAccount.enrolment.end(from: now))
        } else {
            guard let login = try asked.logins.first(where: { try account(agency: agency.id, login: $0) == nil }) else {
                return
            }
            id = RandomId().text
            try vouching(for: [id], in: agency, by: .server, with: keys.vouching, at: now) {
                try insertAccount(
                    id: id, agency: agency.id, person: asked.person, login: login, name: asked.name,
                    enrolmentCode: code.storedId, endsAt: NewAccount.enrolment.end(from: now))
            }
            try record(.accountCreated, in: agency, by: .server, on: id, details: [login, asked.name], at: now)
        }
        try setEnrolmentLetter(
            try keys.seal(enrolmentCode: code, account: id), account: id, agency: agency.id,
            endsAt: AskedAccount.quiet.end(from: now))
        try send(asked.email, to: id, in: agency, at: now)
    }

    /// Has the code sent to the address that the directory has. It is no way to the owner before they proved it.
    private func send(_ address: EmailAddress, to account: String, in agency: Agency, at now: Instant) throws {
        let known = try contactMethods(of: account, agency: agency.id).map(\.method).first {
            $0.kind == .email && $0.address == address.text
        }
        let method =
            known
            ?? ContactMethod(
                id: RandomId().text, kind: .email, address: address.text, delay: 0, isConfirmed: false, trouble: nil)
        if known == nil { _ = try insert(method, account: account, agency: agency.id) }
        let ping = agency.pingKey("enrolment letter \(account) \(now.milliseconds)")
        guard try insertPing(ping, account: account, agency: agency.id, at: now) else { return }
        try insertOutbox(
            id: RandomId().text, account: account, agency: agency.id, ping: ping, step: Ping.Step(atOnceBy: method),
            word: .code, urgency: .urgent, dueAt: now)
    }
}
