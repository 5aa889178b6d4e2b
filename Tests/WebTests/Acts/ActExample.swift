import Program
import TestSupport
import Web

/// Something to send to a declared act, made from what the document says of it: every member of the right kind, so that the act is
/// tried and not only its form.
struct ActExample {
    let document: JSON
    /// Whom it names wherever somebody is to be named.
    let account: String

    /// The operation of the route in the document.
    func operation(of route: Route) -> JSON? {
        document["paths"]?[route.pattern]?[route.method.rawValue.lowercased()]
    }

    private func schema(of route: Route) -> JSON? {
        operation(of: route)?["requestBody"]?["content"]?["application/json"]?["schema"]
    }

    /// The members that have to be there.
    func required(of route: Route) -> [String] {
        (schema(of: route)?["required"]?.array ?? []).compactMap(\.string)
    }

    /// Whether a page asks for that member with a box to tick, so that a form without it says something too.
    func isTicked(_ member: String, of route: Route) -> Bool {
        schema(of: route)?["properties"]?[member]?["type"] == "boolean"
    }

    /// How many characters that member may have.
    func longest(_ member: String, of route: Route) -> Int {
        schema(of: route)?["properties"]?[member]?["maxLength"]?.integer ?? 0
    }

    /// The body; none where the operation takes none.
    func body(for route: Route) -> JSON? {
        let files = (route.act?.files ?? []).map { ($0, JSON.string(SmallPicture.base64)) }
        return schema(of: route).map { value(of: $0, named: "").with(files) }
    }

    /// The same as a page's form sends it. What a page asks besides is ticked.
    func fields(for form: Route, like call: Route) -> [(String, String)] {
        let members = body(for: call)?.object ?? [:]
        return (form.act?.names ?? []).flatMap { name in
            (members[name]?.sent ?? ["yes"]).map { (name, $0) }
        }
    }

    private func value(of schema: JSON, named name: String) -> JSON {
        if let choices = schema["enum"]?.array { return choices.first ?? .null }
        if let several = schema["anyOf"]?.array ?? schema["oneOf"]?.array {
            return several.first.map { value(of: $0, named: name) } ?? .null
        }
        switch schema["type"]?.string {
        case "boolean": return true
        case "integer": return schema["minimum"] ?? 1
        case "array": return .array(schema["items"].map { [value(of: $0, named: name)] } ?? [])
        case "object":
            return .object(
                (schema["properties"]?.object ?? [:]).reduce(into: [:]) {
                    $0[$1.key] = value(of: $1.value, named: $1.key)
                })
        default: return .string(text(schema, named: name))
        }
    }

    private func text(_ schema: JSON, named name: String) -> String {
        let isEnd = name.lowercased().contains("until") || name.hasPrefix("last")
        if schema["format"] == "date" { return isEnd ? "2026-12-31" : "2026-03-12" }
        if schema["pattern"] != nil { return "2026-02" }
        // Each column has a heading of its own.
        if schema["maxLength"] == 80, PersonnelColumn(rawValue: name) != nil { return name }
        switch schema["maxLength"]?.integer {
        case 5: return isEnd ? "18:00" : "08:00"
        case 20: return isEnd ? "2026-03-12T20:00:00Z" : "2026-03-12T18:00:00Z"
        case 64: return account
        case let longest?: return String(Self.words.prefix(longest))
        case nil: return Self.words
        }
    }

    static let words = "mulberry.lane"
}

extension JSON {
    /// The same object with other members.
    fileprivate func with(_ members: [(String, JSON)]) -> JSON {
        object.map { .object($0.merging(members) { _, given in given }) } ?? self
    }

    /// As a form would send it; nothing where none can.
    fileprivate var sent: [String]? {
        switch self {
        case .string(let text): [text.hasSuffix("Z") ? "2026-03-12T\(text.contains("T20") ? "13" : "11"):00" : text]
        case .integer(let number): [String(number)]
        case .boolean(let flag): flag ? ["yes"] : []
        case .array(let items): items.compactMap { $0.string ?? $0.integer.map { String($0) } }
        case .null, .number, .object: nil
        }
    }
}
