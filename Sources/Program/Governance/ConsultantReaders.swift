// The professionals beside the team.
extension RuleReader {
    static let consultants: [RuleReader] = [
        RuleReader(
            "governance.consultants[]", by: .act("recordLicence"), .act("confirmScope"), .record("listConsultants"),
            .timer("remindOfLicences"))
    ]
}
