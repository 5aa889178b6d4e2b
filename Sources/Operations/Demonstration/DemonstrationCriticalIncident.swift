import Program

extension DemonstrationMaking {
    /// An incident of yesterday as whoever runs it would have it before them: told in time and, where the policy
    /// has it so, defused. Nobody is asked to its scene, so that no supporter of the demonstration is called away.
    ///
    /// - Returns: its id; nothing where the policy has none.
    func runIncident(of agency: Agency, _ team: DemonstrationTeam, at now: Instant) async throws -> String? {
        let policy = agency.policy
        guard policy.runsIncidents, let kind = policy.incidents.kinds.first,
            let leader = policy.incidents.ledBy?.value.compactMap({ team.byRole[$0] }).first
        else { return nil }
        let staff = try await staff(leader, of: agency)
        func ago(_ hours: Int64) -> Instant { now.adding(seconds: -hours * 3_600) }
        let report = IncidentReport(
            kind: kind.id, scope: .own, isLargeScale: policy.incidents.largeScale != nil, happenedAt: ago(20),
            toldAt: ago(18), means: .telephone, teller: .watchCommander, names: "Alex Invented\nKim Invented")
        guard let reported = try await programmes.reportIncident(report, by: staff) else {
            throw DemonstrationFault(what: "a critical incident")
        }
        let id = try reported.made("a critical incident")
        if policy.meeting(MeetingRule.defusing) != nil {
            let held = IncidentSession.Held(startedAt: ago(17), minutes: 45, present: 6)
            try await programmes.recordMeeting(MeetingRule.defusing, held, reason: nil, in: id, by: staff)?
                .made("a defusing")
        }
        return id
    }
}
