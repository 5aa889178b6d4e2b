extension ServerKeys {
    /// Locks what members chose to say of themselves, so that the database alone tells nothing of it: not who said something, and not how
    /// many.
    ///
    /// - Returns: 131 101 bytes; nothing where the content does not fit.
    package func lock(attributes content: [UInt8], agency: String) throws -> [UInt8]? {
        guard let padded = Self.attributes.padded(content) else { return nil }
        return try attributeKey.seal(padded, for: Self.attributeBinding(of: agency))
    }

    /// The content again.
    ///
    /// - Throws: `OpeningFault` when key, agency or bytes are not those of the locking.
    package func unlock(attributes locked: [UInt8], agency: String) throws(OpeningFault) -> [UInt8] {
        try Self.attributes.unpadded(try attributeKey.open(locked, for: Self.attributeBinding(of: agency)))
    }

    private static let attributes = Padding(count: 1 << 17)

    private var attributeKey: Secret { seekerPass.derived(for: Binding("attribute box key")) }

    private static func attributeBinding(of agency: String) -> Binding { Binding("attribute box", agency) }
}
