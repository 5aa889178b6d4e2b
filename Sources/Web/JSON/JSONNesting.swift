extension JSON {
    /// How deep lists and objects of a text taken from outside may nest.
    package static let deepestNesting = 16

    /// Whether a text nests no deeper than that, and no list or object ends with a comma. Found without reading it: the
    /// reader calls itself once for each level, so that a text of brackets alone could use up the stack, and it lets such
    /// commas pass, which RFC 8259 does not.
    static func isOrderly(_ bytes: [UInt8]) -> Bool {
        var depth = 0
        var isInString = false
        var isEscaped = false
        var isAfterComma = false
        for byte in bytes {
            if isInString {
                isInString = isEscaped || byte != UInt8(ascii: "\"")
                isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
                continue
            }
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): continue
            case UInt8(ascii: "\""): isInString = true
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                depth += 1
                if depth > deepestNesting { return false }
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                if isAfterComma { return false }
                depth -= 1
            default: break
            }
            isAfterComma = byte == UInt8(ascii: ",")
        }
        return true
    }
}
