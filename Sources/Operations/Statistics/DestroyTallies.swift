import Program
import Store

extension Programmes {
    /// Destroys the counts of months of which no release is made any more (`PolicyPack.finishedCounts`). Harmless to repeat.
    package func destroyTallies() async throws {
        let now = clock()
        try await forEveryAgency { agency, transaction in
            let today = try agency.day(at: now)
            let months = try transaction.talliedMonths(agency: agency.id)
            // Nothing is finished before its year ended twelve months ago.
            guard let first = months.first, first.adding(12) < today.month else { return }
            let published = try transaction.publications(agency: agency.id, from: first.year)
                .map { try opened($0, transaction) }
            for month in agency.policy.finishedCounts(months, published: published, on: today) {
                try transaction.deleteTally(of: month, agency: agency.id)
            }
        }
    }
}
