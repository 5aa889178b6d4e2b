// Of governance what is built: who sees what becomes of the policy's duties, and the after-action input.
extension RuleReader {
    static let governance: [RuleReader] = [
        RuleReader("governance.conformance", by: .record("readPolicy")),
        RuleReader("governance.committees[]", by: .record("readCommittee"), .act("offerSeat")),
        RuleReader("governance.committees[].seats[]", by: .refusal("offerSeat"), .record("readCommittee")),
        RuleReader("governance.committees[].term", by: .timer("keepSeats"), .act("acceptSeat"), .refusal("giveVote")),
        RuleReader("governance.committees[].new-members", by: .act("openElection"), .refusal("offerSeat")),
        RuleReader(
            "governance.committees[].tasks[]", at: "task", "selects-own-members", by: .act("openElection")),
        RuleReader("governance.committees[].tasks[]", at: "task", "selects-supporters", by: .act("giveVote")),
        RuleReader("governance.committees[].tasks[]", at: "task", "oversees", "guides", by: .record("readPolicy")),
        RuleReader(
            "governance.committees[].tasks[]", at: "task", "develops-rules", "adopts-confidentiality-text",
            by: .act("draftPolicy"), .refusal("datePolicyDraft")),
        RuleReader("governance.committees[].tasks[]", at: "task", "recruits", by: .act("postOpening")),
        RuleReader("governance.committees[].tasks[]", at: "task", "removes-supporters", by: .act("giveVote")),
        RuleReader("governance.committees[].tasks[]", at: "task", "interviews", by: .act("recordInterview")),
        RuleReader("governance.committees[].tasks[]", at: "task", "schedules-training", by: .act("planSession")),
        RuleReader(
            "governance.committees[].tasks[]", at: "task", "identifies-providers", by: .act("addReferral")),
        RuleReader(
            "governance.committees[].tasks[]", at: "task", "decides-on-debriefing", by: .act("decideOnMeeting"),
            needs: .decideOnMeetings),
        RuleReader(
            "governance.announcements", by: .act("announce"), .act("acknowledgeAnnouncement"),
            .record("readAnnouncement")),
        RuleReader("governance.sponsor", by: .act("giveSponsorLetter"), .record("/agencies/{agency}")),
        RuleReader("governance.sponsor.renew-every", by: .timer("remindOfCounsel")),
        RuleReader("governance.budget", by: .act("keepBudgetLine"), .record("readBudget")),
        RuleReader("governance.reporting[]", by: .record("readReporting")),
        RuleReader("governance.duties[]", by: .words("/handbook")),
        RuleReader("governance.accountability", by: .act("publishFigures"), .record("readPublication")),
        RuleReader("governance.committees[].quorum", by: .act("closeBallot")),
        RuleReader(
            "incidents.large-scale.after-action", by: .act("draftAfterActionInput"), .refusal("finishAfterActionInput")),
    ]
}
