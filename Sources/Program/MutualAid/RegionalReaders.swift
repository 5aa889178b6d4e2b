// The team of several agencies: what they do together, and how they speak.
extension RuleReader {
    static let regionalTeam: [RuleReader] = [
        RuleReader(
            "team.regional-team", by: .act("planSession"), .act("takePartInSession"), .act("writeToRegion"),
            .timer("destroyRegionalMessages"))
    ]
}
