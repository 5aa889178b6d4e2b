import HTML
import Operations
import Program

enum HubAddresses {
    static let team = FixedAddress("team")
    static let rules = FixedAddress("rules")
}

extension Routes {
    static let hubs: [Route] = [
        .staff(.get, HubAddresses.team, for: .signedIn) { visit in .page(HubPages.team(visit)) },
        .staff(.get, HubAddresses.rules, for: .signedIn) { visit in .page(HubPages.rules(visit)) },
    ]
}

/// Start pages for what belongs together, with exactly what the visitor's roles have.
enum HubPages {
    static func team(_ visit: StaffVisit) -> HTML {
        hub(
            "Team", "Whatever belongs to being on the team and to looking after it.", HubPlaces.team, HubAddresses.team,
            visit)
    }

    static func rules(_ visit: StaffVisit) -> HTML {
        hub("Rules", "What the programme goes by.", HubPlaces.rules, HubAddresses.rules, visit)
    }

    private static func hub(
        _ title: String, _ lead: HTML, _ parts: [HubPart], _ place: FixedAddress, _ visit: StaffVisit
    ) -> HTML {
        let shown = parts.compactMap { part -> HTML? in
            let places = part.places.filter { $0.isShown(to: visit.staff) }
            return places.isEmpty ? nil : section(part.title, cards(places.map(card)))
        }
        return page(
            title, in: Shells.staff(visit, at: place), lead: lead,
            main: shown.isEmpty
                ? emptyState("Nothing here for you yet", "When your roles bring something of it, it will be here.")
                : shown.joined())
    }

    private static func card(_ place: HubPlace) -> HTML {
        linkCard(place.label, detail: place.detail, to: place.place.link(), icon: place.icon)
    }
}
