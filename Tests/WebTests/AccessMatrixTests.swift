import PolicyPacks
import Program
import Store
import TestSupport
import Testing
import Web
import WebSupport

/// Every route, asked for by everyone: nobody, somebody who has given the passphrase alone, and every role of every pack.
@Suite struct AccessMatrixTests {
    /// Once, whatever engines the tests run on: who is admitted is decided above the store.
    @Test(.enabled(if: TestDatabase.engines.contains(.sqlite)), arguments: PackLibrary.bundled.map(\.text))
    func everyRouteAdmitsExactlyItsAudience(pack: String) async throws {
        let grounds = try await Grounds.layOut(pack: pack)
        var callers = [Caller.Kind.nobody, .seeker, .half("coordinator")].map { Caller(kind: $0, of: grounds) }
        callers += grounds.agency.policy.roles.map { Caller(kind: .role($0), of: grounds) }
        for var caller in callers {
            for route in Routes.all { try await caller.comes(to: route) }
        }
    }
}

/// Who asks for a route, and what they must get.
private struct Caller {
    enum Kind {
        case nobody
        /// With the receipt of a request.
        case seeker
        /// With the passphrase of that role, the second factor still owed.
        case half(String)
        case role(RoleRule)
    }

    let kind: Kind
    let grounds: Grounds
    /// What an unknown address gives them, by how it is asked for.
    private var unknown: [String: Reply] = [:]

    init(kind: Kind, of grounds: Grounds) {
        self.kind = kind
        self.grounds = grounds
    }

    mutating func comes(to route: Route) async throws {
        let client = try await client()
        // Whoever may not come there finds nothing, also where there is something for somebody else.
        let path =
            isAdmitted(to: route)
            ? try await grounds.path(of: route, for: client) : try await grounds.pathOfOthers(to: route)
        let reply = try await client.asks(for: route, at: path)
        if route.audience == .directory {
            // Nobody but the directory learns anything, not even whether there is such an agency.
            let elsewhere = try await client.asks(for: route, at: path.replacing(grounds.agency.slug, with: "nowhere"))
            let isRefused = reply.status == 401 && reply.headers["www-authenticate"] == "Bearer" && reply == elsewhere
            #expect(isRefused, "\(name) at \(route.method.rawValue) \(path): \(reply)")
            return
        }
        let unknown = try await unknown(like: route, client)
        let about: Comment = "\(name) at \(route.method.rawValue) \(path): \(reply)"
        #expect(unknown.status == 404)
        if isAdmitted(to: route) {
            #expect((reply == unknown) == grounds.hasNothing(at: route), about)
            // No worker goes its round in a town, so its health is 503, which is an answer.
            #expect(reply.status != 401 && (reply.status < 500 || route.pattern == "/health"), about)
        } else if let next = nextStep(from: route) {
            #expect(reply.status == 303 && reply.location == next && reply.body.isEmpty, about)
        } else if route.isAPI, isWithoutToken(for: route) {
            #expect(reply.status == 401 && reply.headers["www-authenticate"] == "Bearer", about)
        } else {
            #expect(reply == unknown, about)
        }
    }

    private var name: String {
        switch kind {
        case .nobody: "nobody"
        case .seeker: "a seeker"
        case .half(let role): "\(role) without the second factor"
        case .role(let role): role.id.text
        }
    }

    private func isAdmitted(to route: Route) -> Bool {
        switch kind {
        case .nobody: route.audience.admits(nil, owesSecondFactor: false)
        case .seeker: [.everyone, .seeker].contains(route.audience)
        case .half(let role):
            route.audience.admits(powers(of: grounds.agency.policy.role(RoleID(role))), owesSecondFactor: true)
        case .role(let role): route.audience.admits(powers(of: role), owesSecondFactor: false)
        }
    }

    private func powers(of role: RoleRule?) -> Set<Power> { role.map(grounds.agency.policy.powers(of:)) ?? [] }

    /// Where they are led instead: whoever is not signed in to the start; whoever looks at a page too early or too late to
    /// where they are in signing in.
    private func nextStep(from route: Route) -> String? {
        guard !route.isAPI else { return nil }
        if route.audience == .seeker { return "/closed" }
        switch kind {
        case .nobody, .seeker: return "/"
        case .half: return route.method == .get ? "/second-factor" : nil
        case .role: return route.method == .get && route.audience == .owingSecondFactor ? "/home" : nil
        }
    }

