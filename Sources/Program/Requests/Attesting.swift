/// What a supporter says about themselves and whoever asks, before identity opens.
package struct Attestation: Sendable, Equatable {
    /// The ties that there are; none for most.
    package var ties: Set<ExclusionRule.Bar>
    /// Whether one of them stands above the other.
    package var isInChainOfCommand: Bool

    package init(ties: Set<ExclusionRule.Bar> = [], isInChainOfCommand: Bool = false) {
        self.ties = ties
        self.isInChainOfCommand = isInChainOfCommand
    }
}

/// What an attestation leads to.
package enum AttestationRuling: Sendable, Equatable {
    /// Nothing stands in the way.
    case clear
    /// May be taken; the supporter is asked to consult that role, where the pack names one (IACP-7.2).
    case clearWithPrompt(consults: RoleID?)
    /// May be taken for one contact, then it is handed off (KSO-E.8).
    case oneContact
    /// Somebody outside the chain of command is asked first.
    case othersFirst(Refusal)
    /// A tie of the pack bars it.
    case barred(Refusal)
}

extension RequestRules {
    /// The ties the pack asks a supporter about, in its order.
    package var attestedExclusions: [ExclusionRule] { exclusions.filter { $0.ascertained.contains(.supporterAttests) } }

    /// Whether whoever may investigate or discipline is known to the system and never offered a request (OCP-II.C).
    package var barsInvestigators: Bool {
        exclusions.contains { $0.bar == .investigativeFunction && $0.ascertained.contains(.marked) }
    }

    /// - Parameters:
    ///   - areOthersAsked: whether there may still be somebody outside the chain of command who takes it.
    ///   - isWanted: whether the seeker chose this supporter.
    package func ruling(
        on attestation: Attestation, areOthersAsked: Bool, isWanted: Bool
    ) -> AttestationRuling {
        let bars = exclusions.filter { attestation.ties.contains($0.bar) }
        if !bars.isEmpty { return .barred(Refusal(bars.map(\.problem))) }
        guard attestation.isInChainOfCommand, let rule = chainOfCommand else { return .clear }
        switch rule.handling {
        case .oneContactThenHandOff: return .oneContact
        case .lastResortWithPrompt:
            if isWanted || !areOthersAsked { return .clearWithPrompt(consults: rule.consults) }
            return .othersFirst(
                Refusal(
                    """
                    Somebody outside the chain of command is asked first. If nobody else takes it, it comes back to \
                    you.
                    """, field: "isInChainOfCommand", basis: rule.basis))
        }
    }
}

extension ExclusionRule {
    fileprivate var problem: Refusal.Problem {
        let words =
            switch bar {
            case .relationship: "a relationship that could stand in the way"
            case .sameIncident: "the same incident"
            case .sharedInvestigation: "the same investigation"
            case .investigativeFunction: "a duty to investigate or discipline"
            }
        return Refusal.Problem(
            field: "ties", message: "Thank you for saying so. With \(words) somebody else is asked.",
            clauses: basis.clauses)
    }
}
