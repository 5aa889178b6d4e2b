import Crypto

/// What the database knows of a key of the server: enough to tell whether a file holds the same key, and nothing that helps
/// anybody to guess it or to recognise it elsewhere.
///
/// It is the code (HMAC-SHA256) that the key itself makes of a fixed label with the name of its file. The keys are 32 random bytes,
/// so there is nothing to try.
package struct KeyFingerprint: Sendable, Hashable {
    package let bytes: [UInt8]

    /// As stored.
    package init(bytes: [UInt8]) { self.bytes = bytes }

    init(of key: Secret, as file: ServerKeyFile) {
        let label = Binding("fingerprint of a server key", file.rawValue)
        bytes = Array(HMAC<SHA256>.authenticationCode(for: label.bytes, using: key.key))
    }

    /// Its first twelve digits, for people who compare two servers.
    package var short: String { String(Hex.encode(bytes).prefix(12)) }
}
