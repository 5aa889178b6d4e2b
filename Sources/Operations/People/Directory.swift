import Program
import Store

extension Programmes {
    /// A page of the people who are with the agency, in order of employee number.
    /// - Parameters:
    ///   - number: the last employee number of the page before; empty for the first.
    ///   - areas: only people of these; everybody where none are given.
    package func people(
        after number: String, limit: Int, in areas: [String]? = nil, by staff: Staff
    ) async throws -> [ListedPerson] {
        try await database.read { transaction in
            guard let areas else { return try transaction.people(agency: staff.agency.id, after: number, limit: limit) }
            return try transaction.people(agency: staff.agency.id, areas: areas, after: number, limit: limit)
        }
    }

    /// Whoever of the people with the agency is meant by those words.
    package func people(lookedForBy words: String, by staff: Staff) async throws -> FoundPeople {
        PeopleSearch(words).found(among: try await database.read { try $0.namedPeople(agency: staff.agency.id) })
    }
}
