import HTML
import Operations
import Program

/// What stands around every page: whose programme it is, where the visitor can go, the crisis lines.
enum Shells {
    /// For pages of no agency.
    static func open(_ site: Site) -> Shell {
        Shell(
            programme: "Peer support", agency: "For people who look after others", stylesheet: site.stylesheet,
            icon: site.icon, home: StartPlaces.start.link, crisis: CrisisWords.brief(nil))
    }

    /// For an agency's pages before anyone is signed in.
    static func agency(_ agency: Agency, _ site: Site) -> Shell {
        Shell(
            programme: agency.policy.terms.programme, agency: agency.name, stylesheet: site.stylesheet,
            icon: site.icon, home: StartPlaces.agency.link(PathID(agency.slug)),
            crisis: CrisisWords.brief(agency.policy))
    }

    /// For whoever looks for support, or has asked for it: with a way off the page.
    static func seeker(_ agency: Agency, _ site: Site) -> Shell {
        var shell = Shells.agency(agency, site)
        shell.leave = SupportPlaces.leave.link
        shell.script = site.script
        return shell
    }

    /// For staff: with exactly the places their roles have.
    static func staff(_ visit: StaffVisit, at current: Place? = nil) -> Shell {
        let staff = visit.staff
        let items = staff.owesSecondFactor ? [] : Navigation.items(for: staff, current: current)
        return Shell(
            programme: staff.policy.terms.programme, agency: staff.agency.name, stylesheet: visit.site.stylesheet,
            icon: visit.site.icon, home: HomePlaces.home.link, navigation: items,
            person: SignedIn(
                name: staff.name, role: staff.roleTitles.joined(separator: ", "), signOut: AccountPlaces.signOut.link,
                token: visit.formToken), crisis: CrisisWords.brief(staff.policy))
    }
}

/// The places in the main navigation, each for those whose roles have it.
enum Navigation {
    static func items(for staff: Staff, current: Place?) -> [NavigationItem] {
        places.filter {
            $0.audience.admits(staff.powers, owesSecondFactor: staff.owesSecondFactor) && isOfUse($0.place, to: staff)
        }.map { NavigationItem($0.label, $0.place.link, isCurrent: $0.place.segments == current?.segments) }
    }

    /// Whoever can never be told anything has no use for notices.
    private static func isOfUse(_ place: Place, to staff: Staff) -> Bool {
        place.segments != NoticePlaces.notices.segments || staff.policy.mayBeTold(staff.rolesToday)
    }

    private static let places: [(label: String, place: Place, audience: Audience)] = [
        ("Home", HomePlaces.home, .signedIn),
        ("My card", CardPlaces.card, .holding(.takeRequests)),
        ("Requests", SupportingPlaces.requests, .holding(.takeRequests)),
        ("Call-outs", CallOutPlaces.desk, .holding(.callOut)),
        ("Call-out lists", RosterPlaces.roster, .holding(.keepRoster)),
        ("To hand out", MaterialPlaces.materials, .holding(.keepRoster)),
        ("Incidents", IncidentPlaces.incidents, .holding(.recordIncidents)),
        ("Notices", NoticePlaces.notices, .signedIn),
        ("My months", ContactPlaces.sheets, .holding(.keepStatSheet)),
        ("Stat sheets", FilingPlaces.filings, .holding(.receiveStatSheets)),
        ("Summaries", SummaryPlaces.summaries, .seesSummaries),
        ("After action", AfterActionPlaces.inputs, .worksOnAfterAction),
        ("People", PeoplePlaces.people, .holding(.managePeople)),
        ("Accounts", AccountsPlaces.accounts, .appoints),
        ("Policy", PolicyPlaces.policy, .holding(.readConformance)),
        ("My account", AccountPlaces.account, .signedIn),
    ]
}

extension Site {
    var stylesheet: Link { AssetPlaces.asset.link(AssetName(assets.stylesheet.name)) }
    var icon: Link { AssetPlaces.asset.link(AssetName(assets.icon.name)) }
    var script: Link { AssetPlaces.asset.link(AssetName(assets.script.name)) }
}
