import HTTPTypes
import Operations
import Program
import Sealing

enum ContactAddresses {
    static let newContact = FixedAddress("contacts/new")
    static let contacts = FixedAddress("contacts")
    static let contact = Address<Month, ContactID>("sheets/{month}/contacts/{contact}")
    static let removal = Address<Month, ContactID>("sheets/{month}/contacts/{contact}/removal")
    /// Where programs count one; a page's form says the month by itself.
    static let ofMonth = Address<Month>("sheets/{month}/contacts")
}

/// The random id of a contact in its supporter's draft.
struct ContactID: PathValue {
    let id: RandomId

    init(_ id: RandomId) { self.id = id }

    init?(pathText: String) {
        guard let id = RandomId(text: pathText) else { return nil }
        self.id = id
    }

    var pathText: String { id.text }
}

extension Routes {
    static let contacts: [Route] = contactForms + ContactActs.remove.routes + contactInterface

    private static let contactForms: [Route] = [
        .staff(.get, ContactAddresses.newContact, for: .holding(.keepStatSheet)) { visit in
            .page(ContactPages.entry(EntryForm.new(visit), visit))
        },
        .staff(.post, ContactAddresses.contacts, for: .holding(.keepStatSheet), ContactActs.record),
        .staff(.get, ContactAddresses.contact, for: .holding(.keepStatSheet), ContactActs.show),
        .staff(.post, ContactAddresses.contact, for: .holding(.keepStatSheet), ContactActs.correct),
    ]

    private static let contactInterface: [Route] = [
        .api(
            .post, ContactAddresses.ofMonth, for: .holding(.keepStatSheet),
            Endpoint(
                id: "recordContact", summary: "Count a contact in your own sheet of the month.",
                body: { $0.contactForm.schema() },
                success: .created("The contact is in the sheet.", .object([Schema.Property("id", .id)])))
        ) { visit, body, month in
            try await visit.programmes.recordContact(ContactAnswers(body), in: month, by: visit.staff).map { id in
                Answer.json(["id": .string(id.text)], status: .created)
                    .at(ContactAddresses.contact.interface.link(month, ContactID(id)))
            }
        },
        .api(
            .put, ContactAddresses.contact, for: .holding(.keepStatSheet),
            Endpoint(
                id: "correctContact", summary: "Replace a contact of your own sheet.",
                body: { $0.contactForm.schema() },
                success: .done("Replaced."))
        ) { visit, body, month, contact in
            try await visit.programmes.correctContact(contact.id, ContactAnswers(body), in: month, by: visit.staff)?
                .map { _ in .done }
        },
    ]
}
