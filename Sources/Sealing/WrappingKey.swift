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

    /// Locks a secret of this account.
    func wrap(_ content: Secret, account: String) throws -> [UInt8] {
        try secret.seal(content.exposedBytes, for: binding(to: account))
    }

    /// Unlocks what `wrap` locked for the same account at the same door.
    func unwrap(_ bytes: [UInt8], account: String) throws(OpeningFault) -> Secret {
        Secret(bytes: try secret.open(bytes, for: binding(to: account)))
    }

    private func binding(to account: String) -> Binding {
        switch door {
        case .passphrase: Binding("account key by passphrase", account)
        case .recoveryCode: Binding("account key by recovery code", account)
        case .session(let id): Binding("account key in session", fields: [Array(account.utf8), id])
        }
    }
}
