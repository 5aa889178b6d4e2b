// The team looked at as a whole.
extension RuleReader {
    static let planning: [RuleReader] = [
        RuleReader("team.planning", by: .record("readTeamPlan"), needs: .planTeam),
        RuleReader("team.own-load", by: .record("readOwnLoad")),
        RuleReader("team.ranges[]", by: .record("readTeamPlan"), needs: .planTeam),
        RuleReader("team.staffing[]", by: .record("readTeamPlan"), needs: .planTeam),
        RuleReader("team.sizing", by: .record("readTeamPlan"), .act("setSizingEntry"), needs: .planTeam),
        RuleReader("team.forecast", by: .record("readTeamPlan"), needs: .planTeam),
        RuleReader(
            "team.reports[]", at: "measures", "contact-trend", "load-per-member", "utilisation", "services",
            "referrals",
            "suggested-team-size", "training-needs-by-division", "response-time", "coverage", by: .record("readReport"),
            needs: .readReports),
        RuleReader(
            "team.reports[]", at: "measures", "hours-per-supporter", by: .record("readReport"),
            needs: .receiveStatSheets),
    ]
}
