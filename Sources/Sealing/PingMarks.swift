/// Names what somebody of an agency was told about, so that nobody is told twice and the database alone does not tell what it was:
/// whoever has an id from another row of it cannot try whether it is that.
package struct PingMarks: Redacted, Sendable {
    private let key: Secret

    init(_ key: Secret) { self.key = key }

    /// 32 bytes, the same for the same words (HKDF-SHA256 under a key of the server's).
    package func mark(_ words: String) -> [UInt8] { key.derived(for: Binding("ping", words)).exposedBytes }
}

extension ServerKeys {
    package func pingMarks(of agency: String) -> PingMarks {
        PingMarks(seekerPass.derived(for: Binding("ping marks", agency)))
    }
}
