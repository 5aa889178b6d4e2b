/// One errand of somebody to the OpenID Connect provider of their agency and back. All of it comes from their session, so the server
/// keeps nothing of it, any node takes it up, and it is worth nothing in another browser.
package struct ProviderErrand: Redacted, Sendable {
    private static let markCount = 16
    private static let endCount = 8
    private static let proofCount = 16

    /// Goes to the provider and comes back: 40 bytes in base64url.
    package let state: String
    /// The provider puts it into the token.
    package let nonce: String
    /// Shown only with the code (RFC 7636): 43 characters.
    package let verifier: String
    /// When it ends, in milliseconds since 1970 UTC.
    package let until: Int64

    /// What goes to the provider first, in place of the verifier (RFC 7636, S256).
    package var challenge: String { Base64URL.encode(ContentHash(of: Array(verifier.utf8)).bytes) }

    /// Begins one.
    ///
    /// - Parameter until: in milliseconds since 1970 UTC.
    package init(of session: SessionKey, until: Int64) {
        self.init(of: session, mark: randomBytes(count: Self.markCount), until: until)
    }

    /// Takes one up that came back. Refuses (nil) a state that this session did not begin, and one past its end.
    ///
    /// - Parameter now: in milliseconds since 1970 UTC.
    package init?(state: String, of session: SessionKey, now: Int64) {
        guard let bytes = Base64URL.decode(state), bytes.count == Self.markCount + Self.endCount + Self.proofCount
        else { return nil }
        let mark = Array(bytes.prefix(Self.markCount))
        let until = bytes[Self.markCount..<Self.markCount + Self.endCount].reduce(Int64(0)) { $0 << 8 | Int64($1) }
        let begun = ProviderErrand(of: session, mark: mark, until: until)
        guard Secret(bytes: Array(state.utf8)) == Secret(bytes: Array(begun.state.utf8)), now < until else {
            return nil
        }
        self = begun
    }

    private init(of session: SessionKey, mark: [UInt8], until: Int64) {
        let end = withUnsafeBytes(of: until.bigEndian) { Array($0) }
        let proof = session.errandSecret("state", mark + end, count: Self.proofCount)
        state = Base64URL.encode(mark + end + proof.exposedBytes)
        nonce = Base64URL.encode(session.errandSecret("nonce", mark + end).exposedBytes)
        verifier = Base64URL.encode(session.errandSecret("verifier", mark + end).exposedBytes)
        self.until = until
    }
}

/// Whom of a provider's people an account is linked with, sealed to the account's own key: it opens only after the passphrase.
package enum SealedSubject {
    package static func seal(
        issuer: String, subject: String, to key: AccountPublicKey, account: String
    ) throws -> [UInt8] {
        try key.seal(Array("\(issuer)\n\(subject)".utf8), for: purpose(account))
    }

    /// - Throws: `OpeningFault` when key, account or bytes are not those of the sealing.
    package static func open(
        _ sealed: [UInt8], with key: AccountKey, account: String
    ) throws(OpeningFault) -> (issuer: String, subject: String) {
        let text = String(decoding: try key.open(sealed, for: purpose(account)), as: UTF8.self)
        guard let end = text.firstIndex(of: "\n") else { throw .notInLayout }
        return (String(text[..<end]), String(text[text.index(after: end)...]))
    }

    private static func purpose(_ account: String) -> Binding { Binding("agency sign-in", account) }
}
