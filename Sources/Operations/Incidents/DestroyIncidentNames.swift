import Program
import Store

extension Programmes {
    /// Takes the incidents out of the register whose names the pack keeps no longer, with every mark, and everybody's name and account
    /// out of the files of that time, and what was asked of other agencies. Harmless to repeat.
    package func destroyIncidentNames() async throws {
        let now = clock()
        try await forEveryAgency { [keys] agency, transaction in
            guard let first = agency.policy.firstIncidentDayNamed(on: try agency.day(at: now)) else {
                throw AgencyFault.clockOutOfRange
            }
            try transaction.deleteIncidents(agency: agency.id, before: first)
            for row in try transaction.namedIncidentFiles(agency: agency.id, before: first) {
                let loaded = try keys.opened(row)
                guard
                    try transaction.keep(
                        loaded.file.forgettingNames(), after: loaded, in: agency, with: keys, at: now)
                else { continue }
                if let paper = loaded.row.paper { try transaction.deletePaper(paper, agency: agency.id) }
            }
            // What two agencies answered together goes with the first of them whose time is over.
            for row in try transaction.sharedIncidents(agency: agency.id, before: first) {
                for partner in try self.agencies([row.partner], transaction) {
                    try transaction.withdrawNotices(about: row.id, in: partner)
                }
                try transaction.deleteSharedIncident(row.id)
            }
            try destroyOutreach(before: first, in: agency, transaction)
        }
    }
}
