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
            let sheet = staff.sheetID(month)
            let begun = try transaction.begunSheet(id: sheet)
            let form = try begun.map { try packs.pack($0.sheet.pack, in: transaction).pack.contactForm }
            let stored: StoredContact
            switch try (form ?? doing.policy.contactForm).stored(from: answers, in: month, today: staff.today) {
            case .failure(let refusal): return .refused(refusal)
            case .success(let checked): stored = checked
            }
            let place = begun?.nextPlace ?? 1
            if let refusal = StatSheet.mayAdd(at: place) { return .refused(refusal) }
            if begun == nil {
                try transaction.beginSheet(
                    id: sheet, agency: doing.agency.id, month: month, pack: doing.agency.packHash)
            }
            let id = RandomId()
            try transaction.insert(ContactRow(id: id.bytes, place: place, contact: stored), sheet: sheet)
            return .done(id, .draft)
        }.whileAllowed()
    }

    /// Replaces a contact of the draft by a corrected one at the same place; nothing where there is no such contact.
    package func correctContact(
        _ id: RandomId, _ answers: ContactAnswers, in month: Month, by staff: Staff
    ) async throws -> Result<RandomId, Refusal>? {
        try await quietAct(by: staff, .holding(.keepStatSheet)) { doing in
            let (transaction, sheet) = (doing.transaction, doing.staff.sheetID(month))
            guard let present = try transaction.contact(sheet: sheet, id: id.bytes) else { return .nothing }
            if let refusal = try refusalToWrite(in: month, doing) { return .refused(refusal) }
            let form = try form(of: sheet, doing.staff, in: transaction)
            switch try form.stored(from: answers, in: month, today: doing.staff.today) {
            case .failure(let refusal): return .refused(refusal)
            case .success(let contact):
                try transaction.deleteContact(sheet: sheet, id: id.bytes)
                try transaction.insert(
                    ContactRow(id: id.bytes, place: present.place, contact: contact), sheet: sheet)
                return .done(id, .draft)
            }
        }
    }

    /// Takes a contact out of the draft; nothing where there is no such contact.
    package func removeContact(
        _ id: RandomId, in month: Month, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await quietAct(by: staff, .holding(.keepStatSheet)) { doing in
            let sheet = doing.staff.sheetID(month)
            guard try doing.transaction.contact(sheet: sheet, id: id.bytes) != nil else { return .nothing }
            if let refusal = try refusalToWrite(in: month, doing) { return .refused(refusal) }
            try doing.transaction.deleteContact(sheet: sheet, id: id.bytes)
            return .done(.draft)
        }
    }

    func refusalToWrite(in month: Month, _ doing: Doing) throws -> Refusal? {
        doing.policy.statSheet.mayWrite(
            in: month, on: doing.staff.today,
            filing: try doing.transaction.filing(
                account: doing.staff.account, agency: doing.agency.id, month: month))
    }
}
