import HTML
import HTTPTypes
import Hummingbird
import Operations
import Program
import Sealing
import Store

// The interface for directories that push their changes: SCIM 2.0 (RFC 7643, 7644), for whoever brings a token of the agency's.
extension Routes {
    static let scim: [Route] = pushed + ofItself

    private static let base = "/scim/v2/{agency}"

    private static let pushed: [Route] = [
        .scim(.get, "\(base)/Users") { visit in
            let query = try ScimQuery(visit.visit)
            let selection = try ScimSelection(visit.visit)
            let found = try await visit.programmes.directoryUsers(
                query.search, from: query.startIndex - 1, limit: query.count, by: visit.directory)
            return .of(
                ScimSchemas.list(
                    found.users.map { selection.of(visit.json($0)) }, total: found.total, from: query.startIndex))
        },
        .scim(.post, "\(base)/Users") { visit in
            try await visit.pushed(try visit.sent(), to: nil, status: .created)
        },
        .scim(.get, "\(base)/Users/{id}") { visit in
            guard let user = try await visit.user() else { return .nothingHere }
            return .of(try ScimSelection(visit.visit).of(visit.json(user)))
        },
        .scim(.put, "\(base)/Users/{id}") { visit in
            try await visit.pushed(try visit.sent(), to: visit.id, status: .ok)
        },
        .scim(.patch, "\(base)/Users/{id}") { visit in
            let patch = try visit.sent()
            guard let user = try await visit.user() else { return .nothingHere }
            return try await visit.pushed(
                try ScimPatch.applied(patch, to: visit.json(user)), to: visit.id, status: .ok)
        },
        .scim(.delete, "\(base)/Users/{id}") { visit in
            switch try await visit.programmes.endPushed(visit.id, by: visit.directory) {
            case .success: .done
            case .failure(let problem): .of(problem)
            case nil: .nothingHere
            }
        },
    ]

    private static let ofItself: [Route] = [
        .scim(.get, "\(base)/ServiceProviderConfig") { visit in .of(ScimSchemas.configuration(at: visit.base)) },
        .scim(.get, "\(base)/ResourceTypes") { visit in
            .of(ScimSchemas.list([ScimSchemas.resourceType(at: visit.base)], total: 1))
        },
        .scim(.get, "\(base)/ResourceTypes/{id}") { visit in
            visit.id == "User" ? .of(ScimSchemas.resourceType(at: visit.base)) : .nothingHere
        },
        .scim(.get, "\(base)/Schemas") { visit in
            let all = try await visit.schemas()
            return .of(ScimSchemas.list(all, total: all.count))
        },
        .scim(.get, "\(base)/Schemas/{id}") { visit in
            let found = try await visit.schemas().first { $0["id"]?.string?.lowercased() == visit.id.lowercased() }
            return found.map { .of($0) } ?? .nothingHere
        },
        .scim(.post, "\(base)/.search") { _ in
            .error(.notImplemented, nil, "People are looked for at /Users alone.")
        },
    ]
}

extension Answer {
    fileprivate static func of(_ value: JSON) -> Answer { ScimAnswer.of(value) }
    fileprivate static func of(_ problem: PushProblem) -> Answer { ScimAnswer.of(problem) }
    fileprivate static var nothingHere: Answer { ScimAnswer.nothingHere }
    fileprivate static func error(_ status: HTTPResponse.Status, _ kind: ScimAnswer.Kind?, _ detail: String) -> Answer {
        ScimAnswer.error(status, kind, detail)
    }
}

/// The visit of an agency's directory. A handler that takes it cannot be reached by anyone else.
struct ScimVisit: Sendable {
    let visit: Visit
    let directory: DirectoryVisitor
    private let values: [String]
    private let body: [UInt8]

    init?(_ arrival: Route.Arrival) {
        guard let directory = arrival.directory else { return nil }
        visit = arrival.visit
        self.directory = directory
        values = arrival.values
        body = arrival.body
    }

    var programmes: Programmes { visit.programmes }
    /// What stands last in the address.
    var id: String { values.count > 1 ? values[1] : "" }

    /// The interface's address for the agency.
    var base: String {
        let link = DirectoryAddresses.interface.link(PathID(directory.agency.slug))
        return visit.address(of: link) ?? link.location
    }

    func json(_ user: DirectoryUser) -> JSON {
        let base = base
        return ScimUser.json(user) { "\(base)/Users/\($0)" }
    }

    func user() async throws -> DirectoryUser? {
        guard PathID(pathText: id) != nil else { return nil }
        return try await programmes.directoryUsers(.person(id), from: 0, limit: 1, by: directory).users.first
    }

    func schemas() async throws -> [JSON] {
        ScimSchemas.all(beside: try await programmes.directoryDefaults(of: directory.agency), at: base)
    }

    func sent() throws(ScimUnreadable) -> JSON {
        do throws(JSON.Unreadable) { return try JSON(reading: body) } catch {
            throw ScimUnreadable(.invalidSyntax, "The body cannot be read as JSON.")
        }
    }

    func pushed(_ json: JSON, to id: String?, status: HTTPResponse.Status) async throws -> Answer {
        let push = try ScimUser.push(json)
        let selection = try ScimSelection(visit)
        switch try await programmes.push(push, to: id, by: directory) {
        case .success(let user):
            let told = self.json(user)
            let answer = ScimAnswer.of(selection.of(told), status: status)
            guard status == .created, let place = told["meta"]?["location"]?.string else { return answer }
            return answer.with(.location, place)
        case .failure(let problem): return ScimAnswer.of(problem)
        case nil: return ScimAnswer.nothingHere
        }
    }
}

extension Route {
    /// A place of the interface for directories.
    fileprivate static func scim(
        _ method: Method, _ pattern: String, _ handle: @escaping @Sendable (ScimVisit) async throws -> Answer
    ) -> Route {
        Route(method: method, pattern: pattern, audience: .directory, face: .scim) { arrival in
            guard let visit = ScimVisit(arrival) else { return ScimAnswer.notKnown }
            do {
                return try await handle(visit)
            } catch let unreadable as ScimUnreadable {
                return unreadable.answer
            }
        }
    }
}

extension Gate {
    /// A call of an agency's directory. Whoever brings no token of the agency's learns nothing, neither whether there is such an agency.
    func scim(_ request: Request, _ route: Route, _ values: [String], _ token: String?) async throws -> Answer {
        let isLook = request.method == .get || request.method == .head
        guard isLook || request.isOfOurs(isSecure: site.isSecure),
            let token = token.flatMap({ DirectoryToken(text: $0) }), let slug = values.first,
            let directory = try await programmes.directory(token: token, of: slug)
        else { return ScimAnswer.notKnown }
        var body: [UInt8] = []
        if [HTTPRequest.Method.post, .put, .patch].contains(request.method) {
            guard request.isSaidToBe(ScimAnswer.type) || request.isSaidToBe("application/json") else {
                return ScimAnswer.error(.unsupportedMediaType, nil, "Send \(ScimAnswer.type).")
            }
            body = try await self.bytes(of: request, upTo: route.largestBody)
        }
        if !isLook, directory.usedOn != directory.today { try await programmes.noteUse(by: directory) }
        let visit = Visit(request: request, site: site, programmes: programmes, form: FormAnswers())
        var arrival = Route.Arrival(visit: visit, staff: nil, values: values, body: body)
        arrival.directory = directory
        return try await route.respond(arrival)
    }
}
