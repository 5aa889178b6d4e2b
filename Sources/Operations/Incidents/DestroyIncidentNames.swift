import Program
import Store

extension Programmes {
    /// Takes the incidents out of the register whose names the pack keeps no longer, with every mark. Harmless to repeat.
    package func destroyIncidentNames() async throws {
        let now = clock()
        try await forEveryAgency { agency, transaction in
            guard let first = agency.policy.firstIncidentDayNamed(on: try agency.day(at: now)) else {
                throw AgencyFault.clockOutOfRange
            }
            try transaction.deleteIncidents(agency: agency.id, before: first)
        }
    }
}
