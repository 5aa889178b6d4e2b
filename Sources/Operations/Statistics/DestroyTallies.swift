import Program
import Store

extension Programmes {
    /// Destroys the counts of years that no release is made of any more: those whose release of the year is published, and that ended
    /// twelve months ago; where there is none, those that ended twenty-four months ago. Then only published figures remain.
    package func destroyTallies() async throws {
        let now = clock()
        try await forEveryAgency { agency, transaction in
            let today = try agency.day(at: now)
            let yearly = Set(agency.policy.allReleases.filter { $0.length == .year }.map(\.id))
            let months = try transaction.talliedMonths(agency: agency.id)
            for (year, months) in Dictionary(grouping: months, by: { ReleasePeriod.year(of: $0) }) {
                let isTold = try yearly.contains { release in
                    try transaction.publication(agency: agency.id, release: release, period: year.text) != nil
                }
                guard year.lastMonth.adding(isTold ? 12 : 24) < today.month else { continue }
                for month in months { try transaction.deleteTally(of: month, agency: agency.id) }
            }
        }
    }
}
