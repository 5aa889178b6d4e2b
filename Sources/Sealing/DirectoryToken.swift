/// What an agency's directory shows to push its changes: 32 random bytes, told once when they are made. The database keeps what they
/// are found by, which does not give them back.
package struct DirectoryToken: Redacted, Sendable {
    private static let byteCount = 32

    private let secret: Secret

    /// A new one.
    package init() { secret = .random(count: Self.byteCount) }

    /// Reads what a program sends. Refuses (nil) whatever `text` would not have written.
    package init?(text: String) {
        guard let bytes = Base64URL.decode(text), bytes.count == Self.byteCount else { return nil }
        secret = Secret(bytes: bytes)
    }

    /// As it is told once: 43 characters of base64url.
    package var text: String { Base64URL.encode(secret.exposedBytes) }

    /// 32 bytes to store and to find its row by.
    package var storedId: [UInt8] { secret.derived(for: Binding("directory token id")).exposedBytes }
}
