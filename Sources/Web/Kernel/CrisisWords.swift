import HTML
import Program

/// What is said first to anyone who may be in a crisis, everywhere in the same words: 988, then the agency's own lines.
enum CrisisWords {
    /// In a few lines, at the foot of every page and before an exception to confidence.
    static func brief(_ policy: PolicyPack?) -> HTML {
        """
        <p><strong>In a crisis, \(CrisisLine.lifeline.hours):</strong> \(ways(of: .lifeline)), or call \(emergencyCall) if \
        anyone is in danger now.</p>\(own(policy))
        """
    }

    /// With a button for each way, where a page begins with it.
    static func inFull(_ policy: PolicyPack) -> HTML {
        """
        <p>Somebody answers \(CrisisLine.lifeline.telephone) day and night, for whatever it is. Call \
        \(CrisisLine.emergencyNumber) if anyone is in danger now.</p>
        \(actions(buttons(of: .lifeline) + call(CrisisLine.emergencyNumber)))
        \(lines(of: policy).map { line -> HTML in
            "<p><strong>\(line.name)</strong>, \(line.hours)</p>\(actions(buttons(of: line)))"
        })
        """
    }

    /// For paper, where nothing can be tapped.
    static func onPaper(_ policy: PolicyPack) -> HTML {
        """
        <p>In a crisis, \(CrisisLine.lifeline.hours): \(ways(of: .lifeline) { HTML(text: $1) }).</p>
        \(lines(of: policy).map { line -> HTML in
            "<p>\(line.name), \(line.hours): \(ways(of: line) { HTML(text: $1) }).</p>"
        })
        """
    }

    /// The agency's own, each with its hours.
    static func own(_ policy: PolicyPack?) -> HTML {
        lines(of: policy).map { line -> HTML in
            "<p><strong>\(line.name)</strong>, \(line.hours): \(ways(of: line)).</p>"
        }.joined()
    }

    /// Such as “call or text 988”.
    static func ways(
        of line: CrisisLine, _ number: (Link, String) -> HTML = { "<a\(href: $0)>\($1)</a>" }
    ) -> HTML {
        let called = number(Link(telephone: line.telephone), line.telephone)
        return switch line.text {
        case nil: "call \(called)"
        case line.telephone: "call or text \(called)"
        case .some(let text): "call \(called) or text \(number(Link(textMessage: text), text))"
        }
    }

    /// The number to call where somebody is in danger.
    static let emergencyCall: HTML =
        "<a\(href: Link(telephone: CrisisLine.emergencyNumber))>\(CrisisLine.emergencyNumber)</a>"

    private static func lines(of policy: PolicyPack?) -> [CrisisLine] { policy?.crisisLines ?? [] }

    private static func buttons(of line: CrisisLine) -> HTML {
        "\(call(line.telephone))\(line.text.map { linkButton("Text \($0)", to: Link(textMessage: $0), icon: .message) })"
    }

    private static func call(_ number: String) -> HTML {
        linkButton("Call \(number)", to: Link(telephone: number), icon: .phone)
    }
}
