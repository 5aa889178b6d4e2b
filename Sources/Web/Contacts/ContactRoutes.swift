import HTML
import Operations
import Program
import Sealing

enum ContactPlaces {
    static let newContact = Place("contacts", "new")
    static let contacts = Place("contacts")
    static let sheets = Place("sheets")
    static let sheet = PlaceOf<Month>("sheets", by: "month")
    static let submission = PlaceOf<Month>("sheets", by: "month", then: ["submission"])
    static let contact = PlaceOfTwo<Month, ContactID>("sheets", by: "month", then: ["contacts"], and: "contact")
    static let removal = PlaceOfTwo<Month, ContactID>(
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
        .staff(.get, ContactPlaces.newContact, for: .holding(.keepStatSheet)) { visit in
            .page(ContactPages.entry(try await EntryForm.new(visit), visit))
        },
        .staff(.post, ContactPlaces.contacts, for: .holding(.keepStatSheet), ContactActs.record),
        .staff(.get, ContactPlaces.contact, for: .holding(.keepStatSheet), ContactActs.show),
        .staff(.post, ContactPlaces.contact, for: .holding(.keepStatSheet), ContactActs.correct),
        .staff(.post, ContactPlaces.removal, for: .holding(.keepStatSheet), ContactActs.remove),
    ]

    static let sheets: [Route] = [
        .staff(.get, ContactPlaces.sheets, for: .holding(.keepStatSheet)) { visit in
            .page(SheetPages.months(try await visit.programmes.ownMonths(of: visit.staff), visit))
        },
        .staff(.get, ContactPlaces.sheet, for: .holding(.keepStatSheet)) { visit, month in
            guard month <= visit.staff.today.month else { return nil }
            let own = try await visit.programmes.ownSheet(month, of: visit.staff)
            return .page(SheetPages.sheet(own, visit, counted: visit.visit.query("counted") == "yes"))
        },
        .staff(.post, ContactPlaces.submission, for: .holding(.keepStatSheet), ContactActs.submit),
    ]
}
