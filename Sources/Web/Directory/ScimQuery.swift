import Program
import Store

/// Whom a directory asks for, and what of them it wants to see.
struct ScimQuery {
    let search: DirectorySearch
    /// From which place on, the first is 1.
    let startIndex: Int
    let count: Int

    /// As many people at one time.
    static let mostAtOnce = 200

    init(_ visit: Visit) throws(ScimUnreadable) {
        search = try visit.query("filter").map { text throws(ScimUnreadable) in try Self.search(text) } ?? .everybody
        startIndex = max(1, visit.query("startIndex").flatMap { Int($0) } ?? 1)
        count = min(max(0, visit.query("count").flatMap { Int($0) } ?? 100), Self.mostAtOnce)
    }

    /// One attribute that equals a text.
    static func search(_ filter: String) throws(ScimUnreadable) -> DirectorySearch {
        guard let match = filter.wholeMatch(of: /\s*([A-Za-z0-9:._-]+)\s+([A-Za-z]+)\s+("(?:[^"\\]|\\.)*")\s*/),
            match.2.lowercased() == "eq", let value = JSON(bytes: Array(match.3.utf8))?.string
        else { throw unreadable }
        let path = try ScimPath(String(match.1))
        switch (path.schema, path.name, path.sub) {
        case (ScimAttribute.user, "userName", nil): return .userName(value)
        case (ScimAttribute.user, "externalId", nil): return .externalID(value)
        case (ScimAttribute.user, "id", nil): return .person(value)
        case (ScimAttribute.enterprise, "employeeNumber", nil): return .employeeNumber(value)
        default: throw unreadable
        }
    }

    private static let unreadable = ScimUnreadable(
        .invalidFilter,
        "People are found by userName, externalId, id or \(ScimAttribute.enterprise):employeeNumber with eq alone.")
}

/// What of a person a directory wants to see (RFC 7644, 3.9). The schemas and the id are always told.
struct ScimSelection {
    private let wanted: [ScimPath]?
    private let unwanted: [ScimPath]

    init(_ visit: Visit) throws(ScimUnreadable) {
        wanted = try Self.paths(visit.query("attributes"))
        unwanted = try Self.paths(visit.query("excludedAttributes")) ?? []
    }

    private static func paths(_ text: String?) throws(ScimUnreadable) -> [ScimPath]? {
        guard let text, !text.isEmpty else { return nil }
        var paths: [ScimPath] = []
        for name in text.split(separator: ",") { paths.append(try ScimPath(name.filter { $0 != " " })) }
        return paths
    }

    func of(_ user: JSON) -> JSON {
        guard let all = user.object else { return user }
        var seen = all
        if let wanted {
            seen = all.filter { ["schemas", "id"].contains($0.key) }
            for path in wanted { Self.copy(path, from: all, to: &seen) }
        }
        for path in unwanted { Self.drop(path, from: &seen) }
        return .object(seen)
    }

    private static func copy(_ path: ScimPath, from all: [String: JSON], to seen: inout [String: JSON]) {
        guard path.schema != ScimAttribute.user else {
            if let name = path.name { seen[name] = part(all[name], path.sub, beside: seen[name]) }
            return
        }
        guard let name = path.name else {
            seen[path.schema] = all[path.schema]
            return
        }
        var members = seen[path.schema]?.object ?? [:]
        members[name] = part(all[path.schema]?[name], path.sub, beside: members[name])
        seen[path.schema] = .object(members)
    }

    private static func part(_ value: JSON?, _ sub: String?, beside other: JSON?) -> JSON? {
        guard let sub, let members = value?.object else { return value }
        return .object((other?.object ?? [:]).merging(members.filter { $0.key == sub }) { _, new in new })
    }

    private static func drop(_ path: ScimPath, from seen: inout [String: JSON]) {
        var members = path.schema == ScimAttribute.user ? seen : seen[path.schema]?.object ?? [:]
        if let name = path.name, !["schemas", "id"].contains(name) {
            if let sub = path.sub, var inner = members[name]?.object {
                inner[sub] = nil
                members[name] = .object(inner)
            } else {
                members[name] = nil
            }
        } else if path.name == nil {
            members = [:]
        }
        if path.schema == ScimAttribute.user { seen = members } else { seen[path.schema] = .object(members) }
    }
}
