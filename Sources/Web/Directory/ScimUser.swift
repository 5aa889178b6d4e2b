import Operations
import Program
import Store

/// A person as a directory sends and is shown them (RFC 7643).
struct ScimUser {
    /// As the interface has it, with the addresses of people made by `address`.
    static func json(_ user: DirectoryUser, address: (String) -> String) -> JSON {
        let record = user.person.record
        var parts: [String: [String: JSON]] = [
            ScimAttribute.user: [:], ScimAttribute.enterprise: [:], ScimAttribute.programme: [:],
        ]
        for attribute in ScimAttribute.all {
            let text = record.text(in: attribute.column)
            guard !text.isEmpty else { continue }
            let value: JSON =
                switch attribute.kind {
                case .text, .choice: .string(text)
                case .flag: .boolean(text == "yes")
                case .firstOf: .array([["value": .string(text)]])
                }
            let names = attribute.name.split(separator: ".").map(String.init)
            if names.count == 2 {
                var inner = parts[attribute.schema]?[names[0]]?.object ?? [:]
                inner[names[1]] = value
                parts[attribute.schema]?[names[0]] = .object(inner)
            } else {
                parts[attribute.schema]?[names[0]] = value
            }
        }
        if let manager = user.manager {
            parts[ScimAttribute.enterprise]?["manager"] = [
                "value": .string(manager), "$ref": .string(address(manager)),
            ]
        }
        var all = parts[ScimAttribute.user] ?? [:]
        all["schemas"] = .array(
            [ScimAttribute.user, ScimAttribute.enterprise, ScimAttribute.programme].map { .string($0) })
        all["id"] = .string(user.entry.person)
        all["userName"] = .string(user.entry.userName)
        if let externalID = user.entry.externalID { all["externalId"] = .string(externalID) }
        all["active"] = .boolean(user.person.endedOn == nil)
        all["meta"] = [
            "resourceType": "User", "location": .string(address(user.entry.person)),
        ]
        for schema in [ScimAttribute.enterprise, ScimAttribute.programme] {
            all[schema] = .object(parts[schema] ?? [:])
        }
        return .object(all)
    }

    /// What a directory sends of somebody.
    static func push(_ json: JSON) throws(ScimUnreadable) -> DirectoryPush {
        guard let members = json.object else { throw ScimUnreadable(.invalidSyntax, "Send one object.") }
        let all = ScimNames(members)
        guard let userName = all["userName"]?.string, (1...254).contains(userName.unicodeScalars.count),
            !userName.unicodeScalars.contains(where: { $0.value < 32 })
        else { throw ScimUnreadable(.invalidValue, "userName: it has 1 to 254 characters.") }
        var externalID: String?
        if let value = all["externalId"], value != .null {
            guard let text = value.string, text.unicodeScalars.count <= 254,
                !text.unicodeScalars.contains(where: { $0.value < 32 })
            else { throw ScimUnreadable(.invalidValue, "externalId: it has at most 254 characters.") }
            externalID = text
        }
        var values: [PersonnelColumn: String] = [:]
        for attribute in ScimAttribute.all {
            let part =
                attribute.schema == ScimAttribute.user
                ? all : ScimNames(all[attribute.schema]?.object ?? [:])
            if let text = try attribute.text(in: part) { values[attribute.column] = text }
        }
        return DirectoryPush(
            userName: userName, externalID: externalID, isActive: try active(all["active"]), values: values,
            manager: try manager(all))
    }

    /// Whoever is not said to be inactive is active. Some directories send it as a word.
    private static func active(_ value: JSON?) throws(ScimUnreadable) -> Bool {
        switch value {
        case nil, .null?: return true
        case .boolean(let flag)?: return flag
        case .string(let word)? where word.lowercased() == "true": return true
        case .string(let word)? where word.lowercased() == "false": return false
        case .string?, .integer?, .number?, .array?, .object?:
            throw ScimUnreadable(.invalidValue, "active: it is true or false.")
        }
    }

    private static func manager(_ all: ScimNames) throws(ScimUnreadable) -> String? {
        let value = ScimNames(all[ScimAttribute.enterprise]?.object ?? [:])["manager"]
        switch value {
        case nil, .null?: return nil
        case .string(let id)?: return id.isEmpty ? nil : id
        case .object(let members)?:
            let id = ScimNames(members)["value"]?.string
            return id?.isEmpty == false ? id : nil
        case .boolean?, .integer?, .number?, .array?:
            throw ScimUnreadable(.invalidValue, "manager: its value is the id of a person.")
        }
    }
}

/// Members of an object, whose names are found without regard to capitals (RFC 7643, 2.1).
struct ScimNames {
    private let members: [String: JSON]

    init(_ members: [String: JSON]) {
        self.members = Dictionary(
            members.map { ($0.key.lowercased(), $0.value) }, uniquingKeysWith: { first, _ in first })
    }

    subscript(_ name: String) -> JSON? { members[name.lowercased()] }
}

extension ScimAttribute {
    /// Its value as the personnel file would write it; nothing where there is none.
    fileprivate func text(in part: ScimNames) throws(ScimUnreadable) -> String? {
        let names = name.split(separator: ".").map(String.init)
        let value = names.count == 2 ? ScimNames(part[names[0]]?.object ?? [:])[names[1]] : part[names[0]]
        guard let value, value != .null else { return nil }
        switch (kind, value) {
        case (.text, .string(let text)), (.choice, .string(let text)): return text
        case (.flag, .boolean(let flag)): return flag ? "yes" : "no"
        case (.flag, .string(let word)) where ["true", "false"].contains(word.lowercased()):
            return word.lowercased() == "true" ? "yes" : "no"
        case (.firstOf, .array(let items)): return Self.first(of: items, telephone: column == .phone)
        default: throw ScimUnreadable(.invalidValue, "\(ScimAttribute.path(of: column)): this is no value of it.")
        }
    }

    /// The primary one, or else the first.
    private static func first(of items: [JSON], telephone: Bool) -> String? {
        let all = items.compactMap { $0.object.map(ScimNames.init) }
        let chosen = all.first { $0["primary"] == .boolean(true) } ?? all.first
        guard let text = chosen?["value"]?.string else { return nil }
        return telephone && text.hasPrefix("tel:") ? String(text.dropFirst(4)) : text
    }
}
