import Crypto
import Foundation

/// Where an agency's chain stood on a day: what the operator keeps elsewhere, to show later that nothing before was changed.
package struct Checkpoint: Equatable, Sendable {
    package let head: AuditHead
    /// The day as `2026-03-31`, in the agency's time zone.
    package let day: String
    /// When it was made, in milliseconds since 1970 UTC.
    package let at: Int64

    package init(head: AuditHead, day: String, at: Int64) {
        self.head = head
        self.day = day
        self.at = at
    }

    /// The bytes that are signed: a heading, version 1, agency, sequence, hash, day and time in their `CanonicalBytes` forms.
    fileprivate var encoding: [UInt8] {
        var canonical = CanonicalBytes()
        canonical.append(text: "peersupport audit checkpoint")
        canonical.append(byte: 1)
        canonical.append(text: head.agency)
        canonical.append(number: head.sequence)
        canonical.append(field: head.hash.bytes)
        canonical.append(text: day)
        canonical.append(number: at)
        return canonical.bytes
    }
}

/// A checkpoint with a signature, which may be right or wrong until `isSigned` says so.
package struct SignedCheckpoint: Equatable, Sendable {
    package let checkpoint: Checkpoint
    let signature: [UInt8]

    /// Whether this key signed exactly this checkpoint (Ed25519, RFC 8032).
    package func isSigned(by key: AuditPublicKey) -> Bool {
        key.key.isValidSignature(signature, for: checkpoint.encoding)
    }

    /// The file form: one line of JSON with sorted keys and a line feed.
    package func fileForm() throws -> String {
        try CanonicalJSON.line(
            Form(
                agency: checkpoint.head.agency, at: checkpoint.at, day: checkpoint.day, hash: checkpoint.head.hash.hex,
                sequence: checkpoint.head.sequence, signature: Hex.encode(signature))) + "\n"
    }

    /// Reads the file form. Refuses (nil) whatever `fileForm` would not have written, to the byte.
    package init?(fileForm text: String) {
        guard let form = try? JSONDecoder().decode(Form.self, from: Data(text.utf8)),
            let hash = ContentHash(hex: form.hash), let signature = Hex.decode(form.signature)
        else { return nil }
        let head = AuditHead(agency: form.agency, sequence: form.sequence, hash: hash)
        self.init(checkpoint: Checkpoint(head: head, day: form.day, at: form.at), signature: signature)
        guard let rewritten = try? fileForm(), rewritten.utf8.elementsEqual(text.utf8) else { return nil }
    }

    fileprivate init(checkpoint: Checkpoint, signature: [UInt8]) {
        self.checkpoint = checkpoint
        self.signature = signature
    }

    private struct Form: Codable {
        let agency: String
        let at: Int64
        let day: String
        let hash: String
        let sequence: Int64
        let signature: String
    }
}

/// The key that signs checkpoints.
package struct AuditSigningKey: Redacted, Sendable {
    private let key: Curve25519.Signing.PrivateKey

    /// Refuses (nil) anything but 32 bytes.
    package init?(bytes: [UInt8]) {
        guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: bytes) else { return nil }
        self.key = key
    }

    package var publicKey: AuditPublicKey { AuditPublicKey(key: key.publicKey) }

    /// Signs a checkpoint (Ed25519).
    package func sign(_ checkpoint: Checkpoint) throws -> SignedCheckpoint {
        SignedCheckpoint(checkpoint: checkpoint, signature: Array(try key.signature(for: checkpoint.encoding)))
    }
}

/// What anyone needs to check checkpoints. It is published; its text is 64 lowercase hexadecimal digits.
package struct AuditPublicKey: Sendable {
    fileprivate let key: Curve25519.Signing.PublicKey

    fileprivate init(key: Curve25519.Signing.PublicKey) {
        self.key = key
    }

    /// Refuses (nil) anything but 64 lowercase hexadecimal digits.
    package init?(hex: String) {
        guard let bytes = Hex.decode(hex), let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes) else {
            return nil
        }
        self.key = key
    }

    package var hex: String { Hex.encode(key.rawRepresentation) }
}
