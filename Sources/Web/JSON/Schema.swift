import Program

/// What a JSON value must look like: the one source for the OpenAPI document and for checking what comes in.
///
/// An object has exactly its properties; any other member is refused.
package indirect enum Schema: Sendable, Hashable {
    case boolean
    case integer(ClosedRange<Int>)
    case string(maxLength: Int)
    /// In base64 (RFC 4648).
    case file(FileRule)
    /// `2026-11-20` (RFC 3339 full-date).
    case day
    /// `2026-11`.
    case month
    case choice([String])
    case list(of: Schema, atLeast: Int, unique: Bool)
    case object([Property])
    /// One of several objects, told apart by the member `by`, which holds the name of the variant.
    case variants(by: String, [Variant])
    /// Whatever fits at least one of them.
    case either([Schema])
    case null
    /// An object whose members another document describes.
    case anyObject

    package struct Property: Sendable, Hashable {
        package let name: String
        package let schema: Schema
        package let isRequired: Bool
        package let about: String?
        /// The clauses of the agency's policy that the member comes from.
        package let clauses: [ClauseID]
        /// Why the agency itself chose the bounds of the member, where its policy sets none.
        package let choice: String?

        package init(
            _ name: String, _ schema: Schema, required: Bool = true, about: String? = nil, clauses: [ClauseID] = [],
            choice: String? = nil
        ) {
            self.name = name
            self.schema = schema
            isRequired = required
            self.about = about
            self.clauses = clauses
            self.choice = choice
        }
    }

    package struct Variant: Sendable, Hashable {
        package let name: String
        package let about: String
        /// The clauses of the agency's policy that leave no other member.
        package let clauses: [ClauseID]
        /// Besides the member that names the variant.
        package let properties: [Property]

        package init(_ name: String, about: String, clauses: [ClauseID] = [], _ properties: [Property]) {
            self.name = name
            self.about = about
            self.clauses = clauses
            self.properties = properties
        }

        func object(by member: String) -> Schema {
            .object([Property(member, .choice([name]))] + properties)
        }
    }

    /// The most that anything counts to.
    static let largest = 1_000_000_000

    /// A random id, as paths take it.
    static let id = Schema.string(maxLength: 64)

    /// Words to show to people.
    static let words = Schema.string(maxLength: 4000)
    /// In UTC, such as `2026-11-20T18:00:00Z`.
    static let moment = Schema.string(maxLength: 20)
    /// Of a clock, such as `08:00`.
    static let time = Schema.string(maxLength: 5)
    static let passphrase = Schema.string(maxLength: 4096)
    static let count = Schema.integer(0...largest)

    package static func nullable(_ schema: Schema) -> Schema { .either([schema, .null]) }

    package static func list(of schema: Schema) -> Schema { .list(of: schema, atLeast: 0, unique: false) }

    /// Whether several answers may come.
    var isList: Bool {
        switch self {
        case .list: true
        case .either(let schemas): schemas.contains(where: \.isList)
        case .boolean, .integer, .string, .file, .day, .month, .choice, .object, .variants, .anyObject, .null: false
        }
    }

    /// JSON Schema 2020-12, as OpenAPI 3.1 uses it.
    package var document: JSON {
        switch self {
        case .boolean: ["type": "boolean"]
        case .integer(let range):
            ["type": "integer", "minimum": .integer(range.lowerBound), "maximum": .integer(range.upperBound)]
        case .string(let maxLength): ["type": "string", "maxLength": .integer(maxLength)]
        case .file(let rule): ["type": "string", "maxLength": .integer(rule.longestText)]
        case .day: ["type": "string", "format": "date"]
        case .month: ["type": "string", "pattern": .string(Schema.monthPattern)]
        case .choice(let words): ["type": "string", "enum": .array(words.map { .string($0) })]
        case .list(let item, let atLeast, let unique):
            [
                "type": "array", "items": item.document, "minItems": .integer(atLeast), "uniqueItems": .boolean(unique),
            ]
        case .object(let properties): Schema.document(of: properties)
        case .variants(let member, let variants):
            ["oneOf": .array(variants.map { $0.object(by: member).document(about: $0.about) })]
        case .either(let schemas): ["anyOf": .array(schemas.map(\.document))]
        case .null: ["type": "null"]
        case .anyObject: ["type": "object"]
        }
    }

    static let monthPattern = "^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])$"

    private func document(about: String?) -> JSON {
        guard let about else { return document }
        var members = document.object ?? [:]
        members["description"] = .string(about)
        return .object(members)
    }

    private static func document(of properties: [Property]) -> JSON {
        let members = properties.map { ($0.name, $0.schema.document(about: $0.description)) }
        return [
            "type": "object", "properties": .object(Dictionary(members, uniquingKeysWith: { first, _ in first })),
            "required": .array(properties.filter(\.isRequired).map { .string($0.name) }),
            "additionalProperties": false,
        ]
    }
}

extension Schema.Property {
    /// What it is and which clauses ask for it.
    fileprivate var description: String? {
        let clauses = clauses.isEmpty ? nil : "(\(clauses.map(\.text).joined(separator: ", ")))"
        let parts = [about, clauses].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }
}
