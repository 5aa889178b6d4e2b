// The exceptions to confidence.
extension RuleReader {
    static let disclosure: [RuleReader] = [
        RuleReader("confidentiality.exceptions[]", by: .act("disclose"), .timer("announceNotices"))
    ]
}
