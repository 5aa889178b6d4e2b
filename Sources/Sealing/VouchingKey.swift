import Crypto

/// The key by which the server knows again what it wrote into an audit chain about an account's key and roles.
///
/// Whoever has the database alone can neither make such a digest nor use one elsewhere: it holds for one installation, one agency,
/// one subject and one place in the chain.
package struct VouchingKey: Redacted, Sendable {
    private let secret: Secret

    init(secret: Secret) {
        self.secret = secret
    }

    /// The digest that stands in an entry instead of a salted one (HMAC-SHA256). It has no salt that could be destroyed, so it can be
    /// compared as long as the entry stands.
    ///
    /// - Parameters:
    ///   - fields: what is vouched for, in a fixed order.
    ///   - number: the entry's place in the agency's chain.
    package func digest(
        of fields: [String?], subject: String, agency: String, number: Int64
    ) -> ContentHash {
        var canonical = CanonicalBytes()
        canonical.append(text: "peersupport vouched for")
        canonical.append(byte: 1)
        canonical.append(text: agency)
        canonical.append(text: subject)
        canonical.append(number: number)
        for field in fields { canonical.append(optionalText: field) }
        return ContentHash(keyed: canonical.bytes, under: secret)
    }
}
