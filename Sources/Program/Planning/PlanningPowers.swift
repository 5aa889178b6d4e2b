extension PolicyPack {
    /// Whoever plans the team, reads how it is used, or sees its spread.
    var conferredByPlanning: [ConferredPower] {
        [
            team.planning.map { ConferredPower(.planTeam, on: $0.by) },
            ConferredPower(.readReports, on: team.reports.flatMap(\.readers).withoutRepetition),
            selection.diversity.map { ConferredPower(.seeTeamSpread, on: roles(of: $0.shownTo)) },
        ].compactMap(\.self)
    }
}
