import HTML
import Operations
import Program

/// Services beside support, and checks on colleagues off work: what waits first, then what one does oneself, then how to open another.
enum ServicePages {
    static let title = "Services"

    @Sendable
    static func again(_ visit: StaffVisit, _ refused: Refused?) async throws -> Answer? {
        try await again(visit, refused, of: nil)
    }

    private static func again(_ visit: StaffVisit, _ refused: Refused?, of id: PathID?) async throws -> Answer? {
        guard visit.pack.hasServicesOrChecks else { return nil }
        let view = try await visit.programmes.services(for: visit.staff)
        return .page(html(view, visit, refused) { $0 == id?.text ? refused : nil }, again: refused)
    }

    /// What was refused of the service or the check with that id, where something was.
    typealias RefusedAt = (String) -> Refused?

    @Sendable
    static func againOf(_ visit: StaffVisit, _ refused: Refused, _ id: PathID) async throws -> Answer? {
        try await again(visit, refused, of: id)
    }

    private static func html(
        _ view: ServicesView, _ visit: StaffVisit, _ refused: Refused?, at: RefusedAt
    ) -> HTML {
        let parts: [HTML?] = [
            asked(view, visit), CheckParts.own(view, visit, at), own(view, visit, at), assigned(view, visit),
            CheckParts.assigned(view, visit, at), opening(visit, refused), CheckParts.opening(view, visit, refused),
            ended(view, visit), orientation(visit),
        ]
        let present = parts.compactMap(\.self)
        return page(
            title, in: Shells.staff(visit, at: ServiceAddresses.services), lead: lead(visit.pack),
            announcement: refused?.announcement,
            main: present.isEmpty
                ? emptyState("Nothing is asked of you", "When somebody of the team is wanted, it is here.")
                : present.joined())
    }

    private static func lead(_ pack: PolicyPack) -> HTML {
        let services: HTML? =
            pack.hasServices
            ? """
            What members do beside support: \(pack.requests.services.map(\.label.lowercasedFirst).listed()). Taking one on is free, \
            and passing counts against nobody.
            """ : nil
        return "\(services) \(pack.hasChecks ? "Members ask how colleagues off work are." : "")"
    }

    // MARK: For members

    private static func asked(_ view: ServicesView, _ visit: StaffVisit) -> HTML? {
        guard !view.asked.isEmpty else { return nil }
        return section(
            "Members wanted",
            """
            \(view.asked.map { listed -> HTML in
                let id = PathID(listed.service.id)
                return card(
                    listed.label, level: .third, badge: badge("\(listed.service.missing) wanted", tone: .warning),
                    """
                    \(facts(times(listed, visit)))
                    \(actions(
                        ServiceActs.volunteer.asButton("I volunteer", visit, id, style: .primary),
                        ServiceActs.pass.asButton("Pass", visit, id, style: .quiet)))
                    """)
            })
            """)
    }

    private static func own(_ view: ServicesView, _ visit: StaffVisit, _ refused: RefusedAt) -> HTML? {
        guard !view.own.isEmpty else { return nil }
        return section("Yours", "\(view.own.map { ownCard($0, visit, refused) })")
    }

    private static func ownCard(_ listed: ListedService, _ visit: StaffVisit, _ refused: RefusedAt) -> HTML {
        let id = PathID(listed.service.id)
        let isConfirmed = listed.own?.isConfirmed == true
        let hours: HTML? =
            isConfirmed && listed.hasBegun
            ? ServiceActs.hours.form(
                visit, id, filled: Filled(first: ["minutes": listed.own?.minutes.map { "\($0)" } ?? ""]),
                refused: refused(listed.service.id), button: "Keep my hours", style: .secondary) : nil
        let back: HTML? =
            listed.service.status == .open
            ? ServiceActs.stepBack.asConfirmation(
                "Step back", "<p>Nobody asks why.</p>", button: "Step back", visit, id, style: .quiet) : nil
        let state =
            listed.service.status == .done
            ? badge("Done", tone: .good)
            : isConfirmed ? badge("Confirmed", tone: .good) : badge("Volunteered", tone: .neutral)
        return card(listed.label, level: .third, badge: state, "\(facts(times(listed, visit)))\(hours)\(back)")
    }

    // MARK: For whoever assigns

    private static func assigned(_ view: ServicesView, _ visit: StaffVisit) -> HTML? {
        let open = view.assigned.filter { $0.service.status == .open }
        guard !open.isEmpty else { return nil }
        return section("Open", "\(open.map { assignedCard($0, visit) })")
    }

