extension ServerKeys {
    /// Locks a quarter's counts of answers, so that the database alone tells nothing of them: as many bytes for none as for thousands.
    ///
    /// - Returns: 8 221 bytes; nothing where the content does not fit.
    package func lock(responses content: [UInt8], quarter: String, agency: String) throws -> [UInt8]? {
        guard let padded = Self.responses.padded(content) else { return nil }
        return try responseKey.seal(padded, for: Binding("responses", agency, quarter))
    }

    /// The content again.
    ///
    /// - Throws: `OpeningFault` when key, quarter or bytes are not those of the locking.
    package func unlock(
        responses locked: [UInt8], quarter: String, agency: String
    ) throws(OpeningFault) -> [UInt8] {
        try Self.responses.unpadded(try responseKey.open(locked, for: Binding("responses", agency, quarter)))
    }

    /// One of 256 marks, by which a supporter's answers are parted from the others' without their name.
    package func responseMark(of account: String, agency: String) -> UInt8 {
        responseKey.derived(for: Binding("response mark", agency, account)).exposedBytes.first ?? 0
    }

    private static let responses = Padding(count: 1 << 13)

    private var responseKey: Secret { seekerPass.derived(for: Binding("response key")) }
}
