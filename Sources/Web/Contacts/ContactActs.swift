import HTML
import HTTPTypes
import Operations
import Program

/// What the forms of contacts and sheets do.
enum ContactActs {
    /// Counts a new contact. Its day says its month; where the form keeps no days, the form asks for the month itself.
    @Sendable
    static func record(_ visit: StaffVisit) async throws -> Answer {
        let form = try await EntryForm.sent(visit)
        guard let month = form.month else {
            return refused(Refusal("Choose when it was.", field: form.dateField), form, visit)
        }
        switch try await visit.programmes.recordContact(form.answers, in: month, by: visit.staff) {
        case .success: return .see(ContactAddresses.sheet.link(month, query: ("counted", "yes")))
        case .failure(let refusal): return refused(refusal, form, visit)
        }
    }

    @Sendable
    static func show(_ visit: StaffVisit, month: Month, contact: ContactID) async throws -> Answer? {
        let own = try await visit.programmes.ownSheet(month, of: visit.staff)
        guard own.filing == nil, let entry = own.entry(contact.id) else { return nil }
        return .page(ContactPages.entry(EntryForm.correcting(entry, contact, own), visit))
    }

    @Sendable
    static func correct(_ visit: StaffVisit, month: Month, contact: ContactID) async throws -> Answer? {
        let own = try await visit.programmes.ownSheet(month, of: visit.staff)
        guard own.entry(contact.id) != nil else { return nil }
        let form = EntryForm.corrected(visit, contact, own)
        switch try await visit.programmes.correctContact(contact.id, form.answers, in: month, by: visit.staff) {
        case .success: return .see(ContactAddresses.sheet.link(month))
        case .failure(let refusal): return refused(refusal, form, visit)
        case nil: return nil
        }
    }

    @Sendable
    static func remove(_ visit: StaffVisit, month: Month, contact: ContactID) async throws -> Answer? {
        switch try await visit.programmes.removeContact(contact.id, in: month, by: visit.staff) {
        case .success: return .see(ContactAddresses.sheet.link(month))
        case .failure(let refusal): return try await sheet(month, visit, refusal)
        case nil: return nil
        }
    }

    @Sendable
    static func submit(_ visit: StaffVisit, month: Month) async throws -> Answer? {
        switch try await visit.programmes.submitSheet(month, by: visit.staff) {
        case .success: return .see(ContactAddresses.sheet.link(month))
        case .failure(let refusal): return try await sheet(month, visit, refusal)
        }
    }

    private static func sheet(_ month: Month, _ visit: StaffVisit, _ refusal: Refusal) async throws -> Answer? {
        guard month <= visit.staff.today.month else { return nil }
        let own = try await visit.programmes.ownSheet(month, of: visit.staff)
        return .page(SheetPages.sheet(own, visit, problems: refusal), status: .unprocessableContent)
    }

    private static func refused(_ refusal: Refusal, _ form: EntryForm, _ visit: StaffVisit) -> Answer {
        .page(ContactPages.entry(form, visit, refusal: refusal), status: .unprocessableContent)
    }
}
