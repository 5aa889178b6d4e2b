extension ServerKeys {
    /// Locks the true counts of one month, so that the database alone tells none of them, and not whether they changed.
    ///
    /// - Returns: 32 797 bytes; nothing where the content does not fit.
    package func lock(tally content: [UInt8], of month: String, agency: String) throws -> [UInt8]? {
        guard let padded = Self.tally.padded(content) else { return nil }
        return try tallyKey.seal(padded, for: Binding("tally", agency, month))
    }

    /// The content again.
    ///
    /// - Throws: `OpeningFault` when key, agency, month or bytes are not those of the locking.
    package func unlock(tally locked: [UInt8], of month: String, agency: String) throws(OpeningFault) -> [UInt8] {
        try Self.tally.unpadded(try tallyKey.open(locked, for: Binding("tally", agency, month)))
    }

    private static let tally = Padding(count: 1 << 15)

    private var tallyKey: Secret { seekerPass.derived(for: Binding("tally key")) }
}
