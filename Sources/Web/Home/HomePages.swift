import HTML
import Operations
import Program

/// Everybody's start: what needs this person today first, then what they most often come for.
enum HomePages {
    static func home(_ visit: StaffVisit, _ duties: Duties, _ refused: Refused? = nil) -> HTML {
        let parts =
            [
                SuspensionPages.own(duties.suspension, visit), HomeNotices.pressing(duties.notices, visit),
                HomeReach.own(duties.hindrance, visit), TroubledWays.onHome(duties.troubledWays),
                support(visit, duties), HomeNotices.others(duties.notices, visit), waiting(visit, duties),
                StandingPages.onHome(duties.withoutStanding, visit), HomeReach.team(duties.reach, visit),
                HomeArea.today(visit, duties), callOut(visit, duties), HomeSheets.own(visit, duties),
                HomeSheets.received(visit, duties), HomeSheets.figures(visit, duties),
            ].compactMap { $0 } + duties.teamSections
            + [further(visit, duties), OfficePages.news(duties.offices, visit)].compactMap { $0 }
        return page(
            "Welcome, \(visit.staff.name)", in: Shells.staff(visit, at: HomeAddresses.home),
            announcement: refused?.announcement,
            main: """
                \(parts.isEmpty
                    ? emptyState("Nothing waits for you", "When your roles bring something to do, it will be here.")
                    : parts.joined())
                \(HandbookPage.card)
                """)
    }

    /// Offers and requests, for whoever takes them; a quiet word where there are none.
    private static func support(_ visit: StaffVisit, _ duties: Duties) -> HTML? {
        if !duties.support.isEmpty { return SupportingPages.parts(duties.support, visit) }
        guard visit.staff.powers.contains(.takeRequests) else { return nil }
        return section(
            "Requests",
            emptyState("Nobody waits for you just now", "Offers and your open requests will be here."))
    }

    /// What waits for a decision or an answer.
    private static func waiting(_ visit: StaffVisit, _ duties: Duties) -> HTML? {
        let items =
            [
                ReadinessPages.onHome(duties.vacancies, visit),
                waiting(
                    duties.proposals, "office to be given or ended", "offices to be given or ended",
                    detail: "By your second yes", to: OfficeAddresses.offices, .people, "To answer"),
                waiting(
                    duties.rosterGaps, "gap ahead", "gaps ahead", detail: "On the call-out lists",
                    to: RosterAddresses.roster, .clock, "To fill"),
                waiting(
                    duties.authoritiesToSet, "authority without a number", "authorities without a number",
                    detail: "Whoever must report to them finds the emergency number alone",
                    to: AuthorityAddresses.authorities, .phone, "To set"),
                waiting(
                    duties.afterActions, "after-action input", "after-action inputs",
                    detail: "To sign off or make final",
                    to: AfterActionAddresses.inputs, .sheet, "To read"),
            ].compactMap { $0 } + duties.teamWaiting
        return items.isEmpty ? nil : section("To look at", cards(items))
    }

    private static func waiting(
        _ count: Int, _ one: String, _ many: String, detail: String, to place: FixedAddress, _ icon: Icon,
        _ mark: String
    ) -> HTML? {
        count == 0
            ? nil
            : linkCard(
                "\(count) \(count == 1 ? one : many)", detail: detail, to: place.link(), icon: icon,
                badge: badge(mark, tone: .warning))
    }

    /// The desk: one tap pages the first who can be reached.
    private static func callOut(_ visit: StaffVisit, _ duties: Duties) -> HTML? {
        guard visit.staff.powers.contains(.callOut) else { return nil }
        return section(
            "Call-outs",
            lead: "Somebody asks for a \(visit.pack.terms.supporter)? Page one. Ask for no name and no reason.",
            """
            \(duties.callOuts.isEmpty ? nil : cards(duties.callOuts.map { CallOutPages.link($0, visit) }))
            \(actions(CallOutPages.beginning(visit), linkButton("All call-outs", to: CallOutAddresses.desk.link())))
            """)
    }

    /// What a supporter looks after for themselves; of others, when whoever is on a list is on call.
    private static func further(_ visit: StaffVisit, _ duties: Duties) -> HTML? {
        let roster = linkCard(
            "When I am on call", detail: onCall(duties, visit), to: OnCallAddresses.own.link(), icon: .clock)
        guard visit.staff.powers.contains(.takeRequests) else {
            return duties.nextOnCall.map { _ in section("For you", cards([roster])) }
        }
        let card = linkCard(
            "What I show to seekers", detail: "Name, languages, a few words: as much as you like",
            to: CardAddresses.card.link(), icon: .people)
        let team = linkCard(
            "Who can be offered a request", detail: "Everybody whom a request can reach, with the marks of their keys",
            to: GivenCopiesAddresses.list.link(), icon: .people)
        let library = linkCard(
            LibraryPages.title, detail: "To read, to pass on, and to ask yourself how you are",
            to: LibraryAddresses.library.link(), icon: .sheet)
        return section(
            "For you", cards([roster, card, team, library] + incidents(visit) + ConfidenceLinks.cards(visit)))
    }

    private static func incidents(_ visit: StaffVisit) -> [HTML] {
        guard visit.pack.recordsIncidents else { return [] }
        return [
            linkCard(
                "Incidents I was part of", detail: "So that you are not asked about one of them",
                to: IncidentAddresses.incidents.link(), icon: .alert)
        ]
    }

    private static func onCall(_ duties: Duties, _ visit: StaffVisit) -> String {
        guard let shift = duties.nextOnCall else { return "Your shifts, your own hours, days away" }
        return shift.contains(visit.programmes.clock())
            ? "Now, until \(SupportingPages.time(shift.until, visit))"
            : "Next: \(SupportingPages.time(shift.from, visit))"
    }
}

extension Day {
    /// `10 November 2026`.
    var longName: String { "\(number) \(month.name)" }
}
