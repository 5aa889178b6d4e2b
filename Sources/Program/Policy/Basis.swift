/// The name of a duty in the ledger of a source, such as `OCP-I.C.3.i-1`.
package struct ClauseID: PolicyName {
    package let text: String

    package init(_ text: String) { self.text = text }
}

/// One duty of the agency's written policy, as the pack registers it.
package struct Clause: PolicyValue {
    /// What the running system does with the duty.
    package enum Kind: String, PolicyWord {
        /// It refuses or requires.
        case enforce
        /// It watches a deadline.
        case schedule
        /// It keeps or reports something.
        case record
        /// It says the right words at the right moment.
        case inform
        /// Human judgement; the system only makes room for it.
        case people
    }

    package let id: ClauseID
    /// Where the source says it, such as `II.B.5.a`.
    package let place: String
    package let kind: Kind
    /// The duty in our words.
    package let duty: String

    package init(id: ClauseID, place: String, kind: Kind, duty: String) {
        self.id = id
        self.place = place
        self.kind = kind
        self.duty = duty
    }
}

/// Why a rule of a pack is as it is.
package enum Basis: PolicyValue {
    /// The written policy says so, in these clauses (never empty).
    case clauses([ClauseID])
    /// The written policy is silent; the agency chose the rule, for this reason.
    case chosen(String)
    /// The written policy gives the rule, and not each of its values.
    case byValue(BasisByValue)

    /// The clauses the rule comes from, whoever chose its values.
    package var clauses: [ClauseID] {
        switch self {
        case .clauses(let clauses): clauses
        case .chosen: []
        case .byValue(let basis): basis.clauses
        }
    }

    /// Why the agency chose the rule as a whole; nothing where the policy gives it.
    package var reason: String? {
        switch self {
        case .chosen(let reason): reason
        case .clauses, .byValue: nil
        }
    }

    /// Why one value of the rule is as it is, so that a number of ours is never shown under a clause of theirs.
    package func of(_ value: RuleValue) -> Basis {
        switch self {
        case .clauses, .chosen: self
        case .byValue(let basis): basis.chosen[value.rawValue].map(Basis.chosen) ?? .clauses(basis.clauses)
        }
    }
}

/// Why the values of one rule are as they are, where the written policy gives some of them. A value is named by its key, or by the
/// way to it: `act.ballot.votes`.
package struct BasisByValue: PolicyValue {
    /// Where the policy gives the rule (never empty).
    package let clauses: [ClauseID]
    /// Values that the policy gives, each with a few of its own words.
    package let said: [String: String]
    /// Values that the agency chose, each with the reason.
    package let chosen: [String: String]

    package init(clauses: [ClauseID], said: [String: String], chosen: [String: String]) {
        self.clauses = clauses
        self.said = said
        self.chosen = chosen
    }
}

/// A value whose origin pages and refusals tell on its own, apart from its rule's.
package enum RuleValue: String, CaseIterable, Sendable {
    case amount
    case amountRange = "answer.amount.range"
    case atLeast = "answer.several.at-least"
    case consults
    case draftedBy = "drafted-by"
    case dueDay = "due-day"
    case hasArea = "has-area"
    case holders
    case excusedBy = "excused-by"
    case given
    case kinds
    case notice
    case procedure
    case reminderDays = "reminder-days"
    case seekerAskedFirst = "seeker-asked-first"
    case sharing
    case text
    case to
    case value
    case withinHours = "within-hours"
    case withinMinutes = "within-minutes"
}

/// A single value of the policy, with its ``Basis``.
package struct Rule<Value: Sendable & Equatable>: Sendable, Equatable {
    package let value: Value
    package let basis: Basis

    package init(_ value: Value, _ basis: Basis) {
        self.value = value
        self.basis = basis
    }
}

extension Rule: Decodable where Value: Decodable {}
