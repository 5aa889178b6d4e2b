// Of governance what is built: who sees what becomes of the policy's duties, and the after-action input.
extension RuleReader {
    static let governance: [RuleReader] = [
        RuleReader("governance.conformance", by: .record("readPolicy")),
        RuleReader(
            "incidents.large-scale.after-action", by: .act("draftAfterActionInput"), .refusal("finishAfterActionInput")),
    ]
}
