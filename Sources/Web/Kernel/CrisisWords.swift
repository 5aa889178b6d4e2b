import HTML
import PolicyPacks
import Program

/// What is said first to anyone who may be in a crisis, everywhere in the same words: the line for everybody in the country, then the
/// agency's own.
enum CrisisWords {
    /// In a few lines, at the foot of every page and before an exception to confidence.
    static func brief(_ policy: PolicyPack) -> HTML {
        """
        \(policy.country.crisisLines.first.map { line -> HTML in
            """
            <p><strong>In a crisis, \(line.hours):</strong> \(ways(of: line)), or call \(emergencyCall(policy)) if anyone is in \
            danger now.</p>
            """
        })\(own(policy))
        """
    }

    /// Where no agency is known, and so no country.
    static let everywhere: HTML =
        CountryProfiles.all.map { country -> HTML in
            """
            <p><strong>In a crisis, \(country.name):</strong> \
            \(country.crisisLines.map { ways(of: $0) }.joined(separator: ", ")), or call \(call(country)) if anyone is in danger now.</p>
            """
        }.joined()

    /// With a button for each way, where a page begins with it.
    static func inFull(_ policy: PolicyPack) -> HTML {
        let country = policy.country
        return """
            \(country.crisisLines.first.map { line -> HTML in
                """
                <p>Somebody answers \(line.telephone) \(line.hours), for whatever it is. Call \(country.emergencyNumber) if \
                anyone is in danger now.</p>
                \(actions(buttons(of: line) + callButton(country.emergencyNumber)))
                """
            })
            \(further(policy).map { line -> HTML in
                "<p><strong>\(line.name)</strong>, \(line.hours)</p>\(actions(buttons(of: line)))"
            })
            """
    }

    /// For paper, where nothing can be tapped.
    static func onPaper(_ policy: PolicyPack) -> HTML {
        """
        \(policy.country.crisisLines.first.map { line -> HTML in
            "<p>In a crisis, \(line.hours): \(ways(of: line) { HTML(text: $1) }).</p>"
        })
        \(further(policy).map { line -> HTML in
            "<p>\(line.name), \(line.hours): \(ways(of: line) { HTML(text: $1) }).</p>"
        })
        """
    }

    /// Those after the first, each with its hours: the agency's own among them.
    static func own(_ policy: PolicyPack) -> HTML {
        further(policy).map { line -> HTML in
            "<p><strong>\(line.name)</strong>, \(line.hours): \(ways(of: line)).</p>"
        }.joined()
    }

    /// How the line for everybody is reached; nothing where the country has none.
    static func firstWays(_ policy: PolicyPack) -> HTML? { policy.country.crisisLines.first.map { ways(of: $0) } }

    /// Such as “call or text 988”.
    private static func ways(
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
    static func emergencyCall(_ policy: PolicyPack) -> HTML { call(policy.country) }

    private static func call(_ country: Country) -> HTML {
        "<a\(href: Link(telephone: country.emergencyNumber))>\(country.emergencyNumber)</a>"
    }

    private static func further(_ policy: PolicyPack) -> [CrisisLine] { Array(policy.everyCrisisLine.dropFirst()) }

    private static func buttons(of line: CrisisLine) -> HTML {
        """
        \(callButton(line.telephone))\
        \(line.text.map { linkButton("Text \($0)", to: Link(textMessage: $0), icon: .message) })
        """
    }

    private static func callButton(_ number: String) -> HTML {
        linkButton("Call \(number)", to: Link(telephone: number), icon: .phone)
    }
}
