import HTML
import Operations
import PolicyPacks
import Program
import Sealing
import Store
import Synchronization
import TestSupport
import Web
import WebSupport

/// A town laid out so that there is something at every route's address: whoever may come there finds it.
struct Grounds {
    let town: DemoTown
    let assets: Assets
    private let callers = Callers()

    /// Over, and its summary published.
    static let publishedMonth = "2026-01"
    /// Over, with the supporter's sheet submitted.
    static let submittedMonth = "2026-02"
    /// Over, not yet submitted.
    static let openMonth = "2025-12"
    static let thisMonth = "2026-03"

    var agency: DemoAgency { town.agency }

    static func layOut(pack: String, engine: Store.Engine = TestDatabase.firstEngine) async throws -> Grounds {
        let town = try await DemoTown.start(pack: pack, engine: engine)
        let publisher = try await town.signedIn(town.agency.role(with: .publishSummary))
        let published = try await publisher.api(.post, "/api/v1/figures/summary/\(publishedMonth)/publication")
        let supporter = try await town.signedIn(town.agency.role(with: .keepStatSheet))
        let submitted = try await supporter.api(.post, "/api/v1/sheets/\(submittedMonth)/submission")
        guard published.status == 201, submitted.status == 201 else {
            throw NotLaidOut(replies: [published, submitted])
        }
        return Grounds(town: town, assets: try Assets())
    }

    struct NotLaidOut: Error {
        let replies: [Reply]
    }

    /// Whoever holds that role, signed in; anew where an act before has ended the session.
    func client(_ role: String) async throws -> Client {
        if let client = callers[role], let staff = try await staff(client) {
            if staff.holds(RoleID(role)) { return client }
            try await letServeAgain(role)
            if try await self.staff(client) != nil { return client }
        }
        let client = try await town.signedIn(role)
        callers[role] = client
        return client
    }

    /// The same after the passphrase alone, for a role that owes a second factor.
    func halfClient(_ role: String) async throws -> Client {
        let name = "half \(role)"
        if let client = callers[name], try await login(client)?.owesSecondFactor == true { return client }
        let client = try await town.halfSignedIn(role)
        callers[name] = client
        return client
    }

    /// Somebody with the receipt of a request; another request where an act before has closed the page.
    func seekerClient() async throws -> Client {
        if let client = callers["seeker"], try await client.get("/support").status == 200 { return client }
        let client = try await town.seeker(at: agency)
        callers["seeker"] = client
        return client
    }

    /// Somebody who may come to the route.
    func client(admittedTo route: Route) async throws -> Client {
        switch route.audience {
        case .everyone: town.visitor()
        case .seeker: try await seekerClient()
        case .directory: town.visitor()
        case .staff(.owingSecondFactor): try await halfClient("coordinator")
        case .staff(.anySession), .staff(.signedIn):
            try await client(route.isOfOwnMembership ? agency.role(with: .keepStatSheet) : "coordinator")
        case .staff(.anyOf(let powers)):
            // What no role of the pack may do is asked for by somebody who may do much.
            try await client(agency.policy.roles(with: powers[0]).first?.id.text ?? "coordinator")
        }
    }

    /// The route's address with something at it for that caller. An act is asked for in a month where it cannot be done,
    /// or of a thing made for it alone.
    func path(of route: Route, for client: Client) async throws -> String {
        var account = agency.members[try agency.role(with: .keepStatSheet)]?.account ?? ""
        var path = try await consultantPath(route.pattern)
        if path.contains("{account}"), route.method != .get {
            let isSelected = path.hasSuffix("/activation")
            let spare = try await spareRole(isHeld: !isSelected)
            account = spare.account
            path = path.replacing("{holding}", with: spare.holding)
            if path.contains("memberships/") {
                let isRemoved = ["/hearing", "/decision", "/discipline"].contains(where: path.hasSuffix)
                try await keepMembership(of: account, isSelected: isSelected, isRemoved: isRemoved)
            }
        }
        path = try await membershipPath(path, of: route, for: client)
        if path.contains("{contact}") { path = path.replacing("{contact}", with: try await contact(of: client)) }
        path = try await rosterPath(path, for: client)
        path = try await noticePath(path, for: client)
        path = try await photoPath(path)
        path = try await contactMethodPath(path, for: client)
        path = try await supportPath(path, of: route, for: client)
        path = try await afterActionPath(path)
        path = try await committeePath(path, for: client)
        path = try await policyPath(path)
        path = try await selectionPath(path, for: client)
        path = try await registerPath(path)
        path = try await dutyTimePath(path, for: client)
        path = try await servicePath(path, for: client)
        path = try await mutualAidPath(path)
        path = try await announcementPath(path, for: client)
        path = try await criticalIncidentPath(path, for: client)
        if path.contains("{incident}") { path = path.replacing("{incident}", with: try await incident()) }
        if path.contains("{credential}") {
            path = path.replacing("{credential}", with: try await directoryToken(of: client))
        }
        for value in ["id", "session", "code", "certificate", "completion", "course", "offer", "shared"] {
            path = path.replacing("{\(value)}", with: RandomId().text)
        }
        return path.replacing("{account}", with: account)
            .replacing("{agency}", with: agency.slug)
            .replacing("{factor}", with: factorOfSize)
            .replacing("{report}", with: agency.policy.team.reports.first?.id ?? RandomId().text)
            .replacing("{place}", with: Self.everywhere)
            .replacing("{name}", with: assets.stylesheet.name)
            .replacing("{month}", with: month(for: route.pattern))
            .replacing("{release}", with: "summary")
            .replacing("{period}", with: month(for: route.pattern))
    }

