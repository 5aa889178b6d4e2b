import HTML
import HTTPTypes
import Operations
import Program

enum SummaryPlaces {
    static let summaries = Place("summaries")
    static let summary = PlaceOf<Month>("summaries", by: "month")
    static let preparation = PlaceOf<Month>("summaries", by: "month", then: ["preparation"])
    static let publication = PlaceOf<Month>("summaries", by: "month", then: ["publication"])
}

extension Audience {
    /// The pack's circles of readers, and the one who prepares the summary.
    static let seesSummaries = Audience.holdingAny([.readSummaries, .publishSummary])
}

extension Routes {
    static let summaries: [Route] = [
        .staff(.get, SummaryPlaces.summaries, for: .seesSummaries) { visit in
            .page(SummaryPages.list(try await visit.programmes.summaryStandings(by: visit.staff), visit))
        },
        .staff(.get, SummaryPlaces.summary, for: .seesSummaries) { visit, month in
            try await visit.programmes.publishedSummary(month, by: visit.staff).map {
                .page(SummaryPages.published($0, visit))
            }
        },
        .staff(.get, SummaryPlaces.preparation, for: .holding(.publishSummary)) { visit, month in
            switch try await visit.programmes.prepareSummary(month, by: visit.staff) {
            case .success(let sheets): return .page(SummaryPages.preparation(month, sheets, visit))
            case .failure(let refusal): return .page(SummaryPages.refused(month, refusal, visit))
            }
        },
        .staff(.post, SummaryPlaces.publication, for: .holding(.publishSummary)) { visit, month in
            switch try await visit.programmes.publishSummary(month, by: visit.staff) {
            case .success: return .see(SummaryPlaces.summary.link(month))
            case .failure(let refusal):
                return .page(SummaryPages.refused(month, refusal, visit), status: .unprocessableContent)
            }
        },
    ]
}
