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

/// The places in the main navigation, each for those whose roles have it.
enum Navigation {
    static func items(for staff: Staff, current: FixedAddress?) -> [NavigationItem] {
        places.filter {
            $0.audience.admits(staff.powers, owesSecondFactor: staff.owesSecondFactor) && isOfUse($0.place, to: staff)
        }.map { NavigationItem($0.label, $0.place.link(), isCurrent: $0.place.path == current?.path) }
    }

    /// Whoever can never be told anything has no use for notices.
    private static func isOfUse(_ place: FixedAddress, to staff: Staff) -> Bool {
        place.path != NoticeAddresses.notices.path || staff.policy.mayBeTold(staff.rolesToday)
    }

    private static let places: [(label: String, place: FixedAddress, audience: Audience)] = [
        ("Home", HomeAddresses.home, .signedIn),
        ("My card", CardAddresses.card, .holding(.takeRequests)),
        ("Requests", SupportingAddresses.requests, .holding(.takeRequests)),
        ("Call-outs", CallOutAddresses.desk, .holding(.callOut)),
        ("Call-out lists", RosterAddresses.roster, .holding(.keepRoster)),
        ("To hand out", MaterialAddresses.materials, .holding(.keepRoster)),
        ("Incidents", IncidentAddresses.incidents, .holding(.recordIncidents)),
        ("Notices", NoticeAddresses.notices, .signedIn),
        ("My months", SheetAddresses.sheets, .holding(.keepStatSheet)),
        ("Stat sheets", ReceivedSheetAddresses.months, .holding(.receiveStatSheets)),
        ("Summaries", StatisticsAddresses.summaries, .staff(.seesSummaries)),
        ("After action", AfterActionAddresses.inputs, .staff(.worksOnAfterAction)),
        ("People", PeopleAddresses.people, .holding(.managePeople)),
        ("Accounts", AccountKeepingAddresses.accounts, .staff(.appoints)),
        ("Policy", PolicyAddresses.policy, .holding(.readConformance)),
        ("My account", OwnAccountAddresses.account, .signedIn),
    ]
}

extension Site {
    var stylesheet: Link { AssetAddresses.asset.link(AssetName(assets.stylesheet.name)) }
    var icon: Link { AssetAddresses.asset.link(AssetName(assets.icon.name)) }
    var script: Link { AssetAddresses.asset.link(AssetName(assets.script.name)) }
}
