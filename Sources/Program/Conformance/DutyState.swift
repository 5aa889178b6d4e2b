/// What becomes of a duty of the written policy in the running system. It comes from what reads the rules that cite it, and from no
/// citation.
package enum DutyState: String, Sendable, CaseIterable {
    /// An act, a timer, a refusal or a record goes by every rule that cites it.
    case carriedOut = "carried-out"
    /// Its words are shown to the right people at the right place, and nothing more is done.
    case said
    /// It stands in the pack, and nothing goes by it, or by some of its rules.
    case writtenDown = "written-down"

    /// By those readers of one rule.
    init(of readers: [Reader]) {
        self = readers.contains(where: \.acts) ? .carriedOut : readers.isEmpty ? .writtenDown : .said
    }
}

extension [DutyState] {
    /// That of the weakest link; nothing at all is written down.
    var weakest: DutyState {
        if isEmpty || contains(.writtenDown) { return .writtenDown }
        return contains(.said) ? .said : .carriedOut
    }
}

/// A duty of the policy with its rules, each with what reads it.
package struct DutyConformance: Sendable, Equatable {
    package let clause: Clause
    package let state: DutyState
    package let rules: [RuleConformance]

    package init(_ clause: Clause, rules: [RuleConformance]) {
        self.clause = clause
        self.rules = rules
        state = Self.state(of: rules)
    }

    /// The rules of which something is done or said, where others are not: the duty is met in part.
    package var partsMet: Int { state == .writtenDown ? counted.count { $0.state != .writtenDown } : 0 }

    /// The rules that tell whether it is met.
    package var counted: [RuleConformance] { rules.filter(\.counts) }

    /// Why it is written down only, a sentence for each rule that nothing goes by; empty in any other state.
    package var shortfalls: [String] {
        guard state == .writtenDown else { return [] }
        if rules.isEmpty { return ["No rule of the pack cites it."] }
        if counted.isEmpty { return ["It stands with a role that has no power, or among a role's duties in words."] }
        let unmet = counted.filter { $0.state == .writtenDown }.map { rule in
            switch rule.unread.isEmpty {
            case true: "\(rule.path): nothing in the system reads this rule."
            case false: "\(rule.path): nothing reads \(rule.unread.joined(separator: "; "))."
            }
        }
        return unmet.isEmpty ? ["A role carries what its powers are; the duty in words asks for more."] : unmet
    }

    /// A role without powers and free words carry nothing. Where free words stand beside a role alone they say more than its powers do, and the role does not carry
    /// what they say.
    private static func state(of rules: [RuleConformance]) -> DutyState {
        let counted = rules.filter(\.counts)
        let isMoreThanRoles = counted.contains { $0.kind == .rule }
        if counted.isEmpty || (rules.contains { $0.kind == .freeWords } && !isMoreThanRoles) { return .writtenDown }
        if counted.contains(where: { $0.state == .writtenDown }) { return .writtenDown }
        return counted.contains { $0.state == .carriedOut } ? .carriedOut : .said
    }
}

extension PolicyPack {
    /// Every duty of the register with what becomes of it, in the register's order.
    ///
    /// - Parameter rules: the pack's own, as they are written.
    package func conformance(of rules: [WrittenRule], by lines: [RuleReader] = RuleReader.all) -> [DutyConformance] {
        let powers = roles.reduce(into: Set<Power>()) { $0.formUnion(self.powers(of: $1)) }
        let byRule = Dictionary(grouping: lines, by: \.rule)
        var byClause: [ClauseID: [RuleConformance]] = [:]
        for rule in rules where !rule.clauses.isEmpty {
            let conformance = rule.conformance(by: byRule[rule.key] ?? [], powers: powers)
            for clause in rule.clauses.withoutRepetition { byClause[clause, default: []].append(conformance) }
        }
        return clauses.map { DutyConformance($0, rules: byClause[$0.id] ?? []) }
    }
}