    /// Whether they bring no token of the kind that the operation is for.
    private func isWithoutToken(for route: Route) -> Bool {
        switch kind {
        case .nobody, .seeker: true
        case .half, .role: route.audience == .seeker
        }
    }

    private mutating func unknown(like route: Route, _ client: Client) async throws -> Reply {
        let path = route.isAPI ? "/api/v1/no-such-thing" : "/no-such-thing"
        let name = "\(route.method.rawValue) \(path)"
        if let unknown = unknown[name] { return unknown }
        let reply = try await client.asks(for: route, at: path)
        unknown[name] = reply
        return reply
    }

    private func client() async throws -> Client {
        switch kind {
        case .nobody: grounds.town.visitor()
        case .seeker: try await grounds.seekerClient()
        case .half(let role): try await grounds.halfClient(role)
        case .role(let role): try await grounds.client(role.id.text)
        }
    }
}

extension Grounds {
    /// What the programme does not have, nobody finds. Where the form bears no name there is no named sheet for anybody.
    func hasNothing(at route: Route) -> Bool {
        if !route.isServed(under: agency.policy) { return true }
        if case .staff(.anyOf(let powers)) = route.audience,
            agency.policy.roles.allSatisfy({ agency.policy.powers(of: $0).isDisjoint(with: powers) })
        {
            return true
        }
        // Whoever asks has an application of their own, which others than they see; nobody named them.
        if route.isAPI, route.method == .get, route.pattern.hasSuffix("/applications/{application}") { return true }
        if hasNoNotice(at: route) || hasNoMaterial(at: route) { return true }
        let isOfSuspensions = route.pattern.hasSuffix("{account}/suspension")
        if isOfSuspensions, agency.policy.membership.removal.suspension == nil { return true }
        if route.pattern.hasPrefix("/incidents"), agency.policy.requests.incidentBar == nil { return true }
        // There is no other agency that asks anything. What a body lacks is told before.
        if route.pattern.contains("shared-incidents/{shared}") {
            return !(route.isAPI && route.pattern.hasSuffix("/joining"))
        }
        if route.pattern.contains("{meeting}"), agency.policy.meetings.isEmpty { return true }
        // Nobody who called the desk left a number, and no request waits for a word on whom to ask further.
        if route.pattern.hasSuffix("number/taken") || route.pattern.hasSuffix("/asking") { return true }
        if route.isOfTrainingThatThereIsNot { return true }
        if route.isOfCommittees, agency.policy.governance.committees.isEmpty { return true }
        // Nobody has agreed to a note to their supervisor.
        if route.pattern.hasSuffix("supervisor-note") { return true }
        return route.pattern.hasSuffix("filings/{month}/sheets/{account}")
            && !agency.policy.contactForm.bearsSupporterName
    }
}

extension Route {
    /// Whether it needs a committee.
    fileprivate var isOfCommittees: Bool {
        ["/committees", "/seats/{seat}", "/ballots/{ballot}"].contains(where: pattern.hasPrefix)
    }

    /// Whether it needs a session, a certificate, a course or a record of which there is none. What a body lacks is told before.
    fileprivate var isOfTrainingThatThereIsNot: Bool {
        guard pattern.contains("training/"), !pattern.hasSuffix("/decision") else { return false }
        let withBody = ["/assignments", "/correction", "/list"].contains(where: pattern.hasSuffix)
        if isAPI, method == .put || withBody { return false }
        return ["{session}", "{code}", "{certificate}", "{completion}", "{course}"].contains(where: pattern.contains)
    }
}

extension Client {
    /// Comes to the address as the route is used, with nothing filled in.
    func asks(for route: Route, at path: String) async throws -> Reply {
        switch route.face {
        case .api, .scim: try await api(route.method, path, route.method == .get ? nil : [:])
        case .page: route.method == .get ? try await get(path) : try await post(path)
        }
    }
}

extension Route {
    var isAPI: Bool {
        switch face {
        case .api: true
        case .page, .scim: false
        }
    }
}
