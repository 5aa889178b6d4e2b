import HTML
import HTTPTypes
import Operations
import Program

enum StatisticsAddresses {
    static let summaries = FixedAddress("summaries")
    static let summary = Address<Month>("summaries/{month}")
    static let preparation = Address<Month>("summaries/{month}/preparation")
    static let publication = Address<Month>("summaries/{month}/publication")
}

enum StatisticsActs {
    static let publish = Act(
        "publishSummary", "Publish the summary of the month, for good.", at: StatisticsAddresses.publication,
        for: .holding(.publishSummary), taking: .nothing,
        then: .told("Published.", status: .created, Shape<Month>(.month("month") { $0 })),
        see: { _, month in StatisticsAddresses.summary.link(month) },
        refused: { visit, refused, month in
            .page(StatisticsPages.refused(month, refused.refusal, visit), again: refused)
        },
        perform: { visit, _, month in
            try await visit.programmes.publishSummary(month, by: visit.staff).map { month }
        })
}

extension Need {
    /// The pack's circles of readers, and the one who prepares the summary.
    static let seesSummaries = Need.anyOf([.readSummaries, .publishSummary])
}

extension Routes {
    static let statistics: [Route] =
        statisticsPages + StatisticsActs.publish.routes + statisticsReadings + [prepareSummary]

    private static let statisticsPages: [Route] = [
        .staff(.get, StatisticsAddresses.summaries, for: .staff(.seesSummaries)) { visit in
            .page(StatisticsPages.list(try await visit.programmes.summaryStandings(by: visit.staff), visit))
        },
        .staff(.get, StatisticsAddresses.summary, for: .staff(.seesSummaries)) { visit, month in
            try await visit.programmes.publishedSummary(month, by: visit.staff).map {
                .page(StatisticsPages.published($0, visit))
            }
        },
        .staff(.get, StatisticsAddresses.preparation, for: .holding(.publishSummary)) { visit, month in
            switch try await visit.programmes.prepareSummary(month, by: visit.staff) {
            case .success(let sheets): return .page(StatisticsPages.preparation(month, sheets, visit))
            case .failure(let refusal): return .page(StatisticsPages.refused(month, refusal, visit))
            }
        },
    ]

    private static let statisticsReadings: [Route] = [
        .read(
            "listSummaries",
            "The summaries of the past two years and those that wait for publication, the latest first.",
            at: StatisticsAddresses.summaries, for: .staff(.seesSummaries), "The months.",
            .list("summaries", of: StatisticsShapes.standing)
        ) { visit in try await visit.programmes.summaryStandings(by: visit.staff) },
        .read(
            "readSummary", "A published summary, as it was frozen.", at: StatisticsAddresses.summary,
            for: .staff(.seesSummaries), "The summary.", StatisticsShapes.published
        ) { visit, month in try await visit.programmes.publishedSummary(month, by: visit.staff) },
    ]

    /// Looked at only, and yet it may be refused: a month that cannot be published has nothing to look at.
    private static let prepareSummary = Route.api(
        .get, StatisticsAddresses.preparation, for: .holding(.publishSummary),
        Endpoint(
            id: "prepareSummary",
            summary: "Whether the month can be published, and how many of its sheets are in. No figures yet.",
            success: .ok("It can be published.") { _ in sheetCount.schema })
    ) { visit, _, month in
        try await visit.programmes.prepareSummary(month, by: visit.staff).map { .json(sheetCount.json($0)) }
    }

    private static let sheetCount = Shape<SheetCount>(.count("expected", \.expected), .count("submitted", \.submitted))
}
