import Crypto
import Foundation

/// Where the installed page of one device takes notifications, and what they are encrypted to: what its browser gave when its
/// owner allowed them (Push API; RFC 8030, RFC 8291).
///
/// Whoever has the address can send there, so it is withheld from print.
package struct WebPushSubscription: Redacted, Sendable {
    private static let secretCount = 16

    /// The address at the browser's push service.
    package let endpoint: String
    /// The address's origin (RFC 6454), such as `https://push.example`: which push service it is. The address comes from a
    /// browser, so only post to services that the operator knows.
    package let origin: String
    /// The browser's P-256 key, uncompressed: 65 bytes.
    package let p256dh: [UInt8]
    /// The browser's authentication secret: 16 bytes.
    package let auth: [UInt8]
    let browserKey: P256.KeyAgreement.PublicKey

    /// From the browser's own form: key and secret in base64url without padding.
    package init(endpoint: String, p256dh: String, auth: String) throws(WebPushRefusal) {
        guard let key = Base64URL.decode(p256dh) else { throw .p256dh }
        guard let secret = Base64URL.decode(auth) else { throw .auth }
        try self.init(endpoint: endpoint, p256dh: key, auth: secret)
    }

    /// As stored.
    package init(endpoint: String, p256dh: [UInt8], auth: [UInt8]) throws(WebPushRefusal) {
        guard let origin = Self.origin(of: endpoint) else { throw .endpoint }
        guard let browserKey = try? P256.KeyAgreement.PublicKey(x963Representation: p256dh) else { throw .p256dh }
        guard auth.count == Self.secretCount else { throw .auth }
        self.endpoint = endpoint
        self.origin = origin
        self.p256dh = p256dh
        self.auth = auth
        self.browserKey = browserKey
    }

    /// Nil for anything but an `https` address (RFC 8030, section 8), or an `http` one that does not leave this machine; and for
    /// one with a user's name, or longer than 2000 characters.
    private static func origin(of endpoint: String) -> String? {
        guard endpoint.utf8.count <= 2000,
            let address = URLComponents(string: endpoint, encodingInvalidCharacters: false),
            let scheme = address.scheme?.lowercased(), let host = address.encodedHost?.lowercased(), !host.isEmpty,
            scheme == "https" || scheme == "http" && ["127.0.0.1", "[::1]", "localhost"].contains(host),
            address.user == nil, address.password == nil
        else { return nil }
        let usualPort = scheme == "https" ? 443 : 80
        guard let port = address.port, port != usualPort else { return "\(scheme)://\(host)" }
        return "\(scheme)://\(host):\(port)"
    }
}

/// Which field of a browser's subscription cannot be one.
package enum WebPushRefusal: Error, Equatable, Sendable, CustomStringConvertible {
    case endpoint
    case p256dh
    case auth

    package var description: String {
        switch self {
        case .endpoint: "endpoint: not the https address of a push service (RFC 8030)."
        case .p256dh: "p256dh: not an uncompressed P-256 key in base64url (RFC 8291)."
        case .auth: "auth: not 16 bytes in base64url (RFC 8291)."
        }
    }
}
