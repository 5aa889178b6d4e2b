import Program
import Store

/// Who holds an office that checks others, as the team reads it.
package struct OfficeHolder: Sendable, Equatable {
    package let role: RoleID
    package let name: String
    package let since: Day
    /// Whether they came to it of late.
    package let isNew: Bool
}

extension Programmes {
    /// Who holds which office that checks others, in the pack's order; nobody for whoever is not of the team and holds none.
    package func officeHolders(for staff: Staff) async throws -> [OfficeHolder] {
        guard staff.policy.isToldOfOffices(staff.rolesToday) else { return [] }
        let now = clock()
        let new = now.adding(seconds: -Int64(PolicyPack.officeIsNewDays) * 86_400)
        let offices = staff.policy.roles.map(\.id).filter(staff.policy.officesToldToTheTeam.contains)
        return try await database.read { transaction in
            let rows = try transaction.holdings(of: offices, agency: staff.agency.id, heldAfter: staff.today)
            let names = try transaction.accountNames(agency: staff.agency.id, of: rows.map(\.account))
            return offices.flatMap { office in
                rows.filter { $0.holding.role == office }.map { row in
                    OfficeHolder(
                        role: office, name: names[row.account] ?? "", since: row.holding.startsOn,
                        isNew: row.toldFrom.map { $0 > new } ?? false)
                }
            }
        }
    }
}
