import Foundation
import Program
import Web

/// Checks values against JSON Schema 2020-12 as the OpenAPI document writes it, for what a reader of the document would
/// conclude, whatever the server's own check says.
struct JSONSchema {
    let document: JSON

    /// Every way in which the value is not what the schema says; a keyword that is not known here is one too.
    func problems(with value: JSON, _ schema: JSON, at path: String = "$") -> [String] {
        (schema.object ?? [:]).flatMap { keyword, rule in
            problems(with: value, keyword, rule, in: schema, at: path)
        }
    }

    private func problems(
        with value: JSON, _ keyword: String, _ rule: JSON, in schema: JSON, at path: String
    ) -> [String] {
        func wrong(unless holds: Bool) -> [String] { holds ? [] : ["\(path): \(keyword) \(rule.words)"] }
        switch keyword {
        case "description", "properties": return []
        case "$ref": return problems(with: value, resolved(rule), at: path)
        case "type":
            let names = rule.array?.compactMap(\.string) ?? [rule.string ?? ""]
            return wrong(unless: names.contains(value.typeName))
        case "enum": return wrong(unless: rule.array?.contains(value) == true)
        case "minimum": return wrong(unless: value.integer.map { $0 >= rule.integer ?? .max } ?? true)
        case "maximum": return wrong(unless: value.integer.map { $0 <= rule.integer ?? .min } ?? true)
        case "maxLength":
            return wrong(unless: value.string.map { $0.unicodeScalars.count <= rule.integer ?? 0 } ?? true)
        case "pattern":
            let isFound = value.string.map { $0.range(of: rule.string ?? "", options: .regularExpression) != nil }
            return wrong(unless: isFound ?? true)
        case "format": return wrong(unless: rule == "date" && (value.string.map { Day($0) != nil } ?? true))
        case "minItems": return wrong(unless: value.array.map { $0.count >= rule.integer ?? .max } ?? true)
        case "uniqueItems": return wrong(unless: rule == false || value.array.map { Set($0).count == $0.count } ?? true)
        case "items":
            return (value.array ?? []).enumerated().flatMap { problems(with: $1, rule, at: "\(path)[\($0)]") }
        case "required":
            return wrong(unless: (rule.array ?? []).allSatisfy { value[$0.string ?? ""] != nil || value.object == nil })
        case "additionalProperties":
            let known = schema["properties"]?.object ?? [:]
            return (value.object ?? [:]).flatMap { name, member in
                known[name].map { problems(with: member, $0, at: "\(path).\(name)") } ?? ["\(path).\(name): unknown"]
            }
        case "anyOf":
            return wrong(unless: (rule.array ?? []).contains { problems(with: value, $0, at: path).isEmpty })
        case "oneOf":
            return wrong(unless: (rule.array ?? []).count { problems(with: value, $0, at: path).isEmpty } == 1)
        default: return ["\(path): the keyword \(keyword) is not known"]
        }
    }

    private func resolved(_ reference: JSON) -> JSON {
        let names = (reference.string ?? "").split(separator: "/").dropFirst().map(String.init)
        return names.reduce(document) { $0[$1] ?? .null }
    }
}

extension JSON {
    var words: String { String(decoding: bytes, as: UTF8.self) }

    fileprivate var typeName: String {
        switch self {
        case .null: "null"
        case .boolean: "boolean"
        case .integer: "integer"
        case .number: "number"
        case .string: "string"
        case .array: "array"
        case .object: "object"
        }
    }
}
