extension ServerKeys {
    private static let shownOnce = Binding("shown once")
    private static let numberCount = 8

    /// Seals words that one browser shows once, for as long as they may be shown: base64url, another each time.
    ///
    /// - Parameter until: in milliseconds since 1970 UTC.
    package func sealShownOnce(_ words: String, until: Int64) throws -> String {
        let end = withUnsafeBytes(of: until.bigEndian) { Array($0) }
        return Base64URL.encode(try seekerPass.seal(end + Array(words.utf8), for: Self.shownOnce))
    }

    /// Nothing where this server's key did not seal it, or its time is over.
    ///
    /// - Parameter now: in milliseconds since 1970 UTC.
    package func openShownOnce(_ token: String, now: Int64) -> String? {
        guard let sealed = Base64URL.decode(token), let content = try? seekerPass.open(sealed, for: Self.shownOnce),
            content.count >= Self.numberCount
        else { return nil }
        let until = content.prefix(Self.numberCount).reduce(Int64(0)) { $0 << 8 | Int64($1) }
        return now < until ? String(validating: content.dropFirst(Self.numberCount), as: UTF8.self) : nil
    }
}
