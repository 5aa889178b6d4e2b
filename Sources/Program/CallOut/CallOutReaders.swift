// Calling supporters out.
extension RuleReader {
    static let callOut: [RuleReader] = [
        RuleReader("availability.call-out", by: .act("beginCallOut"), needs: .callOut),
        RuleReader("availability.dispatch", by: .act("beginCallOut"), needs: .callOut),
    ]
}
