import HTML
import HTTPTypes
import Hummingbird
import Operations
import Program

/// One thing people can come to: its method and path, who may come, and what it does. Nothing reaches the server's router
/// but through a list of these, so every route has its audience.
package struct Route: Sendable {
    package let method: Method
    /// Such as `/sheets/{month}`.
    package let pattern: String
    package let audience: Audience
    package let face: Face
    /// What the values in its path look like, in their order, where the programming interface documents them.
    var values: [Schema] = []
    /// Whether the programme of a pack has the page.
    var isOf: @Sendable (PolicyPack) -> Bool = { _ in true }
    /// What it takes, where it is a face of a declared act.
    package var act: ActFields?
    /// The largest form or JSON body it takes, in bytes, from whom it admits. Of anybody else no more is read than elsewhere.
    var largestBody = Gate.largestBody
    var respond: @Sendable (Arrival) async throws -> Answer

    /// The same route, which takes larger bodies.
    func takingBodies(upTo bytes: Int) -> Route {
        var route = self
        route.largestBody = bytes
        return route
    }

    /// The names of the values in its path, in their order.
    package var valueNames: [String] {
        pattern.split(separator: "/").filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
    }

    /// Whether the programme of the pack has it. To everybody under another pack its address is unknown.
    package func isServed(under pack: PolicyPack) -> Bool {
        switch face {
        case .page: isOf(pack)
        case .api(let operation): operation.isOf(pack)
        case .scim: true
        }
    }

    /// What is done at the address: look, act, replace, remove.
    package enum Method: String, Sendable, CaseIterable {
        case get = "GET"
        case post = "POST"
        case put = "PUT"
        case delete = "DELETE"
        case patch = "PATCH"

        var http: HTTPRequest.Method {
            switch self {
            case .get: .get
            case .post: .post
            case .put: .put
            case .delete: .delete
            case .patch: .patch
            }
        }
    }

    /// How the route talks.
    package enum Face: Sendable {
        /// Pages and forms of people's browsers, signed in by cookie.
        case page
        /// The programming interface, signed in by bearer token.
        case api(Endpoint)
        /// The interface for directories that push their changes (RFC 7644), by a token of the agency's.
        case scim

        /// What stands in the way, as a page says it, or as a program is told.
        func answer(_ page: HTML, _ title: String, status: HTTPResponse.Status) -> Answer {
            switch self {
            case .page: .page(page, status: status)
            case .api: ProblemDocument.plain(title, status: status)
            case .scim: ScimAnswer.error(status, nil, title)
            }
        }
    }

    /// A request that the gate has let through to its route.
    struct Arrival: Sendable {
        let visit: Visit
        let staff: Staff?
        let values: [String]
        let body: [UInt8]
        var seeker: Seeker?
        var directory: DirectoryVisitor?
    }
}

/// A handler of staff was reached without staff: the gate is broken, and the visitor gets nothing.
struct GateBroken: Error {}

// Pages and the acts of their forms.
extension Route {
    /// A page for anyone. A handler that answers nothing gives what an unknown page gives.
    @_semantics("optimize.sil.specialize.generic.never")
    package static func open<each Value: PathValue>(
        _ method: Method, _ address: Address<repeat each Value>,
        _ handle: @escaping @Sendable (Visit, repeat each Value) async throws -> Answer?
    ) -> Route {
        Route(method: method, pattern: address.pattern, audience: .everyone, face: .page) { arrival in
            guard let values = address.values(arrival.values) else { return arrival.visit.site.nothingHere }
            return try await handle(arrival.visit, repeat each values) ?? arrival.visit.site.nothingHere
        }
    }

    /// A page, or a form's act, of those who come as `By`. Under a pack that has it not, its address is unknown.
    @_semantics("optimize.sil.specialize.generic.never")
    static func page<By: Acting, each Value: PathValue>(
        _ method: Method, _ address: Address<repeat each Value>, for whom: Whom<By>,
        where isOf: @escaping @Sendable (PolicyPack) -> Bool = { _ in true },
        _ handle: @escaping @Sendable (By, repeat each Value) async throws -> Answer?
    ) -> Route {
        var route = Route(method: method, pattern: address.pattern, audience: whom.audience, face: .page) { arrival in
            let nothingHere = arrival.visit.site.nothingHere
            guard let visit = try await By.of(arrival), isOf(visit.agency.policy),
                let values = address.values(arrival.values)
            else { return nothingHere }
            return try await handle(visit, repeat each values) ?? nothingHere
        }
        route.isOf = isOf
        return route
    }

    /// A page of an agency for anyone.
    static func open(
        _ method: Method, in address: Address<PathID>,
        _ handle: @escaping @Sendable (AgencyVisit) async throws -> Answer?
    ) -> Route {
        page(method, address, for: .everyone) { visit, _ in try await handle(visit) }
    }

    /// A page for whoever has shown a receipt. Its address is the same for every request, so that it tells nothing.
    static func seeker(
        _ method: Method, _ address: FixedAddress,
        _ handle: @escaping @Sendable (SeekerVisit) async throws -> Answer?
    ) -> Route {
        page(method, address, for: .seeker, handle)
    }

    /// A page for staff.
    @_semantics("optimize.sil.specialize.generic.never")
    static func staff<each Value: PathValue>(
        _ method: Method, _ address: Address<repeat each Value>, for whom: Whom<StaffVisit>,
        where isOf: @escaping @Sendable (PolicyPack) -> Bool = { _ in true },
        _ handle: @escaping @Sendable (StaffVisit, repeat each Value) async throws -> Answer?
    ) -> Route {
        page(method, address, for: whom, where: isOf, handle)
    }
}
