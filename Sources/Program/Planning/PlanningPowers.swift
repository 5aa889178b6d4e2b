extension PolicyPack {
    /// Whoever plans the team, and whoever sees its spread.
    var conferredByPlanning: [ConferredPower] {
        [
            team.planning.map { ConferredPower(.planTeam, on: $0.by) },
            selection.diversity.map { ConferredPower(.seeTeamSpread, on: roles(of: $0.shownTo)) },
        ].compactMap(\.self)
    }
}
