import HTML
import Program

enum StartPages {
    /// The way in where several agencies share an installation.
    static func start(_ agencies: [(slug: String, name: String)], _ site: Site) -> HTML {
        let list = agencies.map { agency in
            linkCard(
                agency.name, detail: "Peer support here", to: StartAddresses.agency.link(PathID(agency.slug)),
                icon: .people)
        }
        return page(
            "Whose programme are you looking for?", in: Shells.open(site),
            lead: "Peer support is a trained colleague who listens, in confidence.",
            main: list.isEmpty
                ? emptyState("No agency yet", "Whoever runs this installation takes agencies in from the command line.")
                : cards(list))
    }
}
