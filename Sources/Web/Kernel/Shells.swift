import HTML
import Operations
import Program

/// What stands around every page: whose programme it is, where the visitor can go, the crisis lines.
enum Shells {
    /// For pages of no agency.
    static func open(_ site: Site) -> Shell {
        Shell(
            programme: "Peer support", agency: "For people who look after others", stylesheet: site.stylesheet,
            icon: site.icon, home: StartAddresses.start.link(), crisis: CrisisWords.everywhere)
    }

    /// For an agency's pages before anyone is signed in.
    static func agency(_ agency: Agency, _ site: Site) -> Shell {
        Shell(
            programme: agency.policy.terms.programme, agency: agency.name, stylesheet: site.stylesheet,
            icon: site.icon, home: StartAddresses.agency.link(PathID(agency.slug)),
            crisis: CrisisWords.brief(agency.policy))
    }

    /// For whoever looks for support, or has asked for it: with a way off the page.
    static func seeker(_ agency: Agency, _ site: Site) -> Shell {
        var shell = Shells.agency(agency, site)
        shell.leave = SupportAddresses.leave.link()
        shell.script = site.script
        return shell
    }

    /// For staff: with exactly the places their roles have.
    static func staff(_ visit: StaffVisit, at current: FixedAddress? = nil) -> Shell {
        let staff = visit.staff
        let items = staff.owesSecondFactor ? [] : Navigation.items(for: staff, current: current)
        return Shell(
            programme: staff.policy.terms.programme, agency: staff.agency.name, stylesheet: visit.site.stylesheet,
            icon: visit.site.icon, home: HomeAddresses.home.link(), navigation: items,
            person: SignedIn(
                name: staff.name, role: staff.roleTitles.joined(separator: ", "),
                signOut: OwnAccountAddresses.signOut.link(),
                token: visit.formToken), crisis: CrisisWords.brief(staff.policy))
    }
}

/// The places in the main navigation, each for those whose roles have it. What belongs to the team or to its rules stands on a page of
/// its own (`HubPlaces`), so that this stays short.
enum Navigation {
    static func items(for staff: Staff, current: FixedAddress?) -> [NavigationItem] {
        places.filter {
            $0.audience.admits(staff.powers, owesSecondFactor: staff.owesSecondFactor) && isOfUse($0.place, to: staff)
        }.map { place in
            NavigationItem(place.label, place.place.link(), isCurrent: current.map { place.holds($0) } ?? false)
        }
    }

    /// Whoever can never be told anything has no use for notices, and an empty page is of use to nobody.
    private static func isOfUse(_ place: FixedAddress, to staff: Staff) -> Bool {
        switch place.path {
        case NoticeAddresses.notices.path: staff.policy.mayBeTold(staff.rolesToday)
        case HubAddresses.team.path: HubPlaces.team.contains { $0.places.contains { $0.isShown(to: staff) } }
        default: true
        }
    }

    private struct Place: Sendable {
        let label: String
        let place: FixedAddress
        let audience: Audience
        var parts: [HubPart] = []

        init(_ label: String, _ place: FixedAddress, _ audience: Audience, _ parts: [HubPart] = []) {
            (self.label, self.place, self.audience, self.parts) = (label, place, audience, parts)
        }

        func holds(_ current: FixedAddress) -> Bool {
            if place.path == current.path { return true }
            return parts.contains { part in part.places.contains { $0.place.path == current.path } }
        }
    }

    private static let places = [
        Place("Home", HomeAddresses.home, .signedIn),
        Place("Requests", SupportingAddresses.requests, .holding(.takeRequests)),
        Place("Call-outs", CallOutAddresses.desk, .holding(.callOut)),
        Place("Call-out lists", RosterAddresses.roster, .holding(.keepRoster)),
        Place("Incidents", IncidentAddresses.incidents, .holding(.recordIncidents)),
        Place("Notices", NoticeAddresses.notices, .signedIn),
        Place("My months", SheetAddresses.sheets, .holding(.keepStatSheet)),
        Place("Stat sheets", ReceivedSheetAddresses.months, .holding(.receiveStatSheets)),
        Place("Figures", StatisticsAddresses.figures, .staff(.seesFigures)),
        Place("After action", AfterActionAddresses.inputs, .staff(.worksOnAfterAction)),
        Place("Team", HubAddresses.team, .signedIn, HubPlaces.team),
        Place("Rules", HubAddresses.rules, .signedIn, HubPlaces.rules),
        Place("My account", OwnAccountAddresses.account, .signedIn),
    ]
}

extension Site {
    var stylesheet: Link { AssetAddresses.asset.link(AssetName(assets.stylesheet.name)) }
    var icon: Link { AssetAddresses.asset.link(AssetName(assets.icon.name)) }
    var script: Link { AssetAddresses.asset.link(AssetName(assets.script.name)) }
}
