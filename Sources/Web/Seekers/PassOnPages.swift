import HTML
import Operations
import Program

/// A word for somebody else, and a card to print or a link to send. Nothing about that person is asked or kept (SAC-V-3).
enum PassOnPages {
    static func passOn(_ agency: Agency, _ visit: Visit) -> HTML {
        let policy = agency.policy
        let front = StartAddresses.agency.link(PathID(agency.slug))
        let title =
            policy.awareness.material(.encouragementCard)?.title ?? "A word for a colleague"
        return page(
            title, in: Shells.seeker(agency, visit.site),
            lead: """
                You noticed, and that counts. Nobody here asks whom you have in mind, and nothing about them is kept.
                """,
            back: Crumb(policy.terms.programme, front),
            main: """
                \(section("What you could say", words(policy)))
                \(section(
                    "A card to pass on", lead: "Print this page, and the card comes alone.",
                    card(agency, visit.address(of: front))))
                """)
    }

    private static func words(_ policy: PolicyPack) -> HTML {
        prose(
            """
            <ul>
            <li>“I have been thinking of you. How are you, really?”</li>
            <li>“There are people here who listen, in confidence. It is up to you.”</li>
            <li>“I can stay with you while you call. I can also just leave this with you.”</li>
            </ul>
            <p>Then leave it to them. If you fear that somebody’s life is in danger, call \(CrisisWords.emergencyCall(policy)); \
            to talk over what to do, \(CrisisWords.firstWays(policy)).</p>
            \(CrisisWords.own(policy))
            """)
    }

    private static func card(_ agency: Agency, _ address: String?) -> HTML {
        let policy = agency.policy
        let code = address.flatMap { address in
            SquareCode.holding(address).map { squareCode($0, holds: address) }
        }
        return slip(
            policy.terms.programme,
            """
            <p>Someone thought of you. There are trained colleagues here who listen, in confidence. You decide whether, when \
            and with whom. You need not say who you are.</p>
            \(code)
            \(CrisisWords.onPaper(policy))
            <p>\(agency.name)</p>
            """)
    }
}
