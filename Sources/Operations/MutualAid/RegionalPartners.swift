import Program
import Store

extension Need {
    /// Whoever is of the team, or plans its sessions and meetings.
    package static let ofRegionalTeam = Need.anyOf([.takeRequests, .planTraining])
}

extension Programmes {
    /// The agencies that have a team of the region together with this one today, by name.
    func regionalPartners(of agency: Agency, on today: Day, _ transaction: any Transaction) throws -> [Agency] {
        try aidPartners(of: agency, for: .regional, on: today, transaction).compactMap { partner in
            try transaction.agency(id: partner.id).map { try self.agency($0, in: transaction) }
        }
    }
}

extension Agency {
    /// What its policy says of the team of the region.
    var regionalTeam: RegionalTeamRule? { policy.team.regionalTeam }

    /// Whether its team comes together with others.
    var meetsInRegion: Bool { regionalTeam?.jointSessions == true }

    /// Whether it has sealed messages with other teams.
    var writesInRegion: Bool { regionalTeam?.sealedMessages == true }
}
