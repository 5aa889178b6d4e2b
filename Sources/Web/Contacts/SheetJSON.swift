import HTTPTypes
import Operations
import Program
import Sealing

enum SheetPlaces {
    static let sheets = Place("api", "v1", "sheets")
    static let sheet = PlaceOf<Month>("api", "v1", "sheets", by: "month")
    static let contacts = PlaceOf<Month>("api", "v1", "sheets", by: "month", then: ["contacts"])
    static let contact = PlaceOfTwo<Month, ContactID>(
        "api", "v1", "sheets", by: "month", then: ["contacts"], and: "contact")
    static let submission = PlaceOf<Month>("api", "v1", "sheets", by: "month", then: ["submission"])
}

extension Routes {
    static let sheetInterface: [Route] = [
        .api(.get, SheetPlaces.sheets, for: .holding(.keepStatSheet), SheetOperations.months) { call in
            .success(.json(SheetJSON.months(try await call.programmes.ownMonths(of: call.staff))))
        },
        .api(.get, SheetPlaces.sheet, for: .holding(.keepStatSheet), SheetOperations.sheet) { call, month in
            guard month <= call.staff.today.month else { return nil }
            return .success(.json(SheetJSON.sheet(try await call.programmes.ownSheet(month, of: call.staff))))
        },
        .api(.post, SheetPlaces.contacts, for: .holding(.keepStatSheet), SheetOperations.record) { call, month in
            try await call.programmes.recordContact(ContactAnswers(call.body), in: month, by: call.staff).map { id in
                Answer.json(["id": .string(id.text)], status: .created)
                    .at(SheetPlaces.contact.link(month, ContactID(id)))
            }
        },
        .api(
            .put, SheetPlaces.contact, for: .holding(.keepStatSheet), SheetOperations.correct
        ) { call, month, contact in
            try await call.programmes.correctContact(contact.id, ContactAnswers(call.body), in: month, by: call.staff)?
                .map { _ in .done }
        },
        .api(
            .delete, SheetPlaces.contact, for: .holding(.keepStatSheet), SheetOperations.remove
        ) { call, month, contact in
            try await call.programmes.removeContact(contact.id, in: month, by: call.staff)?.map { .done }
        },
        .api(.post, SheetPlaces.submission, for: .holding(.keepStatSheet), SheetOperations.submit) { call, month in
            try await call.programmes.submitSheet(month, by: call.staff).map {
                .json(SheetJSON.submission($0), status: .created)
            }
        },
    ]
}

enum SheetOperations {
    static let months = Operation(
        "listSheets", "Your own months, the latest first.",
        success: .ok("The months.") { _ in
            .object([
                Schema.Property(
                    "sheets",
                    .list(
                        of: .object([
                            Schema.Property("month", .month), Schema.Property("submission", .nullable(submission)),
                        ])))
            ])
        }, mayRefuse: false)

    static let sheet = Operation(
        "readSheet", "Your own stat sheet of a month.",
        success: .ok("The sheet.") { pack in
            .object([
                Schema.Property("month", .month),
                Schema.Property("due", .day, about: "The last day on which it is on time."),
                Schema.Property("submission", .nullable(submission)),
                Schema.Property(
                    "contacts", .nullable(.list(of: contact(pack.contactForm))),
                    about: "Null once the sheet is submitted and its entries have become counts."),
            ])
        }, mayRefuse: false)

    static let record = Operation(
        "recordContact", "Count a contact in your own sheet of the month.", body: { $0.contactForm.schema() },
        success: .created("The contact is in the sheet.", .object([Schema.Property("id", .id)])))

    static let correct = Operation(
        "correctContact", "Replace a contact of your own sheet.", body: { $0.contactForm.schema() },
        success: .done("Replaced."))

    static let remove = Operation(
        "removeContact", "Take a contact out of your own sheet.", success: .done("Removed."))

    static let submit = Operation(
        "submitSheet", "Submit your own sheet of the month, for good.",
        success: .created("Submitted.", submission))

    static let submission = Schema.object([
        Schema.Property("day", .day),
        Schema.Property("minutes", .integer(0...Schema.largest), about: "All time of support in the sheet."),
        Schema.Property("late", .boolean),
    ])

    private static func contact(_ form: ContactForm) -> Schema {
        form.schema(leading: [Schema.Property("id", .id)])
    }
}

enum SheetJSON {
    static func months(_ months: [OwnMonth]) -> JSON {
        [
            "sheets": .array(
                months.map { ["month": .string($0.month.text), "submission": $0.filing.map(submission) ?? .null] })
        ]
    }

    static func sheet(_ own: OwnSheet) -> JSON {
        let entries = zip(own.sheet.entries, own.ids).map { own.sheet.form.json($0, id: ContactID($1)) }
        return [
            "month": .string(own.sheet.month.text), "due": .string(own.due.text),
            "submission": own.filing.map(submission) ?? .null,
            "contacts": own.hasEntries ? .array(entries) : .null,
        ]
    }

    static func submission(_ filing: Filing) -> JSON {
        [
            "day": .string(filing.filedOn.text), "minutes": .integer(filing.minutes), "late": .boolean(filing.late),
        ]
    }
}
