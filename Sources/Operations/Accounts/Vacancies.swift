import Program
import Store

/// What an agency's pack promises and nobody is there for, in words that name nobody.
package struct AgencyVacancies: Sendable, Equatable {
    /// The agency's name in addresses.
    package let agency: String
    package let vacancies: [Vacancy]
    /// The same in words, in the same order.
    package let words: [String]
}

extension Programmes {
    /// What nobody is there for just now, agency by agency; whoever runs the server is told of an agency that cannot be read by
    /// ``FailedAgencies``, once all others had their turn.
    package func vacancies(tell: (AgencyVacancies) -> Void) async throws {
        let now = clock()
        try await forEveryAgency { row in
            tell(
                try await database.read { transaction in
                    let agency = try agency(row, in: transaction)
                    let vacancies = agency.policy.vacancies(
                        lists: try transaction.rosterLists(of: agency, from: now),
                        reachable: try transaction.accountsThatCanBeTold(agency: agency.id, carried: carried),
                        on: try agency.day(at: now),
                        at: now)
                    return AgencyVacancies(
                        agency: agency.slug, vacancies: vacancies, words: vacancies.map(agency.policy.words(for:)))
                })
        }
    }
}
