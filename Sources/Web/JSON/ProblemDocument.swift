import HTTPTypes
import Program

/// Errors of the programming interface, as RFC 9457 problem documents.
enum ProblemDocument {
    /// The refusal, each problem with its field and the clauses of the agency's policy it comes from, or why the agency chose so.
    static func of(_ refusal: Refusal, status: HTTPResponse.Status = .unprocessableContent) -> Answer {
        let problems = refusal.problems.map { problem -> JSON in
            [
                "field": JSON(problem.field), "message": .string(problem.message),
                "clauses": .array(problem.clauses.map { .string($0.text) }), "ourChoice": JSON(problem.choice),
            ]
        }
        return .problem(
            [
                "type": "about:blank", "title": "This was not accepted.", "status": .integer(status.code),
                "problems": .array(problems),
            ], status: status)
    }

    /// Why the body cannot be read. A member that came twice is named.
    static func of(_ reason: JSON.Unreadable) -> Answer {
        switch reason {
        case .notUTF8: plain("The body is not in UTF-8.", status: .badRequest)
        case .holdsZero: plain("The body holds U+0000, which JSON does not take.", status: .badRequest)
        case .notJSON: plain("The body is not JSON.", status: .badRequest)
        case .nestsTooDeep:
            plain("The body nests deeper than \(JSON.deepestNesting) levels.", status: .badRequest)
        case .repeated(let member):
            of(Refusal("This member came twice. Give it once.", field: member), status: .badRequest)
        }
    }

    static func plain(_ title: String, status: HTTPResponse.Status) -> Answer {
        .problem(["type": "about:blank", "title": .string(title), "status": .integer(status.code)], status: status)
    }

    static let nothingHere = plain("There is nothing here.", status: .notFound)
    static let foreign = plain("A page of another site sent this. Nothing was done.", status: .forbidden)
    static let notSignedIn = unauthorized("Sign in first.")
    static let noReceiptShown = unauthorized("Give the receipt first.")
    static let busy = plain("Many people are here just now.", status: .serviceUnavailable).retryable(after: 5)

    /// Says, as RFC 9110 asks, how to sign in.
    static func unauthorized(_ title: String) -> Answer {
        plain(title, status: .unauthorized).with(.wwwAuthenticate, "Bearer")
    }

    /// The shape of all of them, for the OpenAPI document.
    static let schema: JSON = [
        "type": "object", "required": ["type", "title", "status"], "additionalProperties": false,
        "properties": [
            "type": ["type": "string"], "title": ["type": "string"], "status": ["type": "integer"],
            "problems": [
                "type": "array",
                "items": [
                    "type": "object", "required": ["field", "message", "clauses", "ourChoice"],
                    "additionalProperties": false,
                    "properties": [
                        "field": ["type": ["string", "null"]], "message": ["type": "string"],
                        "clauses": ["type": "array", "items": ["type": "string"]],
                        "ourChoice": ["type": ["string", "null"]],
                    ],
                ],
            ],
        ],
    ]
}
