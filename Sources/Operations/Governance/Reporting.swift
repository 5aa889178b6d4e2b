import Program
import Store

/// A line of who answers to whom, for whoever is answered to.
package struct ReportedLine: Sendable, Equatable {
    package let line: ReportingLine
    /// Who holds the office that answers, by name; nothing for the members of the team, whom others look after.
    package let holders: [String]?
}

extension Programmes {
    /// The lines that end with the staff member, or with whom they stand in for. Office holders by name and nothing else: how what they
    /// answer for stands is counted elsewhere, and no request is in it.
    package func reporting(to staff: Staff) async throws -> [ReportedLine] {
        let (policy, agency) = (staff.policy, staff.agency.id)
        return try await database.read { transaction in
            let others = try transaction.rolesStoodInFor(by: staff.account, agency: agency, on: staff.today)
            return try policy.linesReporting(to: staff.rolesToday, standingInFor: Set(others)).map { line in
                guard !policy.supporterRoles.contains(where: { $0.id == line.from }) else {
                    return ReportedLine(line: line, holders: nil)
                }
                let held = try transaction.holdings(of: [line.from], agency: agency, heldAfter: staff.today)
                    .filter { $0.holding.isHeld(on: staff.today) }.map(\.account).withoutRepetition
                return ReportedLine(
                    line: line, holders: try transaction.accountNames(agency: agency, of: held).values.sorted())
            }
        }
    }
}
