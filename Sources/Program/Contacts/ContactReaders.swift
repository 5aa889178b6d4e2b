// What supporters count, and the sheet they hand in.
extension RuleReader {
    static let contacts: [RuleReader] = [
        RuleReader("contact-form", by: .act("recordContact"), .act("submitSheet")),
        RuleReader("contact-form.kinds[]", by: .act("recordContact")),
        RuleReader("contact-form.kinds[].questions[]", by: .refusal("recordContact")),
        RuleReader("stat-sheet", by: .act("submitSheet"), .record("listFilings")),
    ]
}
