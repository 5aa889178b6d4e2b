import HTTPTypes
import Operations
import Program

/// A supporter's own stat sheets.
enum SheetAddresses {
    static let sheets = FixedAddress("sheets")
    static let sheet = Address<Month>("sheets/{month}")
    static let blank = FixedAddress("blank-sheet")
    static let submission = Address<Month>("sheets/{month}/submission")
}

enum SheetActs {
    static let submit = Act(
        "submitSheet", "Submit your own sheet of the month, for good.", at: SheetAddresses.submission,
        for: .holding(.keepStatSheet), taking: .nothing,
        then: .told("Submitted.", status: .created, SheetShapes.submission),
        see: { _, month in SheetAddresses.sheet.link(month) }, refused: SheetPages.refused,
        perform: { visit, _, month in try await visit.programmes.submitSheet(month, by: visit.staff) })
}

enum SheetShapes {
    static let submission = Shape<Filing>(
        .day("day", \.filedOn), .flag("late", \.late))

    static let month = Shape<OwnMonth>(
        .month("month", \.month), .part(maybe: "submission", submission, \.filing),
        .count(maybe: "minutes", about: minutes, \.minutes))

    private static let minutes = "All time of support in the sheet, as long as your key opens it; nobody else's does."

    /// With the entries as the pack's form has them.
    @Sendable
    static func sheet(_ pack: PolicyPack) -> Shape<OwnSheet> {
        let entry = pack.contactForm.schema(leading: [Schema.Property("id", .id)])
        let entries = Schema.Property(
            "contacts", .nullable(.list(of: entry)),
            about: "Null once the sheet is submitted and its entries have become counts.")
        return Shape(
            .month("month", \.sheet.month), .day("due", about: "The last day on which it is on time.", \.due),
            .part(maybe: "submission", submission, \.filing), .count(maybe: "minutes", about: minutes, \.minutes),
            Shape.Member(entries) { own in
                guard own.hasEntries else { return .null }
                return .array(zip(own.sheet.entries, own.ids).map { own.sheet.form.json($0, id: ContactID($1)) })
            })
    }
}

extension Routes {
    static let sheets: [Route] = sheetPages + SheetActs.submit.routes + sheetReadings

    private static let sheetPages: [Route] = [
        .staff(.get, SheetAddresses.sheets, for: .holding(.keepStatSheet)) { visit in
            .page(SheetPages.months(try await visit.programmes.ownMonths(of: visit.staff), visit))
        },
        .staff(.get, SheetAddresses.blank, for: .holding(.keepStatSheet)) { visit in
            .page(SheetPages.blank(visit))
        },
        .staff(.get, SheetAddresses.sheet, for: .holding(.keepStatSheet)) { visit, month in
            try await visit.ownSheet(month).map {
                .page(SheetPages.sheet($0, visit, counted: visit.visit.query("counted") == "yes"))
            }
        },
    ]

    private static let sheetReadings: [Route] = [
        .read(
            "listSheets", "Your own months, the latest first.", at: SheetAddresses.sheets,
            for: .holding(.keepStatSheet),
            "The months.", .list("sheets", of: SheetShapes.month)
        ) { visit in try await visit.programmes.ownMonths(of: visit.staff) },
        .read(
            "readSheet", "Your own stat sheet of a month.", at: SheetAddresses.sheet, for: .holding(.keepStatSheet),
            "The sheet.", byPack: SheetShapes.sheet
        ) { visit, month in try await visit.ownSheet(month) },
    ]
}

extension StaffVisit {
    /// Their own sheet; nothing for a month that has not begun.
    func ownSheet(_ month: Month) async throws -> OwnSheet? {
        month <= staff.today.month ? try await programmes.ownSheet(month, of: staff) : nil
    }
}
