import Program
import Sealing
import Store

extension Programmes {
    /// Sends new digits to a method that is not confirmed. Nothing where the account has no such method.
    package func sendCode(to id: String, for staff: Staff) async throws -> Result<Void, Refusal>? {
        try await tell(id, staff) { transaction, method, word, now in
            guard !method.isConfirmed else { return Refusal("This one is confirmed already.") }
            try transaction.sendCode(to: method, of: staff, as: word, at: now)
            return nil
        }
    }

    /// Sends a test word to a confirmed method. Nothing where the account has no such method.
    package func sendTest(to id: String, for staff: Staff) async throws -> Result<Void, Refusal>? {
        try await tell(id, staff) { transaction, method, word, now in
            guard method.isConfirmed else { return Refusal("Confirm it first.") }
            try transaction.send(.test, to: method, of: staff, as: word, at: now)
            return nil
        }
    }

    private func tell(
        _ id: String, _ staff: Staff,
        _ body: @escaping @Sendable (any Transaction, ContactMethod, PingKey, Instant) throws -> Refusal?
    ) async throws -> Result<Void, Refusal>? {
        let now = clock()
        return try await database.write { transaction in
            guard let row = try transaction.contactMethod(id, of: staff.account, agency: staff.agency.id) else {
                return nil
            }
            guard let word = try transaction.freeWord(of: staff, at: now) else { return .failure(.toldOften) }
            return try body(transaction, row.method, word, now).map { .failure($0) } ?? .success(())
        }
    }

    /// Takes the digits that were sent. From then on the method is used. Nothing where the account has no such method.
    package func confirm(_ id: String, with digits: String, for staff: Staff) async throws -> Result<Void, Refusal>? {
        let now = clock()
        return try await database.write { transaction in
            guard let row = try transaction.contactMethod(id, of: staff.account, agency: staff.agency.id) else {
                return nil
            }
            let sent = row.takesCode(at: now) ? row.code : nil
            if let refusal = AddressCode.mayConfirm(digits, sent: sent, tries: row.codeTries) {
                try transaction.countCodeTry(ofContactMethod: id, of: staff.account, agency: staff.agency.id)
                return .failure(refusal)
            }
            try transaction.confirm(contactMethod: id, of: staff.account, agency: staff.agency.id)
            return .success(())
        }
    }
}

extension ContactMethodRow {
    /// Whether digits that were sent are still taken.
    func takesCode(at now: Instant) -> Bool {
        codeEndsAt.map { $0 > now } == true && codeTries < AddressCode.mostTries
    }
}

extension Transaction {
    /// Sends new digits there; those sent before are worth nothing any more.
    func sendCode(to method: ContactMethod, of staff: Staff, as ping: PingKey, at now: Instant) throws {
        try setCode(
            ofContactMethod: method.id, of: staff.account, agency: staff.agency.id, code: newDigits(),
            endsAt: now.adding(seconds: AddressCode.length))
        try send(.code, to: method, of: staff, as: ping, at: now)
    }

    /// Has one word sent by that method at once.
    fileprivate func send(
        _ word: Word, to method: ContactMethod, of staff: Staff, as ping: PingKey, at now: Instant
    ) throws {
        guard try insertPing(ping, account: staff.account, agency: staff.agency.id, at: now) else { return }
        try insertOutbox(
            id: RandomId().text, account: staff.account, agency: staff.agency.id, ping: ping,
            step: Ping.Step(atOnceBy: method), word: word, urgency: .urgent, dueAt: now)
    }

    /// The first of the words an account may ask for on a day that it has not asked for yet; nothing where it has asked for
    /// all of them.
    func freeWord(of staff: Staff, at now: Instant) throws -> PingKey? {
        try (1...AddressCode.mostWordsADay).lazy.map { PingKey("asked for on \(now.dayNumber): \($0)") }.first {
            try !isPinged($0, account: staff.account, agency: staff.agency.id)
        }
    }

    private func newDigits() -> String {
        var generator = SystemRandomNumberGenerator()
        return String(String(Int.random(in: 1_000_000...1_999_999, using: &generator)).dropFirst())
    }
}

extension Refusal {
    /// More words were asked for than an account gets in a day.
    static let toldOften = Refusal("That was often for one day. Try again tomorrow.")
}
