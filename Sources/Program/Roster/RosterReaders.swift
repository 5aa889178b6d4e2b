// When supporters can be reached.
extension RuleReader {
    static let roster: [RuleReader] = [
        RuleReader("availability.hours", by: .record("readRoster"), .timer("announceRosterGaps")),
        RuleReader("availability.list", by: .refusal("addOverride"), .act("openHours")),
        RuleReader("availability.members", by: .record("listSupporters"), .refusal("askForSupport")),
        RuleReader("availability.says-who-supervises", by: .record("listSupporters")),
        RuleReader("availability.gap-warning-days", by: .timer("announceRosterGaps")),
    ]
}
