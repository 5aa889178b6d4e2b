import HTML
import Operations
import Program
import Sealing

enum ContactAddresses {
    static let newContact = Address("contacts", "new")
    static let contacts = Address("contacts")
    static let sheets = Address("sheets")
    static let sheet = AddressOf<Month>("sheets", by: "month")
    static let submission = AddressOf<Month>("sheets", by: "month", then: ["submission"])
    static let contact = AddressOfTwo<Month, ContactID>("sheets", by: "month", then: ["contacts"], and: "contact")
    static let removal = AddressOfTwo<Month, ContactID>(
        "sheets", by: "month", then: ["contacts"], and: "contact", end: ["removal"])
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
