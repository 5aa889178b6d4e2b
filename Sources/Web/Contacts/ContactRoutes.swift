import HTML
import Operations
import Program
import Sealing

enum ContactAddresses {
    static let newContact = FixedAddress("contacts/new")
    static let contacts = FixedAddress("contacts")
    static let sheets = FixedAddress("sheets")
    static let sheet = Address<Month>("sheets/{month}")
    static let submission = Address<Month>("sheets/{month}/submission")
    static let contact = Address<Month, ContactID>("sheets/{month}/contacts/{contact}")
    static let removal = Address<Month, ContactID>("sheets/{month}/contacts/{contact}/removal")
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
    static let contacts: [Route] = [
        .staff(.get, ContactAddresses.newContact, for: .holding(.keepStatSheet)) { visit in
            .page(ContactPages.entry(try await EntryForm.new(visit), visit))
        },
        .staff(.post, ContactAddresses.contacts, for: .holding(.keepStatSheet), ContactActs.record),
        .staff(.get, ContactAddresses.contact, for: .holding(.keepStatSheet), ContactActs.show),
        .staff(.post, ContactAddresses.contact, for: .holding(.keepStatSheet), ContactActs.correct),
        .staff(.post, ContactAddresses.removal, for: .holding(.keepStatSheet), ContactActs.remove),
    ]

    static let sheets: [Route] = [
        .staff(.get, ContactAddresses.sheets, for: .holding(.keepStatSheet)) { visit in
            .page(SheetPages.months(try await visit.programmes.ownMonths(of: visit.staff), visit))
        },
        .staff(.get, ContactAddresses.sheet, for: .holding(.keepStatSheet)) { visit, month in
            guard month <= visit.staff.today.month else { return nil }
            let own = try await visit.programmes.ownSheet(month, of: visit.staff)
            return .page(SheetPages.sheet(own, visit, counted: visit.visit.query("counted") == "yes"))
        },
        .staff(.post, ContactAddresses.submission, for: .holding(.keepStatSheet), ContactActs.submit),
    ]
}
