import PolicyPacks
import Program
import Sealing
import Store

// A draft is nobody's business until it is submitted, so no entry of the chain tells of it.
extension Programmes {
    /// Writes a contact in the supporter's own draft sheet. Durable when this returns.
    package func recordContact(
        _ answers: ContactAnswers, in month: Month, by staff: Staff
    ) async throws -> Result<RandomId, Refusal> {
        try await quietAct(by: staff, .holding(.keepStatSheet)) { doing in
            if let refusal = try refusalToWrite(in: month, doing) { return .refused(refusal) }
            let (staff, transaction) = (doing.staff, doing.transaction)
            let begun = try keptSheet(month, of: staff, transaction)
            let form = try begun.map { try packs.pack($0.pack, in: transaction).pack.contactForm }
            let stored: StoredContact
            switch try (form ?? doing.policy.contactForm).stored(from: answers, in: month, today: staff.today) {
            case .failure(let refusal): return .refused(refusal)
            case .success(let checked): stored = checked
            }
            let place = begun?.content.nextPlace ?? 1
            if let refusal = StatSheet.mayAdd(at: place) { return .refused(refusal) }
            let id = RandomId()
            let entry = ContactRow(id: id.bytes, place: place, contact: stored)
            guard try keep((begun?.content.entries ?? []) + [entry], of: begun, in: month, doing) else {
                return .refused(StatSheet.isFull)
            }
            return .done(id, .draft)
        }.whileAllowed()
    }

    /// Replaces a contact of the draft by a corrected one at the same place; nothing where there is no such contact.
    package func correctContact(
        _ id: RandomId, _ answers: ContactAnswers, in month: Month, by staff: Staff
    ) async throws -> Result<RandomId, Refusal>? {
        try await quietAct(by: staff, .holding(.keepStatSheet)) { doing in
            guard let begun = try keptSheet(month, of: doing.staff, doing.transaction),
                let present = begun.content.entries.first(where: { $0.id == id.bytes })
            else {
                return try isFiled(id, in: month, doing) ? .refused(doing.policy.statSheet.submitted(month)) : .nothing
            }
            if let refusal = try refusalToWrite(in: month, doing) { return .refused(refusal) }
            let form = try form(of: begun, doing.staff, in: doing.transaction)
            switch try form.stored(from: answers, in: month, today: doing.staff.today) {
            case .failure(let refusal): return .refused(refusal)
            case .success(let contact):
                let corrected = ContactRow(id: id.bytes, place: present.place, contact: contact)
                let entries = begun.content.entries.map { $0.id == id.bytes ? corrected : $0 }
                guard try keep(entries, of: begun, in: month, doing) else { return .refused(StatSheet.isFull) }
                return .done(id, .draft)
            }
        }
    }

    /// Takes a contact out of the draft; nothing where there is no such contact.
    package func removeContact(
        _ id: RandomId, in month: Month, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await quietAct(by: staff, .holding(.keepStatSheet)) { doing in
            guard let begun = try keptSheet(month, of: doing.staff, doing.transaction),
                begun.content.entries.contains(where: { $0.id == id.bytes })
            else {
                return try isFiled(id, in: month, doing) ? .refused(doing.policy.statSheet.submitted(month)) : .nothing
            }
            if let refusal = try refusalToWrite(in: month, doing) { return .refused(refusal) }
            let entries = begun.content.entries.filter { $0.id != id.bytes }
            guard try keep(entries, of: begun, in: month, doing) else { return .refused(StatSheet.isFull) }
            return .done(.draft)
        }
    }

    private func keep(
        _ entries: [ContactRow], of begun: KeptSheet?, in month: Month, _ doing: Doing
    ) throws -> Bool {
        try keep(.draft(entries), after: begun, in: month, pack: doing.agency.packHash, doing)
    }

    /// Whether it is an entry of a sheet that was submitted under its supporter's name, and can be looked at still.
    private func isFiled(_ id: RandomId, in month: Month, _ doing: Doing) throws -> Bool {
        try filedSheet(of: doing.staff.account, month, agency: doing.agency.id, doing.transaction)?
            .entries.contains { $0.id == id.bytes } ?? false
    }

    func refusalToWrite(in month: Month, _ doing: Doing) throws -> Refusal? {
        doing.policy.statSheet.mayWrite(
            in: month, on: doing.staff.today,
            filing: try doing.transaction.filing(
                account: doing.staff.account, agency: doing.agency.id, month: month))
    }
}
