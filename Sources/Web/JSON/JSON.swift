import Foundation

/// A JSON value (RFC 8259). Written with sorted keys, so that equal values are equal bytes.
package enum JSON: Sendable, Hashable {
    case null
    case boolean(Bool)
    case integer(Int)
    case number(Double)
    case string(String)
    case array([JSON])
    case object([String: JSON])

    /// Nothing where the bytes cannot be read as JSON.
    package init?(bytes: [UInt8]) {
        do throws(Unreadable) { try self.init(reading: bytes) } catch { return nil }
    }

    /// Reads the bytes, or tells why they cannot be read.
    package init(reading bytes: [UInt8]) throws(Unreadable) {
        guard String(validating: bytes, as: UTF8.self) != nil else { throw .notUTF8 }
        guard !bytes.contains(0) else { throw .holdsZero }
        try JSON.checkOrder(of: bytes)
        guard let value = try? JSONDecoder().decode(JSON.self, from: Data(bytes)) else { throw .notJSON }
        self = value
    }

    /// Why bytes cannot be read.
    package enum Unreadable: Error, Equatable {
        case notUTF8
        case holdsZero
        case notJSON
        case nestsTooDeep
        /// An object has a member twice: which, by its path from the top.
        case repeated(String)
    }

    package var bytes: [UInt8] {
        var text = ""
        write(to: &text)
        return Array(text.utf8)
    }

    package subscript(key: String) -> JSON? {
        if case .object(let members) = self { members[key] } else { nil }
    }

    package var string: String? {
        if case .string(let text) = self { text } else { nil }
    }

    package var integer: Int? {
        if case .integer(let number) = self { number } else { nil }
    }

    package var array: [JSON]? {
        if case .array(let items) = self { items } else { nil }
    }

    package var object: [String: JSON]? {
        if case .object(let members) = self { members } else { nil }
    }

    private func write(to text: inout String) {
        switch self {
        case .null: text += "null"
        case .boolean(let flag): text += flag ? "true" : "false"
        case .integer(let number): text += String(number)
        case .number(let number): text += number.isFinite ? String(number) : "null"
        case .string(let words): JSON.write(words, to: &text)
        case .array(let items):
            text += "["
            for (index, item) in items.enumerated() {
                if index > 0 { text += "," }
                item.write(to: &text)
            }
            text += "]"
        case .object(let members):
            text += "{"
            for (index, member) in members.sorted(by: { $0.key < $1.key }).enumerated() {
                if index > 0 { text += "," }
                JSON.write(member.key, to: &text)
                text += ":"
                member.value.write(to: &text)
            }
            text += "}"
        }
    }

    private static func write(_ words: String, to text: inout String) {
        text += "\""
        for scalar in words.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\u{0}"..."\u{1F}":
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}

extension JSON: Decodable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        // In the order of how often each comes: every guess that fails costs the making of an error.
        if container.decodeNil() {
            self = .null
        } else if let words = try? container.decode(String.self) {
            self = .string(words)
        } else if let members = try? container.decode([String: JSON].self) {
            self = .object(members)
        } else if let items = try? container.decode([JSON].self) {
            self = .array(items)
        } else if let flag = try? container.decode(Bool.self) {
            self = .boolean(flag)
        } else if let number = try? container.decode(Int.self) {
            self = .integer(number)
        } else {
            self = .number(try container.decode(Double.self))
        }
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    package init(stringLiteral words: String) { self = .string(words) }
    package init(integerLiteral number: Int) { self = .integer(number) }
    package init(booleanLiteral flag: Bool) { self = .boolean(flag) }
    package init(arrayLiteral items: JSON...) { self = .array(items) }
    package init(dictionaryLiteral members: (String, JSON)...) {
        self = .object(Dictionary(members, uniquingKeysWith: { _, last in last }))
    }

    /// The words, or JSON's null.
    package init(_ words: String?) { self = words.map { .string($0) } ?? .null }
    package init(_ number: Int?) { self = number.map { .integer($0) } ?? .null }
}
