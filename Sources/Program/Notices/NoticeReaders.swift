// Who is told, and until when it is answered.
extension RuleReader {
    static let notices: [RuleReader] = [
        RuleReader("availability.acknowledgement", by: .act("askToGetInTouch"), .record("overseeNotices")),
        RuleReader(
            "escalation.notifications[]", at: "event", "after-hours-request", by: .act("answerNotice"),
            .timer("announceNotices")),
        RuleReader(
            "escalation.notifications[]", at: "event", "after-hours-response-in-person", by: .act("tellResponse")),
        RuleReader("duty-time.vehicles", by: .refusal("tellResponse")),
    ]
}
