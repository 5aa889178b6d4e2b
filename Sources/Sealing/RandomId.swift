/// The id of a row: 16 random bytes, so that ids tell neither order nor number.
///
/// Its text is 26 characters of lowercase base32 (RFC 4648) without padding, fit for URLs and for a TEXT column.
package struct RandomId: Hashable, Sendable, CustomStringConvertible {
    package let bytes: [UInt8]

    /// A new id.
    package init() {
        bytes = randomBytes(count: 16)
    }

    /// An id made elsewhere, such as a sheet's. Refuses (nil) anything but 16 bytes.
    package init?(bytes: [UInt8]) {
        guard bytes.count == 16 else { return nil }
        self.bytes = bytes
    }

    /// Reads an id from a URL or a row. Refuses (nil) whatever `text` would not have written.
    package init?(text: String) {
        guard let bytes = Base32.lowercase.decode(text) else { return nil }
        self.init(bytes: bytes)
    }

    package var text: String { Base32.lowercase.encode(bytes) }
    package var description: String { text }
}
