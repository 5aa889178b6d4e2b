import HTML
import Program

// What pages that are made from the pack say, with the clause beside it.

extension Basis {
    /// The clauses, small; where the agency chose the rule, that it did and why.
    var notes: HTML? { reason.map(choiceNote) ?? (clauses.isEmpty ? nil : clauses.notes) }

    /// The clauses, and with them why one value of the rule was chosen, where it was.
    func notes(with value: RuleValue) -> HTML? {
        switch of(value) {
        case .chosen(let reason) where !clauses.isEmpty: "\(clauses.notes) \(choiceNote(reason))"
        case .chosen, .clauses, .byValue: notes
        }
    }

    /// The same with the first clause alone, where a sentence has room for one.
    var note: HTML? { origin?.note }

    var origin: RuleOrigin? { reason.map(RuleOrigin.choice) ?? clauses.origin }
}

extension [ClauseID] {
    var notes: HTML { map { clauseNote($0.text) }.joined(separator: " ") }
    var note: HTML? { origin?.note }
    var origin: RuleOrigin? { first.map { .clause($0.text) } }
}

extension Refusal.Problem {
    var origin: RuleOrigin? { clauses.origin ?? choice.map(RuleOrigin.choice) }
}

extension TimeOffPostRule {
    /// That the seeker is asked first is the agency's own where the policy only coordinates.
    var origin: RuleOrigin? { (consent?.basis ?? basis).origin }
}

extension PolicyPack {
    /// What the agency says in that place to those, in the pack's order; by default to whoever may come there.
    func statements(
        in place: Statement.Place, to audiences: Set<Statement.Audience> = [.everyone, .seekers]
    ) -> [Statement] {
        statements.filter { $0.places.contains(place) && audiences.contains($0.to) }
    }

    /// What people call a role.
    func title(_ role: RoleID) -> String { title(of: role) }

    /// Any one of these: `the Program Coordinator or the Management Liaison`.
    func anyOf(_ roles: [RoleID]) -> String { roles.map { "the \(title($0))" }.joined(separator: " or ") }
}

/// Rules of the pack as a list, each with its clauses.
func ruledList(_ items: [RuledItem]) -> HTML? {
    guard !items.isEmpty else { return nil }
    return prose("<ul>\(items.map { "<li>\($0.label) \($0.basis.notes)</li>" as HTML })</ul>")
}

/// What the agency says, a paragraph each, with its clauses, and the number where it says to call.
func ruledWords(_ statements: [Statement], _ policy: PolicyPack) -> HTML? {
    guard !statements.isEmpty else { return nil }
    return prose(
        "\(statements.map { "<p>\($0.text) \($0.basis.notes(with: .text))</p>\(NumbersToCall.of($0, policy))" as HTML })"
    )
}
