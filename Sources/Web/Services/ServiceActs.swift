import HTML
import Operations
import Program

enum ServiceAddresses {
    static let services = FixedAddress("services")
    /// Where a program opens one. There are programmes with checks on colleagues and without services: their lists have one address,
    /// and what is opened there has another, so that each address does the same in every programme that has it.
    static let openings = FixedAddress("services/openings")
    static let confirmation = Address<PathID>("services/{service}/confirmation")
    static let cancellation = Address<PathID>("services/{service}/cancellation")
    static let completion = Address<PathID>("services/{service}/completion")
    static let volunteering = Address<PathID>("services/{service}/volunteering")
    static let passing = Address<PathID>("services/{service}/passing")
    static let steppingBack = Address<PathID>("services/{service}/withdrawal")
    static let hours = Address<PathID>("services/{service}/hours")
}

/// Services beside support, such as help with a funeral (SAC-II.D.3.d): opened by whoever the policy names, done by members who volunteer.
enum ServiceActs {
    static let routes: [Route] = assigning + volunteers

    private static let assigning: [Route] = open.routes + confirm.routes + callOff.routes + finish.routes
    private static let volunteers: [Route] = volunteer.routes + pass.routes + stepBack.routes + hours.routes

    static let open = Act(
        "openService", "Open a service for which members may volunteer. They are told that there is something to see.",
        at: ServiceAddresses.services, interface: ServiceAddresses.openings, for: .holding(.assignServices),
        where: \.hasServices,
        taking: Input(kind, from, until, wanted, place, name, make: ServiceSent.init), then: .created("The service."),
        see: { _ in ServiceAddresses.services.link() }, refused: ServicePages.again,
        perform: { visit, sent in
            try await visit.programmes.openService(sent.plan, about: sent.name, by: visit.staff)
        })

    static let confirm = Act(
        "confirmForService", "Confirm one of those who volunteered. They are told.",
        at: ServiceAddresses.confirmation, for: .holding(.assignServices), where: \.hasServices,
        taking: Input(account), then: .done("Confirmed."), see: { _, _ in ServiceAddresses.services.link() },
        refused: ServicePages.againOf,
        perform: { visit, account, id in
            try await visit.programmes.confirmForService(account, id.text, by: visit.staff)
        })

    static let callOff = Act(
        "callOffService", "Call a service off. Whoever volunteered is told; a name is destroyed.",
        at: ServiceAddresses.cancellation, for: .holding(.assignServices), where: \.hasServices, taking: .nothing,
        then: .done("Called off."), see: { _, _ in ServiceAddresses.services.link() }, refused: ServicePages.againOf,
        perform: { visit, _, id in try await visit.programmes.callOffService(id.text, by: visit.staff) })

    static let finish = Act(
        "finishService", "Keep a service as done; a name is destroyed. Its members may write down hours after it, too.",
        at: ServiceAddresses.completion, for: .holding(.assignServices), where: \.hasServices, taking: .nothing,
        then: .done("Kept as done."), see: { _, _ in ServiceAddresses.services.link() }, refused: ServicePages.againOf,
        perform: { visit, _, id in try await visit.programmes.finishService(id.text, by: visit.staff) })

    static let volunteer = Act(
        "volunteerForService", "Volunteer for a service.", at: ServiceAddresses.volunteering,
        for: .holding(.takeRequests), where: \.hasServices, taking: .nothing, then: .done("Volunteered."),
        see: { _, _ in ServiceAddresses.services.link() }, refused: ServicePages.againOf,
        perform: { visit, _, id in try await visit.programmes.volunteer(for: id.text, by: visit.staff) })

    static let pass = Act(
        "passService", "Pass a service. It counts against nobody, and nobody sees it.", at: ServiceAddresses.passing,
        for: .holding(.takeRequests), where: \.hasServices, taking: .nothing, then: .done("Passed."),
        see: { _, _ in ServiceAddresses.services.link() }, refused: ServicePages.againOf,
        perform: { visit, _, id in try await visit.programmes.passService(id.text, by: visit.staff) })

    static let stepBack = Act(
        "stepBackFromService", "Step back from a service one volunteered for. Why is not asked.",
        at: ServiceAddresses.steppingBack, for: .holding(.takeRequests), where: \.hasServices, taking: .nothing,
        then: .done("Stepped back."), see: { _, _ in ServiceAddresses.services.link() }, refused: ServicePages.againOf,
        perform: { visit, _, id in try await visit.programmes.stepBackFromService(id.text, by: visit.staff) })

    static let hours = Act(
        "keepServiceHours", "Write down one's own hours at a service, in place of what was written before.",
        at: ServiceAddresses.hours, .put, for: .holding(.takeRequests), where: \.hasServices, taking: Input(minutes),
        then: .done("Written down."), see: { _, _ in ServiceAddresses.services.link() },
        refused: ServicePages.againOf,
        perform: { visit, minutes, id in
            try await visit.programmes.keepServiceHours(minutes, at: id.text, by: visit.staff)
        })

    // MARK: What they take

    @Sendable private static func clauses(_ pack: PolicyPack) -> [ClauseID] {
        pack.requests.serviceAssignments?.basis.clauses ?? []
    }

    private static let words = FieldWords(citesOnPage: false, clauses: clauses)

    private static let kind = Field<String>.choice("kind", "Service", words) { pack in
        pack.requests.services.map { FieldOption($0.id, $0.label) }
    }
    private static let from = Field<Instant>.moment("from", "From", FieldWords(about: "In UTC."))
    private static let until = Field<Instant>.moment("until", "Until", FieldWords(about: "In UTC."))
    private static let wanted = Field<Int>.number("wanted", "Members wanted", 1...ServicePlan.mostWanted)
    private static let place = Field<String?>.text(
        maybe: "place", "Where", longest: ServicePlan.longestPlace,
        FieldWords(hint: "In few words. It names nobody.", citesOnPage: false, clauses: clauses)
    ).only(where: { pack in pack.requests.services.contains { $0.tells == .place } }, otherwise: nil)
    private static let name = Field<String?>.text(
        maybe: "name", "Whose name it is about", longest: ServicePlan.longestName,
        FieldWords(
            hint: "You and those you confirm can open it. It is destroyed when the service is over.",
            citesOnPage: false, clauses: clauses)
    ).only(where: { pack in pack.requests.services.contains { $0.tells == .person } }, otherwise: nil)
    static let account = Field<String>.hiddenID("account", FieldWords(clauses: clauses))
    static let minutes = Field<Int>.number(
        "minutes", "Your own time", ServiceVolunteer.range, unit: "minutes", words)
}

/// A service as it was sent.
struct ServiceSent: Sendable {
    let plan: ServicePlan
    let name: String?

    init(kind: String, from: Instant, until: Instant, wanted: Int, place: String?, name: String?) {
        plan = ServicePlan(kind: kind, from: from, until: until, wanted: wanted, place: place)
        self.name = name
    }
}

extension PolicyPack {
    /// Whether members volunteer for services.
    var hasServices: Bool { !requests.services.isEmpty && requests.serviceAssignments != nil }

    /// Whether members ask how colleagues off work are.
    var hasChecks: Bool { requests.wellBeingChecks != nil }

    var hasServicesOrChecks: Bool { hasServices || hasChecks }
}