    private static func assignedCard(_ listed: ListedService, _ visit: StaffVisit) -> HTML {
        let id = PathID(listed.service.id)
        let missing = listed.service.missing
        let members = listed.volunteers.map { volunteer -> HTML in
            let confirm: HTML? =
                volunteer.part.status == .offered && missing > 0
                ? ServiceActs.confirm.asButton(
                    "Confirm", visit, id, hidden: [(ServiceActs.account.name, volunteer.part.account)]) : nil
            let state =
                volunteer.part.isConfirmed
                ? badge("Confirmed", tone: .good) : badge("Volunteers", tone: .neutral)
            return "<li>\(volunteer.name) \(state)\(confirm)</li>"
        }
        let finish: HTML = listed.hasBegun ? ServiceActs.finish.asButton("Done", visit, id, style: .primary) : ""
        return card(
            listed.label, level: .third,
            badge: missing > 0 ? badge("\(missing) wanted", tone: .warning) : badge("Complete", tone: .good),
            """
            \(facts(times(listed, visit) + [("Members", "\(listed.service.confirmed.count) of \(listed.service.plan.wanted)")]))
            \(members.isEmpty ? "<p>Nobody has volunteered yet.</p>" : "<ul>\(members)</ul>" as HTML)
            \(actions(
                finish,
                ServiceActs.callOff.asConfirmation(
                    "Call off", "<p>Whoever volunteered is told. A name is destroyed.</p>", button: "Call it off",
                    visit, id, style: .quiet)))
            """)
    }

    private static func opening(_ visit: StaffVisit, _ refused: Refused?) -> HTML? {
        guard visit.pack.hasServices, visit.staff.powers.contains(.assignServices) else { return nil }
        return section(
            "Open a service",
            ServiceActs.open.form(
                visit, filled: Filled(first: ["wanted": "2"]), refused: refused, button: "Open it", isPrivate: true))
    }

    private static func ended(_ view: ServicesView, _ visit: StaffVisit) -> HTML? {
        let done = view.assigned.filter { $0.service.status == .done }
        guard !done.isEmpty || !view.figures.isEmpty else { return nil }
        return section(
            "Done",
            """
            \(figures(view, visit))
            \(dataTable(
                "Of late", columns: ["Service", "Day", "Members", TableColumn("Minutes", .number)],
                rows: done.map { listed in
                    [
                        HTML(text: listed.label), HTML(text: listed.service.day.longName),
                        HTML(text: listed.volunteers.map(\.name).listed()), "\(listed.service.minutes)",
                    ]
                }))
            """)
    }

    /// Of quarters that are over; nothing until one is.
    private static func figures(_ view: ServicesView, _ visit: StaffVisit) -> HTML? {
        guard !view.figures.isEmpty else { return nil }
        let labels = visit.pack.requests.services
        return dataTable(
            "In the four quarters that were over last",
            columns: ["Service", TableColumn("Times", .number), TableColumn("Minutes", .number)],
            rows: view.figures.map { figure in
                [
                    HTML(text: labels.first { $0.id == figure.kind }?.label ?? figure.kind), "\(figure.done)",
                    figure.minutes.map { "\($0)" } ?? "Not shown",
                ]
            })
    }

    /// New employees' orientation has its own register, which the directory feeds (OCP-II.B.6).
    private static func orientation(_ visit: StaffVisit) -> HTML? {
        guard visit.pack.hasOrientations, visit.staff.powers.contains(.managePeople) else { return nil }
        return linkCard(
            "Orientation of new employees", detail: "Who is due, and who came",
            to: OrientationDueAddresses.due.link(), icon: .people)
    }

    private static func times(_ listed: ListedService, _ visit: StaffVisit) -> [(String, HTML)] {
        let (plan, agency) = (listed.service.plan, visit.staff.agency)
        return [
            ("From", HTML(text: agency.moment(plan.from))), ("Until", HTML(text: agency.moment(plan.until))),
        ] + (plan.place.map { [("Where", HTML(text: $0))] } ?? [])
            + (listed.name.map { [("About", HTML(text: $0))] } ?? [])
    }

    // MARK: On homes

    /// What waits for a word of theirs.
    @Sendable
    static func onHome(_ visit: StaffVisit) async throws -> [HTML] {
        guard visit.pack.hasServicesOrChecks else { return [] }
        let view = try await visit.programmes.services(for: visit.staff)
        let place = ServiceAddresses.services.link()
        var cards: [HTML] = []
        if !view.asked.isEmpty {
            cards.append(
                linkCard(
                    "Members wanted", detail: view.asked.map(\.label).listed(), to: place, icon: .people,
                    badge: badge("To answer", tone: .warning)))
        }
        let waiting = view.assigned.count { $0.waits }
        if waiting > 0 {
            cards.append(
                linkCard(
                    "\(waiting) \(waiting == 1 ? "service waits" : "services wait")",
                    detail: "Somebody volunteered, or it is over", to: place, icon: .people,
                    badge: badge("To confirm", tone: .warning)))
        }
        let due = view.ownChecks.count(where: \.check.isDue)
        if due > 0 {
            cards.append(
                linkCard(
                    "Ask how \(due == 1 ? "a colleague is" : "\(due) colleagues are")", detail: "Off work", to: place,
                    icon: .people, badge: badge("Today", tone: .warning)))
        }
        return cards
    }
}
