import Program
import Sealing
import Store

extension Programmes {
    /// Sends new digits to a method that is not confirmed. Nothing where the account has no such method.
    package func sendCode(to id: String, for staff: Staff) async throws -> Result<Void, Refusal>? {
        try await tell(id, .code, staff) { doing, method, word in try doing.sendCode(to: method, as: word) }
    }

    /// Sends a test word to a confirmed method. Nothing where the account has no such method.
    package func sendTest(to id: String, for staff: Staff) async throws -> Result<Void, Refusal>? {
        try await tell(id, .test, staff) { doing, method, word in try doing.send(.test, to: method, as: word) }
    }

    private func tell(
        _ id: String, _ word: Word, _ staff: Staff,
        _ send: @escaping @Sendable (Doing, ContactMethod, PingKey) throws -> Void
    ) async throws -> Result<Void, Refusal>? {
        try await quietAct(by: staff, .signedIn) { doing in
            guard let row = try doing.ownMethod(id) else { return .nothing }
            guard let key = try doing.freeWord() else { return .refused(.toldOften) }
            if let refusal = row.method.mayAskFor(word) { return .refused(refusal) }
            try send(doing, row.method, key)
            return .done(.reaching)
        }
    }

    /// Takes the digits that were sent. From then on the method is used. Nothing where the account has no such method.
    package func confirm(_ id: String, with digits: String, for staff: Staff) async throws -> Result<Void, Refusal>? {
        try await quietAct(by: staff, .signedIn) { doing in
            guard let row = try doing.ownMethod(id) else { return .nothing }
            let (account, agency) = (doing.staff.account, doing.agency.id)
            if let refusal = row.proof(at: doing.now).mayConfirm(digits) {
                try doing.transaction.countCodeTry(ofContactMethod: id, of: account, agency: agency)
                return .refused(refusal)
            }
            try doing.transaction.confirm(contactMethod: id, of: account, agency: agency)
            return .done(.reaching)
        }
    }
}

extension ContactMethodRow {
    /// What there is to prove it by.
    func proof(at now: Instant) -> AddressCode {
        AddressCode(sent: code, until: codeEndsAt, tries: codeTries, at: now)
    }
}

extension Doing {
    /// A method of the actor's own account.
    func ownMethod(_ id: String) throws -> ContactMethodRow? {
        try transaction.contactMethod(id, of: staff.account, agency: agency.id)
    }

    /// Sends new digits there; those sent before are worth nothing any more.
    func sendCode(to method: ContactMethod, as ping: PingKey) throws {
        try transaction.setCode(
            ofContactMethod: method.id, of: staff.account, agency: agency.id, code: newDigits(),
            endsAt: AddressCode.time.end(from: now))
        try send(.code, to: method, as: ping)
    }

    /// Has one word sent by that method at once.
    fileprivate func send(_ word: Word, to method: ContactMethod, as ping: PingKey) throws {
        guard try transaction.insertPing(ping, account: staff.account, agency: agency.id, at: now) else { return }
        try transaction.insertOutbox(
            id: RandomId().text, account: staff.account, agency: agency.id, ping: ping,
            step: Ping.Step(atOnceBy: method), word: word, urgency: .urgent, dueAt: now)
    }

    /// The first of the words an account may ask for on a day that it has not asked for yet; nothing where it has asked for
    /// all of them.
    func freeWord() throws -> PingKey? {
        try (1...AddressCode.mostWordsADay).lazy.map { agency.pingKey("asked for on \(now.dayNumber): \($0)") }.first {
            try !transaction.isPinged($0, account: staff.account, agency: agency.id)
        }
    }

    private func newDigits() -> String {
        var generator = SystemRandomNumberGenerator()
        return String(String(Int.random(in: 1_000_000...1_999_999, using: &generator)).dropFirst())
    }
}
