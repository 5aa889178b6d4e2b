// Services beside support, and checks on colleagues off work.
extension RuleReader {
    static let services: [RuleReader] = [
        RuleReader("requests.services[]", by: .act("openService"), .act("volunteerForService"), needs: .assignServices),
        RuleReader("requests.service-assignments", by: .act("openService"), .act("confirmForService")),
        RuleReader(
            "requests.well-being-checks", by: .act("openCheck"), .act("keepCheckOutcome"), .timer("remindOfChecks")),
    ]
}
