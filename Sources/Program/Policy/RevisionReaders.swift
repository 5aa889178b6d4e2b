// How the rules themselves come to be, and change.
extension RuleReader {
    static let revision: [RuleReader] = [
        RuleReader(
            "governance.policy-revision", by: .act("draftPolicy"), .refusal("submitPolicyDraft"),
            .refusal("approvePolicyDraft"), .refusal("reviewPolicyDraft"), .timer("putPoliciesInForce")),
        RuleReader("governance.policy-revision.review-every", by: .timer("remindOfPolicyReview")),
    ]
}
