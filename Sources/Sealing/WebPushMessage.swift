import Crypto
import Foundation

/// The sender of one notification: a pair and a salt for it alone. It cannot be copied, and encrypting uses it up.
package struct WebPushSender: ~Copyable, Sendable {
    static let saltCount = 16

    let senderKey: P256.KeyAgreement.PrivateKey
    let salt: [UInt8]

    /// New, for one notification.
    package init() {
        senderKey = P256.KeyAgreement.PrivateKey()
        salt = randomBytes(count: Self.saltCount)
    }

    /// From elsewhere, such as a worked example. Nil for anything but a P-256 private key and 16 bytes.
    package init?(senderKey: [UInt8], salt: [UInt8]) {
        guard let key = try? P256.KeyAgreement.PrivateKey(rawRepresentation: senderKey), salt.count == Self.saltCount
        else { return nil }
        self.senderKey = key
        self.salt = salt
    }
}

extension WebPushSubscription {
    /// How large every notification is before encryption, so that its size tells the push service nothing.
    package static let paddedCount = 1024
    /// The most that every push service takes (RFC 8030, section 7.2), and what the one record says of its size (RFC 8188,
    /// section 2.1).
    private static let mostBodyBytes: UInt32 = 4096
    /// Salt, record size, length of the sender's public key and that key; after the content, the tag.
    private static let overhead = WebPushSender.saltCount + 4 + 1 + 65 + 16
    /// Ends the content of the last record (RFC 8188, section 2).
    private static let endOfContent: UInt8 = 2

    /// The body of the post to `endpoint`, which goes with `Content-Encoding: aes128gcm` (RFC 8291; one record by RFC 8188).
    ///
    /// - Parameters:
    ///   - content: What the page's worker is to read.
    ///   - paddedCount: The bytes of content and padding together.
    /// - Throws: `WebPushTooLong` when the content does not leave one byte of `paddedCount`, or no push service would take it.
    package func encrypt(
        _ content: [UInt8], by sender: consuming WebPushSender = WebPushSender(), paddedCount: Int = paddedCount
    ) throws -> [UInt8] {
        guard content.count < paddedCount, paddedCount + Self.overhead <= Self.mostBodyBytes else {
            throw WebPushTooLong()
        }
        let senderPublic = Array(sender.senderKey.publicKey.x963Representation)
        let agreed = try sender.senderKey.sharedSecretFromKeyAgreement(with: browserKey)
        let secret = agreed.hkdfDerivedSymmetricKey(
            using: SHA256.self, salt: auth, sharedInfo: Array("WebPush: info\0".utf8) + p256dh + senderPublic,
            outputByteCount: 32)

        let key = Self.derived(from: secret, sender.salt, "Content-Encoding: aes128gcm\0", count: 16)
        let nonce = Self.derived(from: secret, sender.salt, "Content-Encoding: nonce\0", count: 12)
        let padding = [UInt8](repeating: 0, count: paddedCount - content.count - 1)
        let record = try AES.GCM.seal(
            content + [Self.endOfContent] + padding, using: key,
            nonce: try AES.GCM.Nonce(data: nonce.withUnsafeBytes { Array($0) }))

        let size = withUnsafeBytes(of: Self.mostBodyBytes.bigEndian) { Array($0) }
        let header = sender.salt + size + [UInt8(senderPublic.count)] + senderPublic
        return header + record.ciphertext + record.tag
    }

    private static func derived(
        from secret: SymmetricKey, _ salt: [UInt8], _ info: String, count: Int
    ) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: secret, salt: salt, info: Array(info.utf8), outputByteCount: count)
    }
}

/// A notification that does not fit its fixed size.
package struct WebPushTooLong: Error, Equatable, Sendable, CustomStringConvertible {
    package var description: String { "The notification is too long for its fixed size." }
}
