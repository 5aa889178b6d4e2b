// Of membership what is built: suspension with its last word.
extension RuleReader {
    static let membership: [RuleReader] = [
        RuleReader("membership.removal.suspension", by: .act("suspendMember"), .act("decideSuspension"))
    ]
}
