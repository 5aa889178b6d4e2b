import Foundation

extension JSON {
    /// How deep lists and objects of a text taken from outside may nest.
    package static let deepestNesting = 16

    /// Throws where a text nests deeper than that, a list or object ends with a comma, or an object has a member twice. Found
    /// without reading it: the reader calls itself once for each level, so that a text of brackets alone could use up the stack; it
    /// lets such commas pass, which RFC 8259 does not; and of two members of one name it takes one without a word.
    static func checkOrder(of bytes: [UInt8]) throws(Unreadable) {
        var order = JSONOrder()
        for byte in bytes { try order.goOn(with: byte) }
    }
}

/// What has been seen of a text so far.
private struct JSONOrder {
    private enum Container {
        case list
        /// With the names of the members so far, the present one, and whether a name comes next.
        case object(names: Set<String>, present: String, awaitsName: Bool)
    }

    private var open: [Container] = []
    private var isEscaped = false
    private var isAfterComma = false
    /// The string that has begun, as it is written; nothing outside of one.
    private var string: [UInt8]?

    mutating func goOn(with byte: UInt8) throws(JSON.Unreadable) {
        if string != nil { return try goOnInString(with: byte) }
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): return
        case UInt8(ascii: "\""): string = []
        case UInt8(ascii: "["): open.append(.list)
        case UInt8(ascii: "{"): open.append(.object(names: [], present: "", awaitsName: true))
        case UInt8(ascii: "]"), UInt8(ascii: "}"):
            if isAfterComma { throw .notJSON }
            _ = open.popLast()
        case UInt8(ascii: ","): awaitName()
        default: break
        }
        isAfterComma = byte == UInt8(ascii: ",")
        if open.count > JSON.deepestNesting { throw .nestsTooDeep }
    }

    private mutating func goOnInString(with byte: UInt8) throws(JSON.Unreadable) {
        guard byte == UInt8(ascii: "\""), !isEscaped else {
            isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
            string?.append(byte)
            return
        }
        defer { string = nil }
        guard case .object(var names, _, awaitsName: true)? = open.last, let written = string else { return }
        let name = Self.name(written)
        let isNew = names.insert(name).inserted
        open[open.count - 1] = .object(names: names, present: name, awaitsName: false)
        if !isNew { throw .repeated(path) }
    }

    /// Where it is: the names of the members, from the top.
    private var path: String {
        let names = open.compactMap { container -> String? in
            if case .object(_, let present, _) = container { present } else { nil }
        }
        return names.joined(separator: ".")
    }

    private mutating func awaitName() {
        guard case .object(let names, let present, _)? = open.last else { return }
        open[open.count - 1] = .object(names: names, present: present, awaitsName: true)
    }

    /// The name that is meant: it may be written with escapes. What is no string is for the reader to refuse.
    private static func name(_ written: [UInt8]) -> String {
        guard written.contains(UInt8(ascii: "\\")) else { return String(decoding: written, as: UTF8.self) }
        let quoted = Data([UInt8(ascii: "\"")] + written + [UInt8(ascii: "\"")])
        return (try? JSONDecoder().decode(String.self, from: quoted)) ?? String(decoding: written, as: UTF8.self)
    }
}
