// What members say of themselves.
extension RuleReader {
    static let attributes: [RuleReader] = [
        RuleReader("selection.diversity", by: .act("sayOfMyself"), .record("readTeamSpread"), .timer("freezeSpreads"))
    ]
}
