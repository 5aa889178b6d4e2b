import Crypto
import CryptoExtras
import Foundation

/// What an OpenID Connect provider says of somebody, signed with one of its keys (RFC 7515, RFC 7519). What it says is looked at
/// elsewhere; here only that the provider said it.
package struct IDToken: Sendable {
    package let issuer: String
    package let subject: String
    package let audience: [String]
    package let authorizedParty: String?
    /// In seconds since 1970 UTC.
    package let ends: Int64
    package let nonce: String?
    private let claims: Claims

    /// Reads a token in its compact form.
    ///
    /// - Parameter keys: the provider's keys, as its document has them (RFC 7517).
    /// - Throws: `IDTokenFault` unless one of the keys signed it, by RS256 or ES256 and nothing else.
    package init(_ compact: String, signedByOneOf keys: [UInt8]) throws(IDTokenFault) {
        let parts = compact.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let head = Base64URL.decode(parts[0]), let body = Base64URL.decode(parts[1]),
            let signature = Base64URL.decode(parts[2]),
            let header = try? JSONDecoder().decode(Header.self, from: Data(head)), header.crit == nil
        else { throw .unreadable }
        guard let algorithm = Algorithm(rawValue: header.alg) else { throw .otherAlgorithm }
        guard let set = try? JSONDecoder().decode(KeySet.self, from: Data(keys)) else { throw .noKeys }
        let fitting = set.keys.filter { $0.isFor(algorithm) && (header.kid == nil || $0.kid == header.kid) }
        guard !fitting.isEmpty else { throw .unknownKey }
        let signed = Data("\(parts[0]).\(parts[1])".utf8)
        guard fitting.contains(where: { $0.signed(signed, with: signature, by: algorithm) }) else { throw .forged }
        guard let claims = try? JSONDecoder().decode(Claims.self, from: Data(body)), let issuer = claims.text("iss"),
            let subject = claims.text("sub"), !subject.isEmpty, let ends = claims.number("exp")
        else { throw .unreadable }
        self.claims = claims
        (self.issuer, self.subject, self.ends) = (issuer, subject, ends)
        audience = claims.texts("aud")
        authorizedParty = claims.text("azp")
        nonce = claims.text("nonce")
    }

    /// What a claim of another name holds: a text, or a whole number as it is written.
    package func claim(_ name: String) -> String? { claims.text(name) ?? claims.number(name).map(String.init) }

    private enum Algorithm: String {
        case rs256 = "RS256"
        case es256 = "ES256"
    }

    private struct Header: Decodable {
        let alg: String
        let kid: String?
        let crit: [String]?
    }

    private struct KeySet: Decodable {
        let keys: [Key]
    }

    private struct Key: Decodable {
        let kty: String
        let kid: String?
        let use: String?
        let alg: String?
        let n: String?
        let e: String?
        let crv: String?
        let x: String?
        let y: String?

        /// A smaller RSA key than 2048 bits is none.
        private static let leastModulus = 256

        func isFor(_ algorithm: Algorithm) -> Bool {
            guard (use ?? "sig") == "sig", (alg ?? algorithm.rawValue) == algorithm.rawValue else { return false }
            switch algorithm {
            case .rs256: return kty == "RSA"
            case .es256: return kty == "EC" && crv == "P-256"
            }
        }

        func signed(_ content: Data, with signature: [UInt8], by algorithm: Algorithm) -> Bool {
            switch algorithm {
            case .rs256:
                guard let n = n.flatMap(Base64URL.decode), let e = e.flatMap(Base64URL.decode),
                    n.drop(while: { $0 == 0 }).count >= Self.leastModulus,
                    let key = try? _RSA.Signing.PublicKey(n: n, e: e)
                else { return false }
                return key.isValidSignature(
                    _RSA.Signing.RSASignature(rawRepresentation: signature), for: SHA256.hash(data: content),
                    padding: .insecurePKCS1v1_5)
            case .es256:
                guard let x = x.flatMap(Base64URL.decode), let y = y.flatMap(Base64URL.decode), x.count == 32,
                    y.count == 32, let key = try? P256.Signing.PublicKey(x963Representation: [4] + x + y),
                    let signature = try? P256.Signing.ECDSASignature(rawRepresentation: signature)
                else { return false }
                return key.isValidSignature(signature, for: content)
            }
        }
    }

    /// Claims of whatever names, of the kinds that are asked for.
    private struct Claims: Decodable, Sendable {
        private enum Value: Sendable {
            case text(String)
            case texts([String])
            case number(Int64)
        }

        private struct Name: CodingKey {
            let stringValue: String
            var intValue: Int? { nil }
            init(stringValue: String) { self.stringValue = stringValue }
            init?(intValue: Int) { nil }
        }

        private let values: [String: Value]

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Name.self)
            var values: [String: Value] = [:]
            for name in container.allKeys {
                if let text = try? container.decode(String.self, forKey: name) {
                    values[name.stringValue] = .text(text)
                } else if let texts = try? container.decode([String].self, forKey: name) {
                    values[name.stringValue] = .texts(texts)
                } else if let number = try? container.decode(Int64.self, forKey: name) {
                    values[name.stringValue] = .number(number)
                }
            }
            self.values = values
        }

        func text(_ name: String) -> String? {
            if case .text(let text)? = values[name] { return text }
            return nil
        }

        /// One or several, as the audience may be.
        func texts(_ name: String) -> [String] {
            if case .texts(let texts)? = values[name] { return texts }
            return text(name).map { [$0] } ?? []
        }

        func number(_ name: String) -> Int64? {
            if case .number(let number)? = values[name] { return number }
            return nil
        }
    }
}

/// Why a token says nothing.
package enum IDTokenFault: Error, Equatable, Sendable {
    case unreadable
    /// Signed in another way than RS256 or ES256, or not at all.
    case otherAlgorithm
    /// The provider's keys cannot be read.
    case noKeys
    /// The provider has no key of that name and kind.
    case unknownKey
    case forged
}
