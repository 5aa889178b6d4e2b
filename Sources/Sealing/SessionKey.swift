/// One session: 32 random bytes that only the browser's cookie holds. Everything else about the session comes from them.
///
/// The database keeps `id` and the account's key wrapped under `wrappingKey`, so a copy of the database opens nothing, and
/// sessions survive a restart and are shared by all nodes.
package struct SessionKey: Redacted, Sendable {
    private static let byteCount = 32

    private let secret: Secret

    /// 32 bytes to store and to find the session's row by.
    package let id: [UInt8]

    private init(_ secret: Secret) {
        self.secret = secret
        id = secret.derived(for: Binding("session id")).exposedBytes
    }

    /// A new session.
    package init() { self.init(.random(count: Self.byteCount)) }

    /// Reads a cookie. Refuses (nil) whatever `token` would not have written.
    package init?(token: String) {
        guard let bytes = Base64URL.decode(token), bytes.count == Self.byteCount else { return nil }
        self.init(Secret(bytes: bytes))
    }

    /// The cookie's value: 43 characters of base64url.
    package var token: String { Base64URL.encode(secret.exposedBytes) }

    /// The key that the account's key is wrapped under in this session's row, and in no other row.
    package var wrappingKey: WrappingKey {
        WrappingKey(door: .session(id: id), secret: secret.derived(for: Binding("session wrapping key")))
    }

    /// What every form of this session carries, so that another site's form is refused: 43 characters of base64url.
    package var formToken: String { Base64URL.encode(formSecret.exposedBytes) }

    /// Whether a form came from this session's pages; compared in constant time.
    package func accepts(formToken: String) -> Bool {
        guard let bytes = Base64URL.decode(formToken) else { return false }
        return Secret(bytes: bytes) == formSecret
    }

    /// A secret of one errand to a provider and back.
    func errandSecret(_ purpose: String, _ errand: [UInt8], count: Int = 32) -> Secret {
        secret.derived(for: Binding("provider errand", fields: [Array(purpose.utf8), errand]), count: count)
    }

    private var formSecret: Secret { secret.derived(for: Binding("session form token")) }
}
