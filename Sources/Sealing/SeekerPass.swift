/// What a seeker's browser keeps in a cookie instead of the receipt, so that the receipt is typed and derived only once.
///
/// The server keeps nothing of it: the whole pass is in the cookie, sealed under a key that only the server has. Neither the
/// cookie nor the server alone opens the request.
package struct SeekerPass: Redacted, Sendable {
    /// Opens the request.
    package let key: SeekerKey
    /// The short name of the agency whose pages it is good for.
    package let agency: String
    /// When it ends, in milliseconds since 1970 UTC; at that instant it is no longer good.
    package let until: Int64

    private static let purpose = Binding("seeker pass")
    private static let keyCount = 32
    private static let numberCount = 8

    /// A pass for whoever has shown the receipt.
    ///
    /// - Parameter until: In milliseconds since 1970 UTC.
    package init(_ key: SeekerKey, agency: String, until: Int64) {
        self.key = key
        self.agency = agency
        self.until = until
    }

    /// The cookie's value in base64url; another each time. Sealed within: id, private key, end and agency.
    package func token(sealedWith keys: ServerKeys) throws -> String {
        let end = withUnsafeBytes(of: until.bigEndian) { Array($0) }
        let content = key.id + key.key.secret.exposedBytes + end + Array(agency.utf8)
        return Base64URL.encode(try keys.seekerPass.seal(content, for: Self.purpose))
    }

    /// Reads a cookie. Refuses (nil) whatever `token` has not sealed under this server's key, a pass past its end, and one that ends
    /// later than any that is made now: a clock was wrong when that was made.
    ///
    /// - Parameters:
    ///   - now: In milliseconds since 1970 UTC.
    ///   - latest: When one made now ends.
    package static func open(_ token: String, with keys: ServerKeys, now: Int64, latest: Int64 = .max) -> SeekerPass? {
        guard let sealed = Base64URL.decode(token), let content = try? keys.seekerPass.open(sealed, for: purpose) else {
            return nil
        }
        var rest = content[...]
        func next(_ count: Int) -> ArraySlice<UInt8> {
            defer { rest = rest.dropFirst(count) }
            return rest.prefix(count)
        }
        let id = Array(next(SeekerKey.idCount))
        let secret = Secret(bytes: Array(next(keyCount)))
        let until = next(numberCount).reduce(Int64(0)) { $0 << 8 | Int64($1) }
        guard let key = try? AccountKey(secret: secret), now < until, until <= latest else { return nil }
        return SeekerPass(
            SeekerKey(id: id, key: key), agency: String(decoding: rest, as: UTF8.self), until: until)
    }

    /// What every form of this seeker carries, so that another site's form is refused: 43 characters of base64url.
    package var formToken: String { Base64URL.encode(formSecret.exposedBytes) }

    /// Whether a form came from this seeker's pages; compared in constant time.
    package func accepts(formToken: String) -> Bool {
        guard let bytes = Base64URL.decode(formToken) else { return false }
        return Secret(bytes: bytes) == formSecret
    }

    private var formSecret: Secret { key.key.secret.derived(for: Binding("seeker form token", agency)) }
}
