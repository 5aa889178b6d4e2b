import HTML
import Operations
import Program

enum StartPages {
    /// The way in where several agencies share an installation.
    static func start(_ agencies: [(slug: String, name: String)], _ site: Site) -> HTML {
        let list = agencies.map { agency in
            linkCard(
                agency.name, detail: "Peer support here", to: StartPlaces.agency.link(PathID(agency.slug)),
                icon: .people)
        }
        return page(
            "Whose programme are you looking for?", in: Shells.open(site),
            lead: "Peer support is a trained colleague who listens, in confidence.",
            main: list.isEmpty
                ? emptyState("No agency yet", "Whoever runs this installation takes agencies in from the command line.")
                : cards(list))
    }

    /// An agency's front page: what this is and is not, its limits, crisis lines first, the way in for the team.
    static func agency(_ agency: Agency, _ site: Site) -> HTML {
        let policy = agency.policy
        let signIn = SignInPlaces.signIn.link(PathID(agency.slug))
        return page(
            policy.terms.programme, in: Shells.agency(agency, site),
            lead: "A trained colleague who listens, in confidence.",
            main: """
                \(callout("In a crisis, now", tone: .warning, Shells.crisisLines))
                \(words(said: policy.statements(in: .publicPage)))
                \(section("What stays between you, and what cannot", limits(policy)))
                \(section("For the team", actions(linkButton("Sign in", to: signIn, style: .primary))))
                """)
    }

    private static func words(said statements: [Statement]) -> HTML? {
        guard !statements.isEmpty else { return nil }
        return section("What this is", prose("\(statements.map { "<p>\($0.text)</p>" as HTML })"))
    }

    private static func limits(_ policy: PolicyPack) -> HTML {
        let rules = policy.confidentiality
        let exceptions = (rules.exceptions.map(\.label) + [rules.group?.text].compactMap { $0 }).map {
            "<li>\($0)</li>" as HTML
        }
        let levels = rules.levels.map { "<p>\($0.text)</p>" as HTML }
        return prose(
            """
            <p>\(rules.advisement.opening)</p>
            \(exceptions.isEmpty ? nil : "<ul>\(exceptions)</ul>" as HTML)
            \(levels)
            """)
    }
}

extension PolicyPack {
    /// What the agency says in that place to everyone who comes there.
    func statements(in place: Statement.Place) -> [Statement] {
        statements.filter { $0.places.contains(place) && ($0.to == .everyone || $0.to == .seekers) }
    }
}
