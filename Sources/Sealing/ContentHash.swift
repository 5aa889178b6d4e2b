import Crypto

/// A SHA-256 value: of a pack, of an audit entry, of what an entry is about. Its text is 64 lowercase hexadecimal digits.
package struct ContentHash: Hashable, Sendable, CustomStringConvertible {
    package let bytes: [UInt8]

    /// A hash from a row. Refuses (nil) anything but 32 bytes.
    package init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    /// A hash from a file. Refuses (nil) anything but 64 lowercase hexadecimal digits.
    package init?(hex: String) {
        guard let bytes = Hex.decode(hex) else { return nil }
        self.init(bytes: bytes)
    }

    /// The hash of content.
    package init(of content: [UInt8]) {
        bytes = Array(SHA256.hash(data: content))
    }

    /// The hash of what an audit entry is about, under the entry's own salt (HMAC-SHA256). Once the salt is destroyed, nobody
    /// can find the content again by guessing.
    package init(ofPayload payload: [UInt8], salt: AuditSalt) {
        bytes = Array(HMAC<SHA256>.authenticationCode(for: payload, using: salt.secret.key))
    }

    /// The hash of content that only whoever has the key can make (HMAC-SHA256).
    init(keyed content: [UInt8], under secret: Secret) {
        bytes = Array(HMAC<SHA256>.authenticationCode(for: content, using: secret.key))
    }

    package var hex: String { Hex.encode(bytes) }
    package var description: String { hex }
}

/// The salt of one audit entry's payload hash. It is stored apart from the entry, so that it can be destroyed while the
/// chain stays whole.
package struct AuditSalt: Redacted, Sendable {
    let secret: Secret

    /// A new salt, for a new entry.
    package init() {
        secret = .random()
    }

    /// A salt from its row. Refuses (nil) anything but 32 bytes.
    package init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        secret = Secret(bytes: bytes)
    }

    /// The 32 bytes to store.
    package var bytes: [UInt8] { secret.exposedBytes }
}
