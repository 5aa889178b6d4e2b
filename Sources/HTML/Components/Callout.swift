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

/// A refusal: what was asked for cannot be done, why, and where the rule that says so comes from.
package func refusal(_ message: String, origin: RuleOrigin? = nil) -> HTML {
    callout(message, tone: .bad, announced: true, origin?.note)
}

/// A short state beside a name: "Active", "Late".
package func badge(_ label: String, tone: Tone = .neutral) -> HTML {
    "<span class=\"badge badge-\(tone.rawValue)\">\(label)</span>"
}

/// The same with a sign before the words, so that it is told apart on paper and without colours.
package func badge(_ label: String, tone: Tone, sign: String) -> HTML {
    "<span class=\"badge badge-\(tone.rawValue)\"><span aria-hidden=\"true\">\(sign) </span>\(label)</span>"
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
