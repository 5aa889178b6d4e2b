import HTML
import HTTPTypes
import Operations
import Program

enum StatisticsAddresses {
    static let figures = FixedAddress("figures")
    static let release = Address<PathID, ReleasePeriod>("figures/{release}/{period}")
    static let preparation = Address<PathID, ReleasePeriod>("figures/{release}/{period}/preparation")
    static let publication = Address<PathID, ReleasePeriod>("figures/{release}/{period}/publication")
}

extension ReleasePeriod: PathValue {
    package init?(pathText: String) { self.init(pathText) }
    package var pathText: String { text }
    package static var schema: Schema { .period }
}

extension Schema {
    /// A month, a quarter, a year, or the twelve months up to one: `2026-02`, `2026-Q1`, `2026`, `2026-02.12`.
    static let period = Schema.string(maxLength: 10)
}

enum StatisticsActs {
    static let publish = Act(
        "publishFigures", "Publish a release of a period, for good.", at: StatisticsAddresses.publication,
        for: .holding(.publishSummary), taking: .nothing,
        then: .told(
            "Published.", status: .created, Shape<ReleasePeriod>(.words("period") { $0.text })),
        see: { _, release, period in StatisticsAddresses.release.link(release, period) },
        refused: { visit, refused, release, period in
            StatisticsPages.refused(release.text, period, refused.refusal, visit).map { .page($0, again: refused) }
        },
        perform: { visit, _, release, period in
            try await visit.programmes.publishFigures(release.text, period, by: visit.staff)?.map { period }
        })
}

extension Need {
    /// Whoever reads a release, and whoever prepares one; which of them is asked for each release.
    static let seesFigures = Need.anyOf([.readSummaries, .publishSummary])
}

extension Routes {
    static let statistics: [Route] =
        statisticsPages + StatisticsActs.publish.routes + statisticsReadings + [prepareFigures]
        + figuresOnPaper

    private static let statisticsPages: [Route] = [
        .staff(.get, StatisticsAddresses.figures, for: .staff(.seesFigures)) { visit in
            .page(FiguresPages.list(try await visit.programmes.releaseStandings(by: visit.staff), visit))
        },
        .staff(.get, StatisticsAddresses.release, for: .staff(.seesFigures)) { visit, release, period in
            try await visit.programmes.figuresView(release.text, period, by: visit.staff).map {
                .page(FiguresPages.published($0, visit))
            }
        },
        .staff(.get, StatisticsAddresses.preparation, for: .holding(.publishSummary)) { visit, release, period in
            switch try await visit.programmes.prepareFigures(release.text, period, by: visit.staff) {
            case .success(let sheets)?:
                return StatisticsPages.preparation(release.text, period, sheets, visit).map { .page($0) }
            case .failure(let refusal)?:
                return StatisticsPages.refused(release.text, period, refusal, visit).map { .page($0) }
            case nil: return nil
            }
        },
    ]

    private static let statisticsReadings: [Route] = [
        .read(
            "listFigures",
            "The releases of the past two years and those that wait for publication, the latest first: of those that are open to you.",
            at: StatisticsAddresses.figures, for: .staff(.seesFigures), "The releases.",
            .list("releases", of: StatisticsShapes.standing)
        ) { visit in try await visit.programmes.releaseStandings(by: visit.staff) },
        .read(
            "readPublication", "Published figures, as they were frozen.", at: StatisticsAddresses.release,
            for: .staff(.seesFigures), "The figures.", StatisticsShapes.published
        ) { visit, release, period in
            try await visit.programmes.publication(release.text, period, by: visit.staff)
        },
    ]

    /// Looked at only, and yet it may be refused: a period that cannot be published has nothing to look at.
    private static let prepareFigures = Route.api(
        .get, StatisticsAddresses.preparation, for: .holding(.publishSummary),
        Endpoint(
            id: "prepareFigures",
            summary: "Whether a period can be published, and how many of a month's sheets are in. No figures yet.",
            success: .ok("It can be published.") { _ in sheetCount.schema })
    ) { visit, _, release, period in
        try await visit.programmes.prepareFigures(release.text, period, by: visit.staff)?.map {
            .json(sheetCount.json($0))
        }
    }

    private static let sheetCount = Shape<SheetCount?>(
        .count(maybe: "expected", about: "Null for what is longer than a month.") { $0?.expected },
        .count(maybe: "submitted") { $0?.submitted })
}
