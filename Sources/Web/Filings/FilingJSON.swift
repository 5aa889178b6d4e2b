import Operations
import Program

enum FilingInterfaceAddresses {
    static let filings = Address<Month>("api/v1/filings/{month}")
    static let sheet = Address<Month, PathID>("api/v1/filings/{month}/sheets/{account}")
}

extension Routes {
    static let filingInterface: [Route] = [
        .api(
            .get, FilingInterfaceAddresses.filings, for: .holding(.receiveStatSheets), FilingEndpoints.list
        ) { call, month in
            guard month <= call.staff.today.month else { return nil }
            let standings = try await call.programmes.standings(
                month, in: call.visit.query("area").map { [$0] }, by: call.staff)
            return .success(.json(FilingJSON.month(month, standings)))
        },
        .api(
            .get, FilingInterfaceAddresses.sheet, for: .holding(.receiveStatSheets), FilingEndpoints.sheet
        ) { call, month, account in
            try await call.programmes.openNamedSheet(of: account.text, month, by: call.staff).map {
                .success(.json(FilingJSON.sheet($0)))
            }
        },
    ]
}

enum FilingEndpoints {
    static let list = Endpoint(
        "listFilings", "Who has submitted the stat sheet of the month, who has time left and who is late.",
        success: .ok("The supporters of the month, by name.") { _ in
            .object([Schema.Property("month", .month), Schema.Property("sheets", .list(of: standing))])
        }, mayRefuse: false, query: [.area])

    static let sheet = Endpoint(
        "openNamedSheet",
        "Open a submitted sheet, where the form bears its supporter's name. Opening is kept in the audit chain.",
        success: .ok("The sheet.") { pack in
            .object([
                Schema.Property("month", .month), Schema.Property("name", .words),
                Schema.Property("submission", SheetEndpoints.submission),
                Schema.Property("contacts", .list(of: pack.contactForm.schema())),
            ])
        }, mayRefuse: false)

    private static let standing = Schema.object([
        Schema.Property("account", .id), Schema.Property("name", .words),
        Schema.Property("state", .choice(["submitted", "awaited", "overdue"])),
        Schema.Property("submission", .nullable(SheetEndpoints.submission)),
        Schema.Property("canOpen", .boolean, about: "Whether the sheet itself can be opened."),
    ])
}

enum FilingJSON {
    static func month(_ month: Month, _ standings: [SheetStanding]) -> JSON {
        ["month": .string(month.text), "sheets": .array(standings.map(standing))]
    }

    static func sheet(_ opened: OpenedSheet) -> JSON {
        [
            "month": .string(opened.sheet.month.text), "name": .string(opened.name),
            "submission": SheetJSON.submission(opened.filing),
            "contacts": .array(opened.sheet.entries.map { opened.sheet.form.json($0) }),
        ]
    }

    private static func standing(_ standing: SheetStanding) -> JSON {
        [
            "account": .string(standing.account), "name": .string(standing.name), "state": state(standing.status),
            "submission": standing.filing.map(SheetJSON.submission) ?? .null, "canOpen": .boolean(standing.canOpen),
        ]
    }

    private static func state(_ state: SheetStanding.Status) -> JSON {
        switch state {
        case .submitted: "submitted"
        case .awaited: "awaited"
        case .overdue: "overdue"
        }
    }
}
