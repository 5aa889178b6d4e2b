import HTTPTypes
import Operations
import Program

/// Answers of the interface for directories, as RFC 7644 has them.
enum ScimAnswer {
    static let type = "application/scim+json"
    static let errorSchema = "urn:ietf:params:scim:api:messages:2.0:Error"

    /// What kind of mistake it is (RFC 7644, table 9).
    enum Kind: String {
        case invalidFilter, uniqueness, mutability, invalidSyntax, invalidPath, noTarget, invalidValue
    }

    static func of(_ value: JSON, status: HTTPResponse.Status = .ok) -> Answer {
        Answer(status: status, type: type, body: value.bytes)
    }

    static func error(_ status: HTTPResponse.Status, _ kind: Kind? = nil, _ detail: String) -> Answer {
        var members: [String: JSON] = [
            "schemas": .array([.string(errorSchema)]), "status": .string("\(status.code)"), "detail": .string(detail),
        ]
        if let kind { members["scimType"] = .string(kind.rawValue) }
        return of(.object(members), status: status)
    }

    /// The same for an agency that there is not, a token that is none, and one of another agency.
    static var notKnown: Answer {
        error(.unauthorized, nil, "No token of this agency's directory came with it.").with(.wwwAuthenticate, "Bearer")
    }

    static var nothingHere: Answer { error(.notFound, nil, "There is nothing here.") }

    static func of(_ problem: PushProblem) -> Answer {
        switch problem {
        case .invalid(let field, let words): error(.badRequest, .invalidValue, "\(field.name): \(words)")
        case .taken(let field): error(.conflict, .uniqueness, "\(field.name): somebody else has it.")
        case .held(let words): error(.forbidden, nil, words)
        }
    }
}

/// What cannot be read of what a directory sent.
struct ScimUnreadable: Error {
    let kind: ScimAnswer.Kind
    let detail: String

    init(_ kind: ScimAnswer.Kind, _ detail: String) {
        self.kind = kind
        self.detail = detail
    }

    var answer: Answer { ScimAnswer.error(.badRequest, kind, detail) }
}

extension PushProblem.Field {
    /// As the interface calls it.
    fileprivate var name: String {
        switch self {
        case .userName: "userName"
        case .column(let column): ScimAttribute.path(of: column)
        }
    }
}
