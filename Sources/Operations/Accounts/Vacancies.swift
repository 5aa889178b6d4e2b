import Program
import Sealing
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
                    let vacancies = try vacancies(of: agency, at: now, transaction)
                    return AgencyVacancies(
                        agency: agency.slug, vacancies: vacancies, words: vacancies.map(agency.policy.words(for:)))
                })
        }
    }

    /// What nobody is there for in the staff member's agency.
    package func vacancies(for staff: Staff) async throws -> [Vacancy] {
        let now = clock()
        return try await database.read { transaction in try vacancies(of: staff.agency, at: now, transaction) }
    }

    func vacancies(of agency: Agency, at now: Instant, _ transaction: any Transaction) throws -> [Vacancy] {
        agency.policy.vacancies(
            lists: try transaction.rosterLists(of: agency, from: now),
            reachable: try transaction.accountsThatCanBeTold(agency: agency.id, carried: carried),
            on: try agency.day(at: now), at: now)
    }

    /// Whether somebody could open a request that is asked just now: a supporter with a key that the chain vouches for, or whoever
    /// takes one last. Where nobody could, none is taken.
    package func isOpenForAsking(_ agency: Agency) async throws -> Bool {
        let today = try agency.day(at: clock())
        return try await database.read { transaction in
            try !transaction.requestTeam(
                of: agency.policy, agency: agency.id, on: today, vouchedWith: keys.vouching
            ).isEmpty
        }
    }
}
