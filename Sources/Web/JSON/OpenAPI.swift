import HTTPTypes
import Operations
import Program

/// The OpenAPI 3.1 document of one agency's programming interface, made from the routes themselves: what it says is what
/// the server checks.
struct OpenAPI: Sendable {
    let agency: Agency
    let routes: [Route]

    var document: JSON {
        [
            "openapi": "3.1.0",
            "info": [
                "title": .string("\(agency.policy.terms.programme), \(agency.name)"), "version": "1",
                "description": .string(
                    "The acts of the programme's pages, for other programs, under the policy pack "
                        + "\(agency.policy.id.text), version \(agency.policy.version)."),
            ],
            "servers": [["url": "/"]],
            "paths": .object(paths),
            "components": [
                "schemas": ["Problem": ProblemDocument.schema],
                "securitySchemes": [
                    "session": [
                        "type": "http", "scheme": "bearer",
                        "description": "The token of a session, as signIn and proveSecondFactor give it.",
                    ],
                    "pass": [
                        "type": "http", "scheme": "bearer",
                        "description": "The pass of a seeker, as showReceipt gives it. It is good for half an hour.",
                    ],
                ],
            ],
        ]
    }

    private var paths: [String: JSON] {
        var paths: [String: [String: JSON]] = [:]
        for route in routes {
            guard case .api(let operation) = route.face, operation.isOf(agency.policy) else { continue }
            paths[route.pattern, default: [:]][route.method.rawValue.lowercased()] = .object(
                members(of: operation, at: route))
        }
        return paths.mapValues { .object($0) }
    }

    private func members(of operation: Endpoint, at route: Route) -> [String: JSON] {
        var members: [String: JSON] = [
            "operationId": .string(operation.id), "summary": .string(operation.summary),
            "description": .string(whoMay(route.audience)),
            "responses": .object(responses(of: operation, at: route)),
            "security": security(of: route.audience),
        ]
        let parameters =
            zip(route.valueNames, route.values).map { parameter(Schema.Property($0, $1), in: "path") }
            + operation.query.map { parameter($0, in: "query") }
        if !parameters.isEmpty { members["parameters"] = .array(parameters) }
        if let body = operation.body?(agency.policy) {
            members["requestBody"] = ["required": true, "content": ["application/json": ["schema": body.document]]]
        }
        return members
    }

    private func security(of audience: Audience) -> JSON {
        switch audience {
        case .everyone: []
        case .seeker: [["pass": []]]
        case .directory: []
        case .staff: [["session": []]]
        }
    }

    private func parameter(_ property: Schema.Property, in place: String) -> JSON {
        var members: [String: JSON] = [
            "name": .string(property.name), "in": .string(place), "required": .boolean(property.isRequired),
            "schema": property.schema.document,
        ]
        if let about = property.about { members["description"] = .string(about) }
        return .object(members)
    }

    private func responses(of operation: Endpoint, at route: Route) -> [String: JSON] {
        var success: [String: JSON] = ["description": .string(operation.success.about)]
        if let schema = operation.success.schema?(agency.policy) {
            success["content"] = ["application/json": ["schema": schema.document]]
        }
        var responses = [String(operation.success.status.code): JSON.object(success)]
        for problem in operation.problems(for: route) {
            responses[String(problem.status.code)] = .object(answer(to: problem))
        }
        return responses
    }

    private func answer(to problem: Endpoint.Problem) -> [String: JSON] {
        var members: [String: JSON] = [
            "description": .string(problem.about),
            "content": ["application/problem+json": ["schema": ["$ref": "#/components/schemas/Problem"]]],
        ]
        if let header = OpenAPI.headers[problem.status] {
            members["headers"] = .object([
                header.name: ["description": .string(header.about), "schema": ["type": "string"]]
            ])
        }
        return members
    }

    private static let headers: [HTTPResponse.Status: (name: String, about: String)] = [
        .unauthorized: ("WWW-Authenticate", "Bearer: sign in and send the session's token."),
        .tooManyRequests: ("Retry-After", "Seconds to wait."),
        .serviceUnavailable: ("Retry-After", "Seconds to wait."),
    ]

    private func whoMay(_ audience: Audience) -> String {
        switch audience {
        case .everyone: "For everyone."
        case .seeker: "For whoever has shown a receipt, on their own request."
        case .directory: "For the agency's directory."
        case .staff(.owingSecondFactor): "For a session that owes the second factor."
        case .staff(.anySession): "For every session, whether or not it owes the second factor."
        case .staff(.signedIn): "For every session that owes no second factor."
        case .staff(.anyOf(let powers)):
            "For whoever has the power \(powers.map(\.rawValue).joined(separator: " or ")): "
                + agency.policy.roles.filter { !agency.policy.powers(of: $0).isDisjoint(with: powers) }.map(\.title)
                .joined(separator: ", ") + "."
        }
    }
}

extension Endpoint {
    /// Everything that it answers when something stands in the way: its own problems, and those that the gate and the check
    /// of the body give.
    func problems(for route: Route) -> [Problem] {
        var problems =
            [.later] + others + [Problem(.internalServerError, "Something failed here. Nothing was changed.")]
        if takesBody {
            problems += [
                Problem(
                    .badRequest, "The body is not JSON in UTF-8, nests too deep or names a member twice, which is told."
                ),
                Problem(.requestTimeout, "The body did not come within half a minute."),
                Problem(.contentTooLarge, "The body is larger than 256 KiB."),
                Problem(.unsupportedMediaType, "The body is not said to be application/json, or is compressed."),
            ]
        }
        if route.method != .get { problems.append(Problem(.forbidden, "The page of another site sent this.")) }
        if takesBody || mayRefuse || !query.isEmpty {
            problems.append(Problem(.unprocessableContent, "Not accepted; each problem names its field and clauses."))
        }
        switch route.audience {
        case .everyone: break
        case .seeker: problems.append(Problem(.unauthorized, "No pass, or one that is over."))
        case .directory: problems.append(Problem(.unauthorized, "No token of the agency's directory."))
        case .staff:
            problems.append(Problem(.unauthorized, "Not signed in."))
        }
        if mayFindNothing(at: route) {
            problems.append(Problem(.notFound, "There is no such thing, or it is not for this account."))
        }
        return problems
    }

    private func mayFindNothing(at route: Route) -> Bool {
        switch route.audience {
        case .everyone, .staff(.anySession): !route.valueNames.isEmpty
        case .seeker, .directory, .staff(.owingSecondFactor), .staff(.signedIn), .staff(.anyOf): true
        }
    }
}
