/// The random key of one request. All content of the request is sealed under it; it is itself sealed to the seeker and to each
/// person who may open the request, and is nowhere else. With the last sealed copy deleted, the content is gone.
package struct RequestKey: Redacted, Sendable {
    static let byteCount = 32

    let secret: Secret

    /// A new key, for a new request.
    package init() {
        secret = .random(count: Self.byteCount)
    }

    init(secret: Secret) {
        self.secret = secret
    }

    /// A copy of the key for one holder: 81 bytes.
    ///
    /// - Parameters:
    ///   - request: The request; a copy moved to another request does not open.
    ///   - holder: The account's id, or `seeker`; nor does a copy moved to another holder.
    package func sealed(to key: AccountPublicKey, request: RandomId, holder: String) throws -> [UInt8] {
        try key.seal(secret.exposedBytes, for: Self.binding(request, holder))
    }

    /// The key from a holder's copy.
    ///
    /// - Throws: `OpeningFault` when key, request, holder or bytes are not those of the sealing.
    package init(
        opening sealed: [UInt8], with key: AccountKey, request: RandomId, holder: String
    ) throws(OpeningFault) {
        let bytes = try key.open(sealed, for: Self.binding(request, holder))
        guard bytes.count == Self.byteCount else { throw .notInLayout }
        secret = Secret(bytes: bytes)
    }

    /// Seals a part of the request; the same number of bytes for any content of the part.
    ///
    /// - Parameters:
    ///   - request: The request; a part moved to another request does not open.
    ///   - id: Which one of several, such as a message's id; nor does one moved to another id.
    /// - Throws: `RequestPartTooLong` for more than `part.mostBytes`.
    package func seal(
        _ content: [UInt8], as part: RequestPart, request: RandomId, id: RandomId? = nil
    ) throws -> [UInt8] {
        try secret.seal(try part.padded(content), for: Self.binding(part, request, id))
    }

    /// Opens what was sealed as the same part of the same request under the same id.
    package func open(
        _ sealed: [UInt8], as part: RequestPart, request: RandomId, id: RandomId? = nil
    ) throws(OpeningFault) -> [UInt8] {
        guard sealed.count == Secret.sealedOverhead + part.paddedCount else { throw .notInLayout }
        return try part.unpadded(try secret.open(sealed, for: Self.binding(part, request, id)))
    }

    private static func binding(_ request: RandomId, _ holder: String) -> Binding {
        Binding("request key", request.text, holder)
    }

    private static func binding(_ part: RequestPart, _ request: RandomId, _ id: RandomId?) -> Binding {
        Binding("request \(part.rawValue)", fields: [request.bytes] + (id.map { [$0.bytes] } ?? []))
    }
}
