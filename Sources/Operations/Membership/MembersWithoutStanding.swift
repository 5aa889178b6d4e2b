import Program
import Store

/// Somebody of the team whom the policy does not take.
package struct MemberWithoutStanding: Sendable, Equatable {
    package let account: String
    package let name: String
    package let why: Refusal
}

extension Programmes {
    /// Who is of the team although the policy does not take people of their standing, such as from before the rule, by name. Only
    /// whoever keeps the accounts is shown it.
    package func membersWithoutStanding(for staff: Staff) async throws -> [MemberWithoutStanding] {
        guard staff.powers.contains(.manageAccounts) else { return [] }
        return try await database.read { transaction in
            let (policy, agency) = (staff.policy, staff.agency.id)
            let roles = policy.supporterRoles.map(\.id)
            let rows = try transaction.holdings(of: roles, agency: agency, heldAfter: staff.today)
            let standings = try transaction.standings(of: Set(rows.map(\.account)).sorted(), agency: agency)
            var members: [MemberWithoutStanding] = []
            for (account, held) in Dictionary(grouping: rows, by: \.account) {
                let why = policy.whyNotOfTeam(
                    held.map(\.holding), standings[account] ?? .outside, on: staff.today)
                guard let why, let row = try transaction.account(agency: agency, id: account) else { continue }
                members.append(MemberWithoutStanding(account: account, name: row.name, why: why))
            }
            return members.sorted { ($0.name, $0.account) < ($1.name, $1.account) }
        }
    }
}
