import Program
import Store

extension Programmes {
    /// Destroys the boxes of months that, more than a year back, can no longer be submitted: drafts that never were, and what is left of
    /// those that were. Nobody knows whose they were, so nobody is named in doing it. Harmless to repeat.
    package func destroyClosedDrafts() async throws {
        let now = clock()
        try await forEveryAgency { agency, transaction in
            let earliest = StatSheetRule.earliestOpenMonth(on: try agency.day(at: now))
            try transaction.deleteSheets(agency: agency.id, before: earliest)
        }
    }
}
