import Program
import Store

extension Transaction {
    /// Counts how many members of the team an update of the directory moves or promotes: a number for the month, and nobody's name
    /// (IACP-3.9.3).
    func countTeamChanges(_ update: DirectoryUpdate, in agency: Agency, on today: Day) throws {
        let changed = update.changed.filter { !$0.teamChanges.isEmpty }
        guard !changed.isEmpty else { return }
        let members = Set(
            try holdings(of: agency.policy.supporterRoles.map(\.id), agency: agency.id, heldAfter: today)
                .filter { $0.holding.isHeld(on: today) }.map(\.account))
        let ofTeam = Set(
            try accounts(ofPeople: changed.map(\.id), agency: agency.id).filter { members.contains($0.id) }
                .map(\.person))
        for kind in TeamChange.allCases {
            let count = changed.count { ofTeam.contains($0.id) && $0.teamChanges.contains(kind) }
            try addTeamChanges(kind, members: count, in: today.month, agency: agency.id)
        }
    }
}
