import Crypto
import Foundation

/// The key by which push services know this server (VAPID, RFC 8292). Browsers tie each subscription to its public half, so
/// with a new key everybody has to allow notifications again.
package struct VAPIDKey: Redacted, Sendable {
    private let key: P256.Signing.PrivateKey

    /// Twelve hours; RFC 8292 allows no more than a day (section 2).
    private static let secondsGood: Int64 = 12 * 60 * 60

    /// Refuses (nil) anything but the 32 bytes of a P-256 private key.
    package init?(bytes: [UInt8]) {
        guard let key = try? P256.Signing.PrivateKey(rawRepresentation: bytes) else { return nil }
        self.key = key
    }

    /// The bytes of a new key.
    static func draw() -> Secret { Secret(bytes: Array(P256.Signing.PrivateKey().rawRepresentation)) }

    /// What a page gives the browser as `applicationServerKey`: the uncompressed public half in base64url.
    package var publicText: String { Base64URL.encode(Array(key.publicKey.x963Representation)) }

    /// The value of the `Authorization` header of a post to the subscription's endpoint: a token signed for that push service
    /// alone (ES256, RFC 7515), good for twelve hours.
    ///
    /// - Parameters:
    ///   - contact: Whom the push service can reach about this server, as a `mailto:` or `https:` address (section 2.1): the
    ///     operator, never a person who gets notifications.
    ///   - now: In milliseconds since 1970 UTC.
    package func authorization(
        for subscription: WebPushSubscription, contact: String, now: Int64
    ) throws -> String {
        let claims = Claims(aud: subscription.origin, exp: now / 1000 + Self.secondsGood, sub: contact)
        let parts = [try CanonicalJSON.line(Header()), try CanonicalJSON.line(claims)]
        let signed = parts.map { Base64URL.encode(Array($0.utf8)) }.joined(separator: ".")
        let signature = Array(try key.signature(for: Array(signed.utf8)).rawRepresentation)
        return "vapid t=\(signed).\(Base64URL.encode(signature)), k=\(publicText)"
    }

    private struct Header: Encodable {
        let alg = "ES256"
        let typ = "JWT"
    }

    private struct Claims: Encodable {
        let aud: String
        let exp: Int64
        let sub: String
    }
}
