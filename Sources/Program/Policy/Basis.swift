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
    /// The written policy is silent; the agency chose the value, for this reason.
    case chosen(String)

    package var clauses: [ClauseID] {
        switch self {
        case .clauses(let clauses): clauses
        case .chosen: []
        }
    }
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
