// Who may be of the team, and each rule of a membership's life with what goes by it.
extension RuleReader {
    static let membership: [RuleReader] = [
        RuleReader("selection.applicants", by: .refusal("giveRole"), .refusal("activateMember")),
        RuleReader("membership.activation[]", by: .refusal("activateMember")),
        RuleReader("membership.term", by: .timer("keepMemberships"), .act("askToRenewTerm")),
        RuleReader("membership.term.renewal", by: .act("confirmRenewal")),
        RuleReader("membership.inactivity.by-own-notice", by: .act("pauseMembership"), .act("returnFromPause")),
        RuleReader(
            "membership.inactivity.by-own-notice.relevant-reasons", by: .refusal("pauseMembership"),
            .act("adoptRelevantReason")),
        RuleReader("membership.inactivity.by-others", by: .act("placeInactive"), .act("letMemberReturn")),
        RuleReader("membership.inactivity.reason-visible-to", by: .record("listMemberships")),
        RuleReader("membership.withdrawal", by: .act("withdrawFromTeam")),
        RuleReader("membership.removal", by: .act("removeMember")),
        .besides("membership.removal", at: "procedure.approved.approved-by", by: .act("decideRemoval")),
        RuleReader(
            "membership.removal.grounds[]", by: .refusal("removeMember"), .record("listMemberships")),
        RuleReader("membership.removal.barred-for-good", by: .refusal("apply")),
        RuleReader("membership.removal.consultation", by: .act("beHeardOnRemoval"), .refusal("decideRemoval")),
        RuleReader("membership.removal.suspension", by: .act("suspendMember"), .act("decideSuspension")),
        RuleReader("membership.annual-review", by: .act("reviewMember"), .timer("keepMemberships")),
        RuleReader("agreement", by: .act("signAgreement"), .refusal("activateMember")),
        RuleReader("agreement.items[]", by: .act("signAgreement")),
        RuleReader("agreement.consequences", by: .act("signAgreement")),
        RuleReader("agreement.sign-again-within-days", by: .timer("keepMemberships")),
        RuleReader("team.supervision", by: .act("assignLeader"), .record("listMembersLed")),
    ]
}
