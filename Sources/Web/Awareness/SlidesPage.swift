import HTML
import Operations
import Program

/// The orientation to show in a room: one idea on each page, landscape on paper, and through it by the keyboard alone (IACP-6.3, OCP-II.B.6).
enum SlidesPage {
    private struct Idea {
        let title: String
        let content: HTML
    }

    static func html(_ agency: Agency, _ visit: Visit) -> HTML {
        let policy = agency.policy
        let slug = PathID(agency.slug)
        let title = policy.awareness.material(.orientation)?.title ?? "Peer support, in short"
        let ideas = ideas(agency, at: visit.address(of: StartAddresses.agency.link(slug)))
        return page(
            title, in: Shells.seeker(agency, visit.site),
            lead: "One idea on each page, to show in a room or to print.",
            back: Crumb("For everybody here", AwarenessAddresses.orientation.link(slug)), width: .wide,
            main: ideas.enumerated().map { place, idea in
                slide(place + 1, of: ideas.count, idea.title, agency: agency.name, idea.content)
            }.joined())
    }

    private static func ideas(_ agency: Agency, at address: String?) -> [Idea] {
        let policy = agency.policy
        let words = policy.statements(in: .orientation) + policy.statements(in: .publicPage)
        var said: [Statement] = []
        for statement in words where !said.contains(where: { $0.text == statement.text }) { said.append(statement) }
        let rules = policy.confidentiality
        return [Idea(title: policy.terms.programme, content: "<p>A trained colleague who listens, in confidence.</p>")]
            + said.map { Idea(title: "What it is", content: "<p>\($0.text)</p>") }
            + [Idea(title: "What stays between you", content: "<p>\(rules.advisement.opening)</p>")]
            + lists("Where confidence ends", rules.exceptions.map(\.label))
            + lists("What is not confidential", (rules.notConfidential ?? []).map(\.label))
            + policy.statements(in: .advisement).filter { statement in !said.contains { $0.text == statement.text } }
            .map { Idea(title: "Good to know", content: "<p>\($0.text)</p>") }
            + lists("Your rights", rules.seekerRights.filter { $0.heldBy == nil }.map(\.label))
            + [
                Idea(title: "How to find it", content: finding(policy, at: address)),
                Idea(
                    title: "In a crisis",
                    content:
                        "\(CrisisWords.onPaper(policy))\(NumbersToCall.inALine(policy).map { "<p>\($0)</p>" as HTML })"),
            ]
    }

    /// A few of a list on each, so that each can be read from the back of the room.
    private static func lists(_ title: String, _ labels: [String]) -> [Idea] {
        let atOnce = 4
        return stride(from: 0, to: labels.count, by: atOnce).map { start in
            let some = labels[start..<min(start + atOnce, labels.count)]
            return Idea(title: title, content: "<ul>\(some.map { "<li>\($0)</li>" as HTML })</ul>")
        }
    }

    private static func finding(_ policy: PolicyPack, at address: String?) -> HTML {
        """
        <p>Nobody has to say who they are to ask for a \(policy.terms.supporter).</p>
        \(address.flatMap { address in
            SquareCode.holding(address).map { squareCode($0, holds: "With a phone’s camera, or at \(address)") }
        })
        """
    }
}
