import Program
import Sealing
import Store

extension Programmes {
    /// Writes a contact in the supporter's own draft sheet. Durable when this returns.
    package func recordContact(
        _ answers: ContactAnswers, in month: Month, by staff: Staff
    ) async throws -> Result<RandomId, Refusal> {
        try await database.write { transaction in
            switch try checked(answers, in: month, by: staff, transaction) {
            case .failure(let refusal): return .failure(refusal)
            case .success(let contact):
                let sheet = staff.sheetID(month)
                try transaction.beginSheet(
                    id: sheet, agency: staff.agency.id, month: month, pack: staff.agency.packHash)
                let place = try transaction.nextPlace(sheet: sheet)
                if let refusal = StatSheet.mayAdd(at: place) { return .failure(refusal) }
                let id = RandomId()
                try transaction.insert(ContactRow(id: id.bytes, place: place, contact: contact), sheet: sheet)
                return .success(id)
            }
        }
    }

    /// Replaces a contact of the draft by a corrected one at the same place; nothing where there is no such contact.
    package func correctContact(
        _ id: RandomId, _ answers: ContactAnswers, in month: Month, by staff: Staff
    ) async throws -> Result<RandomId, Refusal>? {
        try await database.write { transaction in
            let sheet = staff.sheetID(month)
            guard let present = try transaction.contact(sheet: sheet, id: id.bytes) else { return nil }
            switch try checked(answers, in: month, by: staff, transaction) {
            case .failure(let refusal): return .failure(refusal)
            case .success(let contact):
                try transaction.deleteContact(sheet: sheet, id: id.bytes)
                try transaction.insert(
                    ContactRow(id: id.bytes, place: present.place, contact: contact), sheet: sheet)
                return .success(id)
            }
        }
    }

    /// Takes a contact out of the draft; nothing where there is no such contact.
    package func removeContact(
        _ id: RandomId, in month: Month, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await database.write { transaction in
            let sheet = staff.sheetID(month)
            guard try transaction.contact(sheet: sheet, id: id.bytes) != nil else { return nil }
            if let refusal = try refusalToWrite(in: month, by: staff, transaction) { return .failure(refusal) }
            try transaction.deleteContact(sheet: sheet, id: id.bytes)
            return .success(())
        }
    }

    /// The contact those answers make, if the sheet may be written in.
    private func checked(
        _ answers: ContactAnswers, in month: Month, by staff: Staff, _ transaction: any Transaction
    ) throws -> Result<StoredContact, Refusal> {
        if let refusal = try refusalToWrite(in: month, by: staff, transaction) { return .failure(refusal) }
        let form = try form(of: staff.sheetID(month), staff, in: transaction)
        switch form.entry(from: answers, in: month, today: staff.today) {
        case .failure(let refusal): return .failure(refusal)
        case .success(let entry): return .success(try form.stored(entry))
        }
    }

    func refusalToWrite(in month: Month, by staff: Staff, _ transaction: any Transaction) throws -> Refusal? {
        staff.policy.statSheet.mayWrite(
            in: month, on: staff.today,
            filing: try transaction.filing(account: staff.account, agency: staff.agency.id, month: month))
    }
}
