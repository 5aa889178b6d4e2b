/// What a message is about.
package enum Tone: String, Sendable {
    case neutral, good, warning, bad
}

/// A message about what just happened or what needs attention. `announced` reads it out when the page opens.
package func callout(
    _ title: String, tone: Tone = .neutral, announced: Bool = false, _ content: HTML? = nil
) -> HTML {
    """
    <div class="callout callout-\(tone.rawValue)"\(attribute: "role", announced ? role(of: tone) : nil)>\
    \(icon(drawing(for: tone)))<div class="callout-words"><p class="callout-title">\(title)</p>\(content)</div></div>
    """
}

/// A refusal: what was asked for cannot be done, why, and the rule that says so, or why the rule was chosen.
package func refusal(_ message: String, clause: String? = nil, choice: String? = nil) -> HTML {
    callout(message, tone: .bad, announced: true, clause.map(clauseNote) ?? choice.map(choiceNote))
}

/// Where a rule comes from, small and muted: "OCP-I.C.3.i".
package func clauseNote(_ clause: String) -> HTML {
    "<span class=\"clause\"><span class=\"unseen\">Rule </span>\(clause)</span>"
}

/// Why something is as it is that no written rule gives: "Our choice: an hour, since …".
package func choiceNote(_ reason: String) -> HTML {
    "<span class=\"choice\">Our choice: \(reason)</span>"
}

/// A short state beside a name: "Active", "Late".
package func badge(_ label: String, tone: Tone = .neutral) -> HTML {
    "<span class=\"badge badge-\(tone.rawValue)\">\(label)</span>"
}

private func role(of tone: Tone) -> String {
    switch tone {
    case .neutral, .good: "status"
    case .warning, .bad: "alert"
    }
}

private func drawing(for tone: Tone) -> Icon {
    switch tone {
    case .neutral: .information
    case .good: .done
    case .warning, .bad: .alert
    }
}
