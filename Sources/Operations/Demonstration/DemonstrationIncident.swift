import Program

extension DemonstrationMaking {
    /// Where the pack keeps whoever was part of an incident from requests about it: one of last week, with two of the team
    /// marked.
    func recordIncident(of agency: Agency, _ team: DemonstrationTeam, on today: Day) async throws {
        guard agency.policy.requests.incidentBar != nil, let kind = agency.policy.incidents.kinds.last,
            let day = today.adding(days: -6)
        else { return }
        let recorder = try await staff(team.rosterKeeper, of: agency)
        guard recorder.powers.contains(.recordIncidents) else { return }
        guard let recorded = try await programmes.recordIncident(kind: kind.id, on: day, by: recorder) else {
            throw DemonstrationFault(what: "an incident")
        }
        let id = try recorded.made("an incident")
        let involvements: [Involvement] = [.participant, .witness]
        for (member, involvement) in zip(team.supporters.dropFirst(3), involvements) {
            try await programmes.mark(member.account, as: involvement, in: id, by: recorder)?.made("a mark")
        }
    }
}