    /// What somebody says of the team's size, where the policy reckons with anything that is said.
    private var factorOfSize: String {
        agency.policy.team.sizing?.factors.first { $0.entered != nil }?.rawValue ?? RandomId().text
    }

    /// The route's address with something at it for somebody who may come there.
    func pathOfOthers(to route: Route) async throws -> String {
        let name = "\(route.method.rawValue) \(route.pattern)"
        if let path = callers[pathTo: name] { return path }
        let path = try await path(of: route, for: client(admittedTo: route))
        callers[pathTo: name] = path
        return path
    }

    /// A new incident of some day; an id of nobody's where the programme records none.
    private func incident() async throws -> String {
        guard agency.policy.requests.incidentBar != nil,
            let recorder = agency.policy.roles(with: .recordIncidents).first?.id.text,
            let kind = agency.policy.incidents.kinds.first?.id
        else { return RandomId().text }
        while true {
            guard let day = Day("2026-03-01")?.adding(days: -Int.random(in: 0...3000)) else { return RandomId().text }
            let made = try await client(recorder).api(
                .post, "/api/v1/incidents", ["kind": .string(kind), "day": .string(day.text)])
            if let id = made.json?["id"]?.string { return id }
        }
    }

    private func month(for pattern: String) -> String {
        if pattern.hasSuffix("/publication") || pattern.contains("contacts") { return Self.thisMonth }
        if pattern.hasSuffix("/preparation") || pattern.contains("filings") { return Self.submittedMonth }
        return pattern.contains("figures") ? Self.publishedMonth : Self.openMonth
    }

    /// A token of the agency's directory that the caller has just made.
    private func directoryToken(of client: Client) async throws -> String {
        for path in try await tokens(client) {
            _ = try await client.api(.delete, "/api/v1/people/directory/tokens/\(path)")
        }
        _ = try await client.api(.post, "/api/v1/people/directory/tokens", [:])
        return try await tokens(client).first ?? RandomId().text
    }

    private func tokens(_ client: Client) async throws -> [String] {
        let connection = try await client.api(.get, "/api/v1/people/directory")
        return connection.json?["tokens"]?.array?.compactMap { $0["id"]?.string } ?? []
    }

    /// A contact the caller has just counted; an id of nobody's where they keep no sheet.
    private func contact(of client: Client) async throws -> String {
        let form = agency.policy.contactForm
        let answers = try ContactExample.json(form.kinds[0], of: form, on: "\(Self.thisMonth)-05")
        let reply = try await client.api(.post, "/api/v1/sheets/\(Self.thisMonth)/contacts", answers)
        return reply.json?["id"]?.string ?? RandomId().text
    }

    /// A role that can be ended without harm to anyone.
    private func spareRole(isHeld: Bool = true) async throws -> (account: String, holding: String) {
        let login = "spare-\(RandomId().text.lowercased().filter { $0.isLetter }.prefix(20))"
        let number = try await town.programmes.database.employ(login, agency: agency.agency.id)
        let created = try await town.programmes.createAccount(
            NewAccount(login: login, name: "Spare", employeeNumber: number), in: agency.agency
        ).get()
        guard isHeld else { return (created.id, "") }
        guard let startsOn = Day("2026-01-01") else { throw NotLaidOut(replies: []) }
        let holding = Holding(
            role: RoleID(try agency.role(with: .keepStatSheet)), area: nil, startsOn: startsOn, until: nil)
        let id = try await town.programmes.appointAsOperator(
            Appointment(account: created.id, holding: holding), in: agency.agency)?.get()
        return (created.id, id ?? "")
    }
}

/// Who is signed in.
private final class Callers: Sendable {
    private let clients = Mutex<[String: Client]>([:])
    /// The addresses of things of theirs, by method and pattern.
    private let paths = Mutex<[String: String]>([:])

    subscript(pathTo name: String) -> String? {
        get { paths.withLock { $0[name] } }
        set { paths.withLock { $0[name] = newValue } }
    }

    subscript(name: String) -> Client? {
        get { clients.withLock { $0[name] } }
        set { clients.withLock { $0[name] = newValue } }
    }
}
