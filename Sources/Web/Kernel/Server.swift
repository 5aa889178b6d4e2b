import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import Operations
import Sealing
import ServiceLifecycle

/// The application as `serve` runs it and as the tests run it.
///
/// - Parameter longestAnswer: how long the database is waited for at most, each time that it is asked.
/// - Parameter onServerRunning: is told the port once the server listens.
package func buildApplication(
    programmes: Programmes, site: Site, host: String, port: Int, limits: ConnectionLimits = ConnectionLimits(),
    longestAnswer: Duration = .seconds(8), logger: Logger, services: [any Service] = [],
    onServerRunning: @escaping @Sendable (Int) async -> Void = { _ in }
) -> some ApplicationProtocol {
    let gate = Gate(programmes: programmes.answering(within: longestAnswer), site: site, logger: logger)
    let marks = ClientMarks()
    let open = OpenConnections(most: limits.most)
    return Application(
        router: router(Routes.all, through: gate, marking: marks),
        server: HTTPServerBuilder { WatchedChannel(base: HTTP1Channel(responder: $0), limits: limits, open: open) },
        configuration: ApplicationConfiguration(
            address: .hostname(host, port: port), serverName: nil, backlog: 1024,
            availableConnectionsDelegate: RoomForMore(open: open)),
        services: services,
        onServerRunning: { channel in await onServerRunning(channel.localAddress?.port ?? port) },
        logger: logger)
}

/// Every route behind the gate; any other method of its path answers 405, and any other path what an unknown page gives.
private func router(_ routes: [Route], through gate: Gate, marking marks: ClientMarks) -> Router<ArrivalContext> {
    let router = Router(context: ArrivalContext.self, options: [.autoGenerateHeadEndpoints])
    router.add(middleware: UnknownAddress(site: gate.site))
    for route in routes {
        let names = route.valueNames
        router.on(RouterPath(route.pattern), method: route.method.http) { request, context -> Response in
            let values = names.map { context.parameters.get($0) ?? "" }
            let client = marks.mark(of: context.address(of: request).origin)
            // A task of its own: what it needs to get so deep is given back with it. The connection's own task would keep as much
            // for as long as the connection is open.
            async let answer = gate.respond(to: request, at: route, values: values, from: client)
            return await answer.response
        }
    }
    let nothingHere = gate.site.nothingHere
    for (pattern, served) in Dictionary(grouping: routes, by: \.pattern) {
        let others = OtherMethods(served: served, nothingHere: nothingHere)
        for (method, answer) in others.answers {
            router.on(RouterPath(pattern), method: method) { _, _ -> Response in answer.response }
        }
    }
    return router
}

/// What the methods answer that an address does not have. The programming interface says which it has (RFC 9110, Allow);
/// a page gives what an unknown page gives.
private struct OtherMethods {
    let served: [Route]
    /// What a page gives whose method it has not.
    let nothingHere: Answer

    var answers: [(HTTPRequest.Method, Answer)] {
        if isForDirectories {
            let missing = [HTTPRequest.Method.get, .head, .post, .put, .delete, .patch].filter { !allowed.contains($0) }
            return missing.map {
                ($0, ScimAnswer.error(.methodNotAllowed, nil, "This address has no such method.").allowing(allowed))
            }
        }
        let missing = [HTTPRequest.Method.get, .head, .post, .put, .delete, .patch].filter { !allowed.contains($0) }
        return missing.map { ($0, isAPI ? notAllowed : nothingHere) }
            + [(.options, isAPI ? Answer.done.allowing(allowed) : nothingHere)]
    }

    private var allowed: [HTTPRequest.Method] {
        let methods = served.map(\.method.http)
        return methods.contains(.get) ? methods + [.head] : methods
    }

    private var isAPI: Bool {
        served.contains { route in
            switch route.face {
            case .api: true
            case .page, .scim: false
            }
        }
    }

    private var isForDirectories: Bool { served.contains { $0.audience == .directory } }

    private var notAllowed: Answer {
        ProblemDocument.plain("This address has no such method.", status: .methodNotAllowed).allowing(allowed)
    }
}

extension Answer {
    fileprivate func allowing(_ methods: [HTTPRequest.Method]) -> Answer {
        with(.allow, (methods + [.options]).map(\.rawValue).sorted().joined(separator: ", "))
    }
}

/// What an address that is no route answers.
private struct UnknownAddress: RouterMiddleware {
    typealias Context = ArrivalContext
    let site: Site

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as HTTPError where error.status == .notFound {
            if request.uri.path.hasPrefix("/scim/") { return ScimAnswer.nothingHere.response }
            let isAPI = request.uri.path.hasPrefix("/api/")
            return (isAPI ? ProblemDocument.nothingHere : site.nothingHere).response
        }
    }
}
