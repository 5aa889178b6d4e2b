extension ServerKeys {
    /// Locks a member's duty time of one month, so that the database alone tells nothing of it: not when, and not how much.
    ///
    /// - Returns: 16 413 bytes; nothing where the content does not fit.
    package func lock(dutyTime content: [UInt8], of account: String, in month: String, agency: String) throws
        -> [UInt8]?
    {
        guard let padded = Self.dutyMonth.padded(content) else { return nil }
        return try dutyTimeKey.seal(padded, for: Binding("duty time", agency, account, month))
    }

    /// The content again.
    ///
    /// - Throws: `OpeningFault` when key, account, month or bytes are not those of the locking.
    package func unlock(
        dutyTime locked: [UInt8], of account: String, in month: String, agency: String
    ) throws(OpeningFault) -> [UInt8] {
        try Self.dutyMonth.unpadded(
            try dutyTimeKey.open(locked, for: Binding("duty time", agency, account, month)))
    }

    /// Locks who is to be released from their post, and when, so that the database alone tells neither.
    ///
    /// - Returns: 285 bytes; nothing where the content does not fit.
    package func lock(release content: [UInt8], id: RandomId) throws -> [UInt8]? {
        guard let padded = Self.release.padded(content) else { return nil }
        return try dutyTimeKey.seal(padded, for: Binding("duty release", id.text))
    }

    /// The content again.
    ///
    /// - Throws: `OpeningFault` when key, id or bytes are not those of the locking.
    package func unlock(release locked: [UInt8], id: RandomId) throws(OpeningFault) -> [UInt8] {
        try Self.release.unpadded(try dutyTimeKey.open(locked, for: Binding("duty release", id.text)))
    }

    private static let dutyMonth = Padding(count: 1 << 14)
    private static let release = Padding(count: 1 << 8)

    private var dutyTimeKey: Secret { seekerPass.derived(for: Binding("duty time key")) }
}
