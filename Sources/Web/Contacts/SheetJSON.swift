import HTTPTypes
import Operations
import Program
import Sealing

enum SheetAddresses {
    static let sheets = FixedAddress("api/v1/sheets")
    static let sheet = Address<Month>("api/v1/sheets/{month}")
    static let contacts = Address<Month>("api/v1/sheets/{month}/contacts")
    static let contact = Address<Month, ContactID>("api/v1/sheets/{month}/contacts/{contact}")
    static let submission = Address<Month>("api/v1/sheets/{month}/submission")
}

extension Routes {
    static let sheetInterface: [Route] = [
        .api(.get, SheetAddresses.sheets, for: .holding(.keepStatSheet), SheetEndpoints.months) { call in
            .success(.json(SheetJSON.months(try await call.programmes.ownMonths(of: call.staff))))
        },
        .api(.get, SheetAddresses.sheet, for: .holding(.keepStatSheet), SheetEndpoints.sheet) { call, month in
            guard month <= call.staff.today.month else { return nil }
            return .success(.json(SheetJSON.sheet(try await call.programmes.ownSheet(month, of: call.staff))))
        },
        .api(.post, SheetAddresses.contacts, for: .holding(.keepStatSheet), SheetEndpoints.record) { call, month in
            try await call.programmes.recordContact(ContactAnswers(call.body), in: month, by: call.staff).map { id in
                Answer.json(["id": .string(id.text)], status: .created)
                    .at(SheetAddresses.contact.link(month, ContactID(id)))
            }
        },
        .api(
            .put, SheetAddresses.contact, for: .holding(.keepStatSheet), SheetEndpoints.correct
        ) { call, month, contact in
            try await call.programmes.correctContact(contact.id, ContactAnswers(call.body), in: month, by: call.staff)?
                .map { _ in .done }
        },
        .api(
            .delete, SheetAddresses.contact, for: .holding(.keepStatSheet), SheetEndpoints.remove
        ) { call, month, contact in
            try await call.programmes.removeContact(contact.id, in: month, by: call.staff)?.map { .done }
        },
        .api(.post, SheetAddresses.submission, for: .holding(.keepStatSheet), SheetEndpoints.submit) { call, month in
            try await call.programmes.submitSheet(month, by: call.staff).map {
                .json(SheetJSON.submission($0), status: .created)
            }
        },
    ]
}

enum SheetEndpoints {
    static let months = Endpoint(
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

    static let sheet = Endpoint(
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

    static let record = Endpoint(
        "recordContact", "Count a contact in your own sheet of the month.", body: { $0.contactForm.schema() },
        success: .created("The contact is in the sheet.", .object([Schema.Property("id", .id)])))

    static let correct = Endpoint(
        "correctContact", "Replace a contact of your own sheet.", body: { $0.contactForm.schema() },
        success: .done("Replaced."))

    static let remove = Endpoint(
        "removeContact", "Take a contact out of your own sheet.", success: .done("Removed."))

    static let submit = Endpoint(
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
