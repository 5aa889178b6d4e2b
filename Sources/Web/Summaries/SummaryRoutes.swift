import HTML
import HTTPTypes
import Operations
import Program

enum SummaryAddresses {
    static let summaries = FixedAddress("summaries")
    static let summary = Address<Month>("summaries/{month}")
    static let preparation = Address<Month>("summaries/{month}/preparation")
    static let publication = Address<Month>("summaries/{month}/publication")
}

extension Audience {
    /// The pack's circles of readers, and the one who prepares the summary.
    static let seesSummaries = Audience.holdingAny([.readSummaries, .publishSummary])
}

extension Routes {
    static let summaries: [Route] = [
        .staff(.get, SummaryAddresses.summaries, for: .seesSummaries) { visit in
            .page(SummaryPages.list(try await visit.programmes.summaryStandings(by: visit.staff), visit))
        },
        .staff(.get, SummaryAddresses.summary, for: .seesSummaries) { visit, month in
            try await visit.programmes.publishedSummary(month, by: visit.staff).map {
                .page(SummaryPages.published($0, visit))
            }
        },
        .staff(.get, SummaryAddresses.preparation, for: .holding(.publishSummary)) { visit, month in
            switch try await visit.programmes.prepareSummary(month, by: visit.staff) {
            case .success(let sheets): return .page(SummaryPages.preparation(month, sheets, visit))
            case .failure(let refusal): return .page(SummaryPages.refused(month, refusal, visit))
            }
        },
        .staff(.post, SummaryAddresses.publication, for: .holding(.publishSummary)) { visit, month in
            switch try await visit.programmes.publishSummary(month, by: visit.staff) {
            case .success: return .see(SummaryAddresses.summary.link(month))
            case .failure(let refusal):
                return .page(SummaryPages.refused(month, refusal, visit), status: .unprocessableContent)
            }
        },
    ]
}
