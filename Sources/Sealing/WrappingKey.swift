import Crypto
import Foundation

/// A key that locks the private half of an account's key at one of the doors its owner comes in by.
package struct WrappingKey: Redacted, Sendable {
    /// How the owner comes in. Bytes wrapped at one door do not open at another.
    enum Door: Sendable {
        case passphrase
        case recoveryCode
        /// The session's id as stored, so that a wrapped key copied to another session's row does not open there.
        case session(id: [UInt8])
    }

    let door: Door
    let secret: Secret

    /// Locks a secret of this account (ChaCha20-Poly1305, RFC 8439).
    /// Layout: version 1, nonce (12 bytes), ciphertext, tag (16 bytes).
    func wrap(_ content: Secret, account: String) throws -> [UInt8] {
        let box = try ChaChaPoly.seal(
            content.exposedBytes, using: secret.key, authenticating: binding(to: account).bytes)
        return [sealedLayoutVersion] + box.combined
    }

    /// Unlocks what `wrap` locked for the same account at the same door.
    func unwrap(_ bytes: [UInt8], account: String) throws(OpeningFault) -> Secret {
        let body = try sealedBody(of: bytes, atLeast: 12 + 16)
        do {
            let box = try ChaChaPoly.SealedBox(combined: body)
            let content = try ChaChaPoly.open(box, using: secret.key, authenticating: binding(to: account).bytes)
            return Secret(bytes: Array(content))
        } catch {
            throw .refused
        }
    }

    private func binding(to account: String) -> Binding {
        switch door {
        case .passphrase: Binding("account key by passphrase", account)
        case .recoveryCode: Binding("account key by recovery code", account)
        case .session(let id): Binding("account key in session", fields: [Array(account.utf8), id])
        }
    }
}
