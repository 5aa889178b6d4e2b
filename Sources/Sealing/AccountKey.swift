import Crypto
import Foundation
import Synchronization

/// The public half of an account's key: anyone may seal to it, only the account's owner opens.
package struct AccountPublicKey: Sendable, Equatable {
    private static let suite = HPKE.Ciphersuite.Curve25519_SHA256_ChachaPoly
    fileprivate static let encapsulatedCount = 32
    fileprivate static let tagCount = 16

    /// The 32 bytes as stored with the account.
    package let bytes: [UInt8]

    /// Refuses (nil) anything but 32 bytes, and the few weak points of the curve: what is sealed to those, anyone could
    /// open (RFC 9180, section 7.1.4).
    package init?(bytes: [UInt8]) {
        guard Self.foundSound.withLock({ $0.contains(bytes) }) || Self.isSound(bytes) else { return nil }
        self.bytes = bytes
    }

    /// Keys that were looked at before. Those of a whole team are asked for with every request, and looking at one costs as much as
    /// sealing to it.
    private static let foundSound = Mutex<Set<[UInt8]>>([])
    private static let mostRemembered = 20_000

    private static func isSound(_ bytes: [UInt8]) -> Bool {
        guard let key = try? Curve25519.KeyAgreement.PublicKey(rawRepresentation: bytes),
            let shared = try? Curve25519.KeyAgreement.PrivateKey().sharedSecretFromKeyAgreement(with: key),
            shared.withUnsafeBytes({ $0.contains { $0 != 0 } })
        else { return false }
        foundSound.withLock { found in
            if found.count >= mostRemembered { found.removeAll() }
            found.insert(bytes)
        }
        return true
    }

    /// The first sixteen digits of a key's SHA-256, in fours, for people to compare.
    package static func shortFingerprint(of bytes: [UInt8]) -> String {
        let digits = Array(ContentHash(of: bytes).hex.prefix(16))
        return stride(from: 0, to: 16, by: 4).map { String(digits[$0..<$0 + 4]) }.joined(separator: " ")
    }

    fileprivate init(_ key: Curve25519.KeyAgreement.PublicKey) {
        bytes = Array(key.rawRepresentation)
    }

    /// Seals content to the account (HPKE, RFC 9180: X25519, HKDF-SHA256, ChaCha20-Poly1305).
    /// Layout: version 1, encapsulated key (32 bytes), ciphertext, tag (16 bytes).
    ///
    /// - Parameter purpose: What it is and whose; the same must be given to open it.
    /// - Throws: When the cryptographic library itself fails.
    package func seal(_ content: [UInt8], for purpose: Binding) throws -> [UInt8] {
        let recipient = try Curve25519.KeyAgreement.PublicKey(rawRepresentation: bytes)
        var sender = try HPKE.Sender(recipientKey: recipient, ciphersuite: Self.suite, info: Data(purpose.bytes))
        let ciphertext = try sender.seal(content)
        return [sealedLayoutVersion] + sender.encapsulatedKey + ciphertext
    }

    fileprivate static func open(
        _ body: ArraySlice<UInt8>, with key: Curve25519.KeyAgreement.PrivateKey, for purpose: Binding
    ) throws -> [UInt8] {
        var recipient = try HPKE.Recipient(
            privateKey: key, ciphersuite: suite, info: Data(purpose.bytes),
            encapsulatedKey: Data(body.prefix(encapsulatedCount)))
        return Array(try recipient.open(body.dropFirst(encapsulatedCount)))
    }
}

/// The X25519 pair of one staff account, or of one receipt (`SeekerKey`). Its private half exists in the clear only while its
/// owner is at work.
package struct AccountKey: Redacted, Sendable {
    private let key: Curve25519.KeyAgreement.PrivateKey

    /// A new pair, for a new account.
    package init() {
        key = Curve25519.KeyAgreement.PrivateKey()
    }

    /// The private half, from where it was wrapped.
    ///
    /// - Throws: `OpeningFault` when the key, the door, the account or the bytes are not those of the wrapping.
    package init(unwrapping bytes: [UInt8], under wrapping: WrappingKey, account: String) throws(OpeningFault) {
        try self.init(secret: try wrapping.unwrap(bytes, account: account))
    }

    /// The pair whose private half is these 32 bytes: always the same pair for the same secret.
    init(secret: Secret) throws(OpeningFault) {
        do {
            key = try Curve25519.KeyAgreement.PrivateKey(rawRepresentation: secret.exposedBytes)
        } catch {
            throw .notInLayout
        }
    }

    package var publicKey: AccountPublicKey { AccountPublicKey(key.publicKey) }

    /// The private half locked at one of the owner's doors, as stored: 61 bytes. A change of passphrase wraps it anew.
    package func wrapped(under wrapping: WrappingKey, account: String) throws -> [UInt8] {
        try wrapping.wrap(secret, account: account)
    }

    /// Opens what was sealed to the public half for the same purpose.
    package func open(_ sealed: [UInt8], for purpose: Binding) throws(OpeningFault) -> [UInt8] {
        let body = try sealedBody(
            of: sealed, atLeast: AccountPublicKey.encapsulatedCount + AccountPublicKey.tagCount)
        do {
            return try AccountPublicKey.open(body, with: key, for: purpose)
        } catch {
            throw .refused
        }
    }

    /// The key that names the owner's draft sheets.
    package var sheetKey: SheetKey { SheetKey(secret: secret.derived(for: Binding("sheet key"))) }

    /// The private half.
    var secret: Secret { Secret(bytes: Array(key.rawRepresentation)) }
}
