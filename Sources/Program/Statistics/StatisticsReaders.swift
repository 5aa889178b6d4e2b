// The published figures.
extension RuleReader {
    static let statistics: [RuleReader] = [
        RuleReader("summary", by: .act("publishFigures"), .record("readPublication")),
        RuleReader("summary.tables[].kinds", by: .act("publishFigures")),
        RuleReader("summary.tables[].answers", by: .act("publishFigures")),
        RuleReader("summary.tables[].sums", by: .act("publishFigures")),
        RuleReader("releases[]", by: .act("publishFigures"), .record("readPublication")),
        RuleReader("releases[].tables[].kinds", by: .act("publishFigures")),
        RuleReader("releases[].tables[].answers", by: .act("publishFigures")),
        RuleReader("releases[].tables[].sums", by: .act("publishFigures")),
        RuleReader("threshold", by: .act("publishFigures")),
        RuleReader("responses", by: .timer("keepResponses"), .record("readTeamPlan"), needs: .planTeam),
        // No figures of one unit are published, so no unit is too small for them.
        .unread("threshold", at: "smallest-population"),
    ]
}
