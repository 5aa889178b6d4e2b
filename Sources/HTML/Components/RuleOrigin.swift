/// Where a rule comes from, as people see it beside what it asks.
package enum RuleOrigin: Sendable, Equatable {
    /// A clause of the written policy, by its id: "OCP-I.C.3.i".
    case clause(String)
    /// No clause gives it; the reason for which it was chosen.
    case choice(String)

    /// Small and muted.
    package var note: HTML {
        switch self {
        case .clause(let clause): clauseNote(clause)
        case .choice(let reason): choiceNote(reason)
        }
    }
}

extension RuleOrigin: ExpressibleByStringLiteral {
    package init(stringLiteral clause: String) { self = .clause(clause) }
}

/// "OCP-I.C.3.i".
package func clauseNote(_ clause: String) -> HTML {
    "<span class=\"clause\"><span class=\"unseen\">Rule </span>\(clause)</span>"
}

/// "Our choice: an hour, since …".
package func choiceNote(_ reason: String) -> HTML {
    "<span class=\"choice\">Our choice: \(reason)</span>"
}
