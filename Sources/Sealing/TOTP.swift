import Crypto
import Foundation

/// The second factor: a secret shared with an authenticator app, which shows six new digits every 30 seconds (RFC 6238 with
/// SHA-1, the only form every app knows).
package struct TOTPSecret: Redacted, Sendable {
    private static let byteCount = 20
    private static let secondsPerStep: Int64 = 30

    private let secret: Secret

    /// A new secret, for enrolment.
    package init() {
        secret = .random(count: Self.byteCount)
    }

    /// A secret from elsewhere; refuses (nil) fewer than the 16 bytes that RFC 4226 requires.
    package init?(bytes: [UInt8]) {
        guard bytes.count >= 16 else { return nil }
        secret = Secret(bytes: bytes)
    }

    /// A secret as ``base32`` writes it. Refuses (nil) any other text, and fewer than 16 bytes.
    package init?(base32 text: String) {
        guard let bytes = Base32.standard.decode(text) else { return nil }
        self.init(bytes: bytes)
    }

    /// The secret for typing into an app that cannot read the square code.
    package var base32: String { Base32.standard.encode(secret.exposedBytes) }

    /// The `otpauth://` address behind the square code.
    ///
    /// - Parameters:
    ///   - issuer: Whose login this is, as the app shall show it.
    ///   - login: The account's login name.
    package func uri(issuer: String, login: String) -> String {
        let shownIssuer = Self.escaped(issuer)
        return "otpauth://totp/\(shownIssuer):\(Self.escaped(login))"
            + "?secret=\(base32)&issuer=\(shownIssuer)&algorithm=SHA1&digits=6&period=30"
    }

    /// Compares typed digits with the step of the moment, the one before and the one after.
    ///
    /// - Parameters:
    ///   - typed: As typed; spaces are ignored.
    ///   - seconds: Now, in seconds since 1970 UTC.
    ///   - lastUsedStep: The step of the last code this account used; that one and earlier ones are refused. One that is still to
    ///     come was used by a clock that was wrong, and says nothing.
    package func check(_ typed: String, at seconds: Int64, lastUsedStep: Int64?) -> TOTPCheck {
        let digits = Secret(bytes: Array(typed.filter { !$0.isWhitespace }.utf8))
        let now = seconds / Self.secondsPerStep
        let matching = [now, now - 1, now + 1].filter { Secret(bytes: Array(code(ofStep: $0).utf8)) == digits }
        guard !matching.isEmpty else { return .wrong }
        let used = lastUsedStep.flatMap { $0 > now + 1 ? nil : $0 } ?? .min
        guard let unused = matching.first(where: { $0 > used }) else { return .alreadyUsed }
        return .right(step: unused)
    }

    /// The six digits of a step of 30 seconds since 1970 UTC (RFC 4226, section 5.3).
    package func code(ofStep step: Int64) -> String {
        var counter = CanonicalBytes()
        counter.append(number: step)
        let mac = Array(HMAC<Insecure.SHA1>.authenticationCode(for: counter.bytes, using: secret.key))
        let offset = Int(mac[19] & 15)
        let number = mac[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let digits = String(number % 1_000_000)
        return String(repeating: "0", count: 6 - digits.count) + digits
    }

    /// The secret sealed to the account's own key, as stored: the second factor opens only after the first.
    package func sealed(to key: AccountPublicKey, account: String) throws -> [UInt8] {
        try key.seal(secret.exposedBytes, for: Self.purpose(account))
    }

    /// The secret from its row.
    ///
    /// - Throws: `OpeningFault` when key, account or bytes are not those of the sealing.
    package init(opening sealed: [UInt8], with key: AccountKey, account: String) throws(OpeningFault) {
        let bytes = try key.open(sealed, for: Self.purpose(account))
        guard let opened = TOTPSecret(bytes: bytes) else { throw .notInLayout }
        self = opened
    }

    private static func purpose(_ account: String) -> Binding {
        Binding("totp secret", account)
    }

    /// Percent-encoding of everything but RFC 3986's unreserved characters.
    private static func escaped(_ text: String) -> String {
        let unreserved = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)
        return text.utf8.map { byte in
            unreserved.contains(byte)
                ? String(UnicodeScalar(byte)) : "%" + Hex.encode([byte]).uppercased()
        }.joined()
    }
}

/// The answer to six typed digits.
package enum TOTPCheck: Equatable, Sendable {
    /// Store the step as the account's last used one, in the same transaction as the login.
    case right(step: Int64)
    case wrong
    /// Right, but used before: wait for the next digits.
    case alreadyUsed
}
