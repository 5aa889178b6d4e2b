import Program
import Store

extension Programmes {
    /// A page of the people who are with the agency, in order of employee number.
    /// - Parameter number: the last employee number of the page before; empty for the first.
    package func people(after number: String, limit: Int, by staff: Staff) async throws -> [ListedPerson] {
        try await database.read { session in
            try session.people(agency: staff.agency.id, after: number, limit: limit)
        }
    }
}
