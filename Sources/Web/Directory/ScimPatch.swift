import Operations
import Program

/// Changes of one person, attribute by attribute (RFC 7644, 3.5.2): they are made to the person as the directory is shown them, and what
/// comes of it is pushed as a whole. Attributes that the schemas do not have are passed over, as in a whole person.
struct ScimPatch {
    private var user: [String: JSON]

    static func applied(_ body: JSON, to user: JSON) throws(ScimUnreadable) -> JSON {
        guard let operations = ScimNames(body.object ?? [:])["Operations"]?.array, !operations.isEmpty else {
            throw ScimUnreadable(.invalidSyntax, "Operations: name at least one.")
        }
        var patch = ScimPatch(user: user.object ?? [:])
        for operation in operations {
            let members = ScimNames(operation.object ?? [:])
            try patch.apply(members["op"]?.string?.lowercased() ?? "", members["path"]?.string, members["value"])
        }
        return .object(patch.user)
    }

    private mutating func apply(_ op: String, _ path: String?, _ value: JSON?) throws(ScimUnreadable) {
        switch op {
        case "add", "replace":
            guard let value else { throw ScimUnreadable(.invalidValue, "value: it is missing.") }
            if let path {
                try set(value, at: try ScimPath(path))
            } else {
                guard let members = value.object else {
                    throw ScimUnreadable(.invalidValue, "value: without a path it is an object.")
                }
                for (name, value) in members.sorted(by: { $0.key < $1.key }) { try set(value, at: try ScimPath(name)) }
            }
        case "remove":
            guard let path else { throw ScimUnreadable(.noTarget, "path: say what is removed.") }
            remove(try ScimPath(path))
        default: throw ScimUnreadable(.invalidSyntax, "op: it is add, replace or remove.")
        }
    }

    private mutating func set(_ value: JSON, at path: ScimPath) throws(ScimUnreadable) {
        guard let name = path.name else {
            // The whole of an extension.
            guard let members = value.object else {
                throw ScimUnreadable(.invalidValue, "value: an extension is an object.")
            }
            for (name, value) in members.sorted(by: { $0.key < $1.key }) {
                try set(value, at: try ScimPath("\(path.schema):\(name)"))
            }
            return
        }
        var members = part(path.schema)
        if path.isList {
            members[name] =
                path.sub == nil ? (value.array == nil ? .array([value]) : value) : .array([["value": value]])
        } else if let sub = path.sub {
            var inner = members[name]?.object ?? [:]
            inner[sub] = value
            members[name] = .object(inner)
        } else if name == "name", let more = value.object {
            members[name] = .object((members[name]?.object ?? [:]).merging(more) { _, new in new })
        } else {
            members[name] = value
        }
        setPart(path.schema, members)
    }

    private mutating func remove(_ path: ScimPath) {
        guard let name = path.name else { return setPart(path.schema, [:]) }
        var members = part(path.schema)
        if let sub = path.sub, !path.isList, var inner = members[name]?.object {
            inner[sub] = nil
            // A supervisor without an id is none.
            members[name] = name == "manager" ? nil : .object(inner)
        } else {
            members[name] = nil
        }
        setPart(path.schema, members)
    }

    private func part(_ schema: String) -> [String: JSON] {
        schema == ScimAttribute.user ? user : user[schema]?.object ?? [:]
    }

    private mutating func setPart(_ schema: String, _ members: [String: JSON]) {
        if schema == ScimAttribute.user { user = members } else { user[schema] = .object(members) }
    }
}

/// Where an attribute stands: `name.givenName`, `emails[type eq "work"].value`, or either behind the name of its schema.
struct ScimPath: Equatable {
    let schema: String
    /// As the schemas spell it; nothing for an extension as a whole.
    let name: String?
    let sub: String?

    /// Whether it is a list, of which one value is kept.
    var isList: Bool { schema == ScimAttribute.user && (name == "emails" || name == "phoneNumbers") }

    init(_ text: String) throws(ScimUnreadable) {
        let found = [ScimAttribute.enterprise, ScimAttribute.programme, ScimAttribute.user].first {
            text.lowercased().hasPrefix($0.lowercased())
        }
        schema = found ?? ScimAttribute.user
        var rest = Substring(text)
        if let found {
            rest = rest.dropFirst(found.count)
            if rest.isEmpty, found != ScimAttribute.user {
                (name, sub) = (nil, nil)
                return
            }
            guard rest.first == ":" else { throw Self.unreadable(text) }
            rest = rest.dropFirst()
        }
        guard let match = rest.wholeMatch(of: /([A-Za-z$][A-Za-z0-9_$-]*)(\[[^\]]*\])?(\.([A-Za-z$][A-Za-z0-9_$-]*))?/)
        else { throw Self.unreadable(text) }
        name = Self.spelled(String(match.1))
        sub = match.4.map { Self.spelled(String($0)) }
    }

    private static func unreadable(_ text: String) -> ScimUnreadable {
        ScimUnreadable(.invalidPath, "path: “\(text.prefix(100))” cannot be read.")
    }

    /// Capitals do not count.
    private static func spelled(_ name: String) -> String {
        spellings[name.lowercased()] ?? name
    }

    private static let spellings: [String: String] = {
        let names =
            ScimAttribute.all.flatMap { $0.name.split(separator: ".").map(String.init) }
            + ["userName", "externalId", "active", "manager", "value", "id", "meta", "schemas"]
        return Dictionary(names.map { ($0.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    }()
}
