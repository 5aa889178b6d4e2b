// The published figures.
extension RuleReader {
    static let statistics: [RuleReader] = [
        RuleReader("summary", by: .act("publishSummary"), .record("readSummary")),
        RuleReader("summary.tables[].kinds", by: .act("publishSummary")),
        RuleReader("summary.tables[].answers", by: .act("publishSummary")),
        RuleReader("summary.tables[].sums", by: .act("publishSummary")),
        RuleReader("releases[]", by: .act("publishSummary"), .record("readSummary")),
        RuleReader("releases[].tables[].kinds", by: .act("publishSummary")),
        RuleReader("releases[].tables[].answers", by: .act("publishSummary")),
        RuleReader("releases[].tables[].sums", by: .act("publishSummary")),
        RuleReader("threshold", by: .act("publishSummary")),
        RuleReader("responses", by: .timer("keepResponses"), .record("readTeamPlan"), needs: .planTeam),
        // No figures of one unit are published, so no unit is too small for them.
        .unread("threshold", at: "smallest-population"),
    ]
}
