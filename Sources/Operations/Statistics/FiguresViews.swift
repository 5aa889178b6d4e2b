import Foundation
import PolicyPacks
import Program
import Store

/// A publication with what its page, its file and its print show beside it.
package struct FiguresView: Sendable {
    package let published: PublishedFigures
    package let page: FiguresPage
    /// The policy by which it was published: its version, and the hash of its text.
    package let policy: (version: String, hash: String)
    /// What else was published of its year and is open to whoever looks, in order.
    package let ofYear: [Released]

    /// One publication in the list of a year.
    package struct Released: Sendable, Equatable {
        package let title: String
        package let period: ReleasePeriod
        package let publishedOn: Day
        package let checksum: String
    }
}

/// What the printed report of a year says of the team behind its figures.
package struct TeamOnPaper: Sendable {
    package let figures: UseFigures
    package let forecast: TeamForecast?
}

extension Programmes {
    /// A publication as it is shown: beside the twelve months until then where months are open to whoever asks, and never beside others'.
    package func figuresView(
        _ id: String, _ period: ReleasePeriod, by staff: Staff
    ) async throws -> FiguresView? {
        guard let published = try await publication(id, period, by: staff) else { return nil }
        return try await database.read { transaction in
            let year = period.firstMonth.adding(-12).year
            let rows = try transaction.publications(agency: staff.agency.id, from: year)
                .filter { staff.opens($0.release) != nil }
            guard let row = rows.first(where: { $0.release == id && $0.period == period.text }) else { return nil }
            let all = try rows.map { (row: $0, publication: try opened($0, transaction)) }
            let earlier = ReleasePeriod(period.length, endingFrom: period.firstMonth.previous)
            return FiguresView(
                published: published,
                page: FiguresPage(
                    published.publication,
                    months: all.map(\.publication).filter { $0.release == Publication.summary },
                    earlier: all.first { $0.publication.release == id && $0.publication.period == earlier }?.publication
                ),
                policy: (try packs.pack(row.pack, in: transaction).pack.version, row.pack),
                ofYear: try all.filter { $0.publication.period.lastMonth.year == period.lastMonth.year }.map {
                    FiguresView.Released(
                        title: $0.publication.title, period: $0.publication.period,
                        publishedOn: try staff.agency.day(at: $0.row.publishedAt), checksum: $0.row.contentHash)
                }.sorted {
                    ($0.period.lastMonth, $0.period.length.months) < ($1.period.lastMonth, $1.period.length.months)
                })
        }
    }

    /// The team as the report of a year has it: counts of members, and nobody's name.
    package func teamOnPaper(of period: ReleasePeriod, for staff: Staff) async throws -> TeamOnPaper {
        let plan = try await teamPlan(for: staff)
        return TeamOnPaper(
            figures: UseFigures(
                publications: [], members: plan.members, coverage: plan.coverage, size: plan.size, hours: nil,
                answered: plan.answered.filter { period.months.contains($0.last) },
                threshold: staff.policy.threshold.smallestCount.number),
            forecast: plan.forecast)
    }
}
