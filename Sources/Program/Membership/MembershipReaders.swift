// Of membership what is built: who may be of the team, and suspension with its last word.
extension RuleReader {
    static let membership: [RuleReader] = [
        RuleReader("selection.applicants", by: .refusal("giveRole")),
        RuleReader("membership.removal.suspension", by: .act("suspendMember"), .act("decideSuspension")),
    ]
}
