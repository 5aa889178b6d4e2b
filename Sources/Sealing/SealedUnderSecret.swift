import Crypto

extension Secret {
    /// How many bytes sealing adds: version, nonce and tag.
    static let sealedOverhead = 1 + nonceCount + tagCount

    private static let nonceCount = 12
    private static let tagCount = 16

    /// Seals content under this secret, with a random nonce (ChaCha20-Poly1305, RFC 8439).
    /// Layout: version 1, nonce (12 bytes), ciphertext, tag (16 bytes).
    ///
    /// - Parameter purpose: What it is and whose; the same must be given to open it.
    func seal(_ content: [UInt8], for purpose: Binding) throws -> [UInt8] {
        let box = try ChaChaPoly.seal(content, using: key, authenticating: purpose.bytes)
        return [sealedLayoutVersion] + box.combined
    }

    /// Opens what `seal` sealed for the same purpose.
    func open(_ sealed: [UInt8], for purpose: Binding) throws(OpeningFault) -> [UInt8] {
        let body = try sealedBody(of: sealed, atLeast: Self.nonceCount + Self.tagCount)
        do {
            let box = try ChaChaPoly.SealedBox(combined: body)
            return Array(try ChaChaPoly.open(box, using: key, authenticating: purpose.bytes))
        } catch {
            throw .refused
        }
    }
}
