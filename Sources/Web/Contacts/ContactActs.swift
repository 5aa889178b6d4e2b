import HTML
import HTTPTypes
import Operations
import Program

/// What is done with one contact. The form that counts and corrects it is the pack's, so these two are not declared by fields.
enum ContactActs {
    static let remove = Act(
        "removeContact", "Take a contact out of your own sheet.", at: ContactAddresses.removal, .delete,
        interface: ContactAddresses.contact, for: .holding(.keepStatSheet), taking: .nothing, then: .done("Removed."),
        see: { _, month, _ in SheetAddresses.sheet.link(month) },
        refused: { visit, refused, month, _ in try await SheetPages.refused(visit, refused, month) },
        perform: { visit, _, month, contact in
            try await visit.programmes.removeContact(contact.id, in: month, by: visit.staff)
        })

    /// Counts a new contact. Its day says its month; where the form keeps no days, the form asks for the month itself.
    @Sendable
    static func record(_ visit: StaffVisit) async throws -> Answer {
        let form = EntryForm.sent(visit)
        if let refusal = visit.form.repeating(EntryForm.kindField, EntryForm.monthField) {
            return refused(refusal, form, visit)
        }
        guard let month = form.month else {
            return refused(Refusal("Choose when it was.", field: form.dateField), form, visit)
        }
        switch try await visit.programmes.recordContact(form.answers, in: month, by: visit.staff) {
        case .success: return .see(SheetAddresses.sheet.link(month, query: ("counted", "yes")))
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
        guard let entry = own.entry(contact.id) else { return nil }
        let form = EntryForm.correcting(entry, contact, own, by: visit.form)
        if let refusal = visit.form.repeating(EntryForm.kindField) { return refused(refusal, form, visit) }
        switch try await visit.programmes.correctContact(contact.id, form.answers, in: month, by: visit.staff) {
        case .success: return .see(SheetAddresses.sheet.link(month))
        case .failure(let refusal): return refused(refusal, form, visit)
        case nil: return nil
        }
    }

    /// The form again. What is wrong with the month is said where the form asks when it was.
    private static func refused(_ refusal: Refusal, _ form: EntryForm, _ visit: StaffVisit) -> Answer {
        let problems = refusal.problems.map { problem in
            problem.field == EntryForm.monthField
                ? Refusal.Problem(field: form.dateField, message: problem.message, clauses: problem.clauses) : problem
        }
        return .again(ContactPages.entry(form, visit, refusal: Refusal(problems)))
    }
}
