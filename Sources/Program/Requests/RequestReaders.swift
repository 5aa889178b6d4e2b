// How support is asked for and given, and what happens when nobody answers.
extension RuleReader {
    static let requests: [RuleReader] = [
        RuleReader("requests.origins[]", by: .refusal("askForSupport")),
        RuleReader("requests.by-supervisors", by: .words("/agencies/{agency}/supervisors")),
        RuleReader("requests.anonymity", by: .always("nobodyNeedsToSayWhoTheyAre")),
        RuleReader(
            "requests.choice-of-supporter", by: .always("anyMemberCanBeChosenForAnybodyAndNobodyApproves")),
        RuleReader("requests.chain-of-command", by: .refusal("acceptOffer"), .refusal("madeContact")),
        RuleReader(
            "requests.exclusions[]", at: "bar", "relationship", "same-incident", "shared-investigation",
            "investigative-function", by: .refusal("acceptOffer")),
        RuleReader("requests.exclusions[]", at: "ascertained", "supporter-attests", by: .refusal("acceptOffer")),
        RuleReader(
            "requests.exclusions[]", at: "ascertained", "marked", given: ["bar": ["same-incident"]],
            by: .act("markInvolvement"), needs: .recordIncidents),
        RuleReader(
            "requests.exclusions[]", at: "ascertained", "marked", given: ["bar": ["investigative-function"]],
            by: .refusal("acceptOffer")),
        RuleReader("requests.seeker-may-exclude", by: .act("askForSupport")),
        RuleReader("requests.first-contact", by: .timer("advanceRequests")),
        RuleReader("requests.many-contacts", by: .record("readRequest")),
        RuleReader("requests.hand-off", by: .refusal("handOff")),
        RuleReader("requests.follow-up", by: .act("setReminder"), .timer("tellReminders")),
        RuleReader(
            "requests.self-disqualification", by: .act("passOffer"), .record("readOffer"), .act("askToBeCalledBack")),
        RuleReader("requests.conflict-notice", by: .act("tellConflict"), .act("passOffer")),
        RuleReader("requests.cannot-leave-post", at: "asked-by", "supporter", by: .act("cannotLeavePost")),
        RuleReader(
            "requests.cannot-leave-post", at: "asked-by", "supervisor", by: .act("makeSupervisorCode"),
            .act("askForAnother")),
        RuleReader(
            "requests.consultations[]", at: "sharing", "as-seeker-authorised", "limited-access", by: .act("consult")),
        // Nothing is shared, so nothing is done: the page says whom to turn to.
        RuleReader(
            "requests.consultations[]", at: "sharing", "nothing", by: .words("/requests/{request}/consultations")),
        RuleReader("requests.time-off-post", by: .act("agreeToTimeOffNote")),
        RuleReader("requests.activities[]", by: .words("/handbook")),
        RuleReader("escalation.steps[]", by: .timer("advanceRequests")),
        RuleReader("escalation.after-hours-activation", by: .act("approveActivation"), .timer("advanceRequests")),
    ]
}
