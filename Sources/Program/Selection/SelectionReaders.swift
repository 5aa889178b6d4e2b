// Of selection: who may apply and when, each step by whom the policy names and in its order, and how long papers are kept.
extension RuleReader {
    static let selection: [RuleReader] = [
        RuleReader("selection.applicants", by: .refusal("apply"), .timer("stopApplications")),
        RuleReader(
            "selection.recruitment", by: .act("postOpening"), .refusal("apply"), .words("/agencies/{agency}/joining")),
        RuleReader("selection.steps[]", by: .act("apply"), .refusal("answerStep"), .record("readApplication")),
        RuleReader("selection.steps[].act.declarations[]", by: .refusal("declare")),
        RuleReader("selection.preference", by: .record("readApplication")),
        RuleReader(
            "selection.nomination", by: .act("nominate"), .act("answerNomination"), .timer("destroyApplications")),
        RuleReader("selection.cooling-days", by: .refusal("apply")),
        RuleReader("retention.application-days", by: .timer("stopApplications")),
        RuleReader("retention.decided-application-days", by: .timer("destroyApplications")),
    ]
}
