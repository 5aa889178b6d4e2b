import Operations
import Program

/// The stat sheets of a month, for whoever receives them.
enum ReceivedSheetAddresses {
    static let months = FixedAddress("filings")
    static let month = Address<Month>("filings/{month}")
    static let sheet = Address<Month, PathID>("filings/{month}/sheets/{account}")
}

extension Routes {
    static let receivedSheets: [Route] = receivedSheetPages + receivedSheetReadings

    private static let receivedSheetPages: [Route] = [
        .staff(.get, ReceivedSheetAddresses.months, for: .holding(.receiveStatSheets)) { visit in
            try await ReceivedSheetPages.month(visit.staff.today.month.previous, visit)
        },
        .staff(.get, ReceivedSheetAddresses.month, for: .holding(.receiveStatSheets)) { visit, month in
            month <= visit.staff.today.month ? try await ReceivedSheetPages.month(month, visit) : nil
        },
        .staff(.get, ReceivedSheetAddresses.sheet, for: .holding(.receiveStatSheets)) { visit, month, account in
            try await visit.programmes.openNamedSheet(of: account.text, month, by: visit.staff).map {
                .page(ReceivedSheetPages.sheet($0, visit))
            }
        },
    ]

    private static let receivedSheetReadings: [Route] = [
        .read(
            "listFilings", "Who has submitted the stat sheet of the month, who has time left and who is late.",
            at: ReceivedSheetAddresses.month, for: .holding(.receiveStatSheets), query: [.area],
            "The supporters of the month, by name.", ReceivedSheetShapes.month
        ) { visit, month in
            guard month <= visit.staff.today.month else { return nil }
            let areas = visit.visit.query("area").map { [$0] }
            return (month, try await visit.programmes.standings(month, in: areas, by: visit.staff))
        },
        .read(
            "openNamedSheet",
            "Open a submitted sheet, where the form bears its supporter's name. Opening is kept in the audit chain.",
            at: ReceivedSheetAddresses.sheet, for: .holding(.receiveStatSheets), "The sheet.",
            byPack: ReceivedSheetShapes.opened
        ) { visit, month, account in
            try await visit.programmes.openNamedSheet(of: account.text, month, by: visit.staff)
        },
    ]
}

private enum ReceivedSheetShapes {
    static let month = Shape<(month: Month, standings: [SheetStanding])>(
        .month("month") { $0.month }, .list("sheets", of: standing) { $0.standings })

    private static let standing = Shape<SheetStanding>(
        .id("account", \.account), .words("name", \.name),
        .choice("state", of: ["submitted", "awaited", "overdue"]) { $0.status.word },
        .part(maybe: "submission", SheetShapes.submission, \.filing),
        .flag("canOpen", about: "Whether the sheet itself can be opened.", \.canOpen))

    @Sendable
    static func opened(_ pack: PolicyPack) -> Shape<OpenedSheet> {
        Shape(
            .month("month", \.sheet.month), .words("name", \.name),
            .part("submission", SheetShapes.submission, \.filing),
            Shape.Member(Schema.Property("contacts", .list(of: pack.contactForm.schema()))) { opened in
                .array(opened.sheet.entries.map { opened.sheet.form.json($0) })
            })
    }
}

extension SheetStanding.Status {
    fileprivate var word: String {
        switch self {
        case .submitted: "submitted"
        case .awaited: "awaited"
        case .overdue: "overdue"
        }
    }
}
