import Program
import Store

extension Programmes {
    /// Destroys drafts that were never submitted and, more than a year back, no longer can be. Nobody knows whose they were,
    /// so nobody is named in doing it. Harmless to repeat.
    package func destroyClosedDrafts() async throws {
        let now = clock()
        try await forEveryAgency { agency, transaction in
            let earliest = StatSheetRule.earliestOpenMonth(on: try agency.day(at: now))
            try transaction.deleteDrafts(agency: agency.id, before: earliest)
        }
    }
}
