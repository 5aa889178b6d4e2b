import HTTPTypes
import Operations
import Program

enum SummaryInterfaceAddresses {
    static let summaries = FixedAddress("api/v1/summaries")
    static let summary = Address<Month>("api/v1/summaries/{month}")
    static let preparation = Address<Month>("api/v1/summaries/{month}/preparation")
    static let publication = Address<Month>("api/v1/summaries/{month}/publication")
}

extension Routes {
    static let summaryInterface: [Route] = [
        .api(.get, SummaryInterfaceAddresses.summaries, for: .seesSummaries, SummaryEndpoints.list) { call in
            .success(.json(SummaryJSON.list(try await call.programmes.summaryStandings(by: call.staff))))
        },
        .api(
            .get, SummaryInterfaceAddresses.summary, for: .seesSummaries, SummaryEndpoints.read
        ) { call, month in
            try await call.programmes.publishedSummary(month, by: call.staff).map {
                .success(.json(SummaryJSON.summary($0.summary, publishedOn: $0.publishedOn)))
            }
        },
        .api(
            .get, SummaryInterfaceAddresses.preparation, for: .holding(.publishSummary), SummaryEndpoints.prepare
        ) { call, month in
            try await call.programmes.prepareSummary(month, by: call.staff).map {
                .json(["expected": .integer($0.expected), "submitted": .integer($0.submitted)])
            }
        },
        .api(
            .post, SummaryInterfaceAddresses.publication, for: .holding(.publishSummary), SummaryEndpoints.publish
        ) { call, month in
            try await call.programmes.publishSummary(month, by: call.staff).map {
                .json(["month": .string(month.text)], status: .created)
            }
        },
    ]
}

enum SummaryEndpoints {
    static let list = Endpoint(
        "listSummaries", "The summaries of the past two years and those that wait for publication, the latest first.",
        success: .ok("The months.") { _ in
            .object([
                Schema.Property(
                    "summaries",
                    .list(
                        of: .object([
                            Schema.Property("month", .month),
                            Schema.Property("state", .choice(["published", "waiting", "overdue"])),
                        ])))
            ])
        }, mayRefuse: false)

    static let read = Endpoint(
        "readSummary", "A published summary, as it was frozen.", success: .ok("The summary.") { _ in summary },
        mayRefuse: false)

    static let prepare = Endpoint(
        "prepareSummary", "Whether the month can be published, and how many of its sheets are in. No figures yet.",
        success: .ok("It can be published.") { _ in
            .object([Schema.Property("expected", .count), Schema.Property("submitted", .count)])
        })

    static let publish = Endpoint(
        "publishSummary", "Publish the summary of the month, for good.",
        success: .created("Published.", .object([Schema.Property("month", .month)])))

    private static let summary = Schema.object([
        Schema.Property("title", .words), Schema.Property("month", .month),
        Schema.Property("publishedOn", .nullable(.day)),
        Schema.Property("cover", .nullable(.words), about: "Who is accountable for it."),
        Schema.Property("sheetsReceived", .count, about: "How many stat sheets the figures come from."),
        Schema.Property("tables", .list(of: table)),
    ])

    static let table = Schema.object([
        Schema.Property("title", .words),
        Schema.Property("unit", .nullable(.words), about: "What the figures are where they are no counts."),
        Schema.Property(
            "rows", .list(of: .object([Schema.Property("label", .words), Schema.Property("value", value)]))),
        Schema.Property("total", .nullable(value), about: "Null where the rows do not add up."),
        Schema.Property("notes", .list(of: .words), about: "How to read what is not shown."),
    ])

    /// A count, minutes, or a figure that is not shown so that nobody can be recognised.
    private static let value = Schema.either([
        .object([Schema.Property("count", .count)]), .object([Schema.Property("minutes", .count)]),
        .object([Schema.Property("suppressed", .boolean)]),
    ])
}

enum SummaryJSON {
    static func list(_ standings: [SummaryStanding]) -> JSON {
        [
            "summaries": .array(
                standings.map { ["month": .string($0.month.text), "state": state($0.status)] })
        ]
    }

    static func summary(_ summary: Summary, publishedOn day: Day?) -> JSON {
        [
            "title": .string(summary.title), "month": .string(summary.month.text), "publishedOn": JSON(day?.text),
            "cover": JSON(summary.cover), "sheetsReceived": .integer(summary.sheetsReceived),
            "tables": .array(summary.tables.map(table)),
        ]
    }

    static func table(_ table: DisclosedTable) -> JSON {
        [
            "title": .string(table.title), "unit": JSON(table.unit),
            "rows": .array(table.rows.map { ["label": .string($0.label), "value": value($0.value)] }),
            "total": table.total.map(value) ?? .null, "notes": .array(table.notes.map { .string($0) }),
        ]
    }

    private static func value(_ value: DisclosedValue) -> JSON {
        switch value {
        case .count(let count): ["count": .integer(count)]
        case .minutes(let minutes): ["minutes": .integer(minutes)]
        case .suppressed: ["suppressed": true]
        }
    }

    private static func state(_ state: SummaryStanding.Status) -> JSON {
        switch state {
        case .published: "published"
        case .waiting: "waiting"
        case .overdue: "overdue"
        }
    }
}
