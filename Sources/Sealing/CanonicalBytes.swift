/// One unambiguous byte form for a list of fields: each field carries its length, so no two lists share a form.
///
/// Text and bytes: four bytes of length (big-endian), then the bytes (text in UTF-8). Numbers: eight bytes, big-endian, two's
/// complement. An optional text: one byte 0 or 1, then the text if there is one. A list: four bytes of count, then its texts.
struct CanonicalBytes: Sendable {
    private(set) var bytes: [UInt8] = []

    mutating func append(byte: UInt8) {
        bytes.append(byte)
    }

    mutating func append(number: Int64) {
        withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func append(field: [UInt8]) {
        append(count: field.count)
        bytes.append(contentsOf: field)
    }

    mutating func append(text: String) {
        append(field: Array(text.utf8))
    }

    mutating func append(optionalText: String?) {
        append(byte: optionalText == nil ? 0 : 1)
        if let optionalText { append(text: optionalText) }
    }

    mutating func append(texts: [String]) {
        append(count: texts.count)
        for text in texts { append(text: text) }
    }

    private mutating func append(count: Int) {
        withUnsafeBytes(of: UInt32(count).bigEndian) { bytes.append(contentsOf: $0) }
    }
}
