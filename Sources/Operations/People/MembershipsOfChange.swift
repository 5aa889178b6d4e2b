import Program
import Sealing
import Store

// Leaving the department ends the membership (SAC-II.D.1-0), as does a kind that the policy does not take. A file is most often wrong
// where it ends many, so the membership goes on as it was with the roles that come back.
extension Transaction {
    /// The memberships of those accounts, kept before their roles end: one from before memberships were kept has a row from then on.
    func membershipsEnding(with accounts: [AccountOfPerson], in agency: Agency, on today: Day) throws -> [Membership] {
        try accounts.compactMap { try keptMembership(of: $0.id, agency: agency, on: today) }
    }

    /// Lets the memberships go on whose role in the team comes back.
    func reopenMemberships(of roles: [RoleEndedByImport], in agency: Agency, by account: String?, on today: Day) throws
    {
        let team = Set(agency.policy.supporterRoles.map(\.id))
        for member in Set(roles.filter { team.contains($0.holding.role) }.map(\.account)) {
            guard try livingMembership(of: member, agency: agency.id) == nil,
                let ended = try lastEndedMembership(of: member, agency: agency.id),
                let how = ended.ending?.how, how == .left || how == .roleEnded
            else { continue }
            try reopenMembership(ended.id, agency: agency.id)
            try note(.returned, in: ended, agency: agency, on: today, by: account)
        }
    }
}
