import Foundation

extension JSON {
    /// How deep lists and objects of a text taken from outside may nest.
    package static let deepestNesting = 16

    /// Whether a text nests no deeper than that, no list or object ends with a comma, and no object has a member twice. Found
    /// without reading it: the reader calls itself once for each level, so that a text of brackets alone could use up the stack; it
    /// lets such commas pass, which RFC 8259 does not; and of two members of one name it takes one without a word.
    static func isOrderly(_ bytes: [UInt8]) -> Bool {
        var order = JSONOrder()
        return bytes.allSatisfy { order.goesOn(with: $0) }
    }
}

/// What has been seen of a text so far.
private struct JSONOrder {
    private enum Container {
        case list
        /// With the names of the members so far, and whether a name comes next.
        case object(names: Set<String>, awaitsName: Bool)
    }

    private var open: [Container] = []
    private var isEscaped = false
    private var isAfterComma = false
    /// The string that has begun, as it is written; nothing outside of one.
    private var string: [UInt8]?

    /// Whether the text is still in order with this byte.
    mutating func goesOn(with byte: UInt8) -> Bool {
        if string != nil { return goesOnInString(with: byte) }
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): return true
        case UInt8(ascii: "\""): string = []
        case UInt8(ascii: "["): open.append(.list)
        case UInt8(ascii: "{"): open.append(.object(names: [], awaitsName: true))
        case UInt8(ascii: "]"), UInt8(ascii: "}"):
            if isAfterComma { return false }
            _ = open.popLast()
        case UInt8(ascii: ","): awaitName()
        default: break
        }
        isAfterComma = byte == UInt8(ascii: ",")
        return open.count <= JSON.deepestNesting
    }

    private mutating func goesOnInString(with byte: UInt8) -> Bool {
        guard byte == UInt8(ascii: "\""), !isEscaped else {
            isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
            string?.append(byte)
            return true
        }
        defer { string = nil }
        guard case .object(var names, awaitsName: true)? = open.last, let written = string else { return true }
        let isNew = names.insert(Self.name(written)).inserted
        open[open.count - 1] = .object(names: names, awaitsName: false)
        return isNew
    }

    private mutating func awaitName() {
        guard case .object(let names, _)? = open.last else { return }
        open[open.count - 1] = .object(names: names, awaitsName: true)
    }

    /// The name that is meant: it may be written with escapes. What is no string is for the reader to refuse.
    private static func name(_ written: [UInt8]) -> String {
        guard written.contains(UInt8(ascii: "\\")) else { return String(decoding: written, as: UTF8.self) }
        let quoted = Data([UInt8(ascii: "\"")] + written + [UInt8(ascii: "\"")])
        return (try? JSONDecoder().decode(String.self, from: quoted)) ?? String(decoding: written, as: UTF8.self)
    }
}
