extension ServerKeys {
    /// Locks who was involved in an incident, so that the database alone does not tell it: not who, and not how many.
    ///
    /// - Returns: 16 413 bytes; nothing where the content does not fit.
    package func lock(involved content: [UInt8], incident: RandomId) throws -> [UInt8]? {
        guard let padded = Self.involvement.padded(content) else { return nil }
        return try involvementKey.seal(padded, for: Self.binding(of: incident))
    }

    /// The content again.
    ///
    /// - Throws: `OpeningFault` when key, incident or bytes are not those of the locking.
    package func unlock(involved locked: [UInt8], incident: RandomId) throws(OpeningFault) -> [UInt8] {
        try Self.involvement.unpadded(try involvementKey.open(locked, for: Self.binding(of: incident)))
    }

    private static let involvement = Padding(count: 1 << 14)

    private var involvementKey: Secret { seekerPass.derived(for: Binding("incident involvement key")) }

    private static func binding(of incident: RandomId) -> Binding { Binding("incident involvement", incident.text) }
}
