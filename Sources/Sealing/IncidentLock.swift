extension ServerKeys {
    /// Locks what the programme knows of an incident and does about it, so that the database alone does not tell it: not what it was,
    /// not who went, and not how much was done.
    ///
    /// - Returns: 65 565 bytes; nothing where the content does not fit.
    package func lock(incidentFile content: [UInt8], id: RandomId) throws -> [UInt8]? {
        guard let padded = Self.incidentFile.padded(content) else { return nil }
        return try incidentFileKey.seal(padded, for: Self.incidentFileBinding(of: id))
    }

    /// The content again.
    ///
    /// - Throws: `OpeningFault` when key, incident or bytes are not those of the locking.
    package func unlock(incidentFile locked: [UInt8], id: RandomId) throws(OpeningFault) -> [UInt8] {
        try Self.incidentFile.unpadded(try incidentFileKey.open(locked, for: Self.incidentFileBinding(of: id)))
    }

    private static let incidentFile = Padding(count: 1 << 16)

    private var incidentFileKey: Secret { seekerPass.derived(for: Binding("incident file key")) }

    private static func incidentFileBinding(of id: RandomId) -> Binding { Binding("incident file", id.text) }
}

extension ServerKeys {
    /// Locks what one agency asked another about an incident, and how it stands.
    ///
    /// - Returns: 4125 bytes; nothing where the content does not fit.
    package func lock(sharedIncident content: [UInt8], id: RandomId) throws -> [UInt8]? {
        guard let padded = Self.sharedIncident.padded(content) else { return nil }
        return try sharedIncidentKey.seal(padded, for: Self.sharedIncidentBinding(of: id))
    }

    /// The content again.
    ///
    /// - Throws: `OpeningFault` when key, incident or bytes are not those of the locking.
    package func unlock(sharedIncident locked: [UInt8], id: RandomId) throws(OpeningFault) -> [UInt8] {
        try Self.sharedIncident.unpadded(try sharedIncidentKey.open(locked, for: Self.sharedIncidentBinding(of: id)))
    }

    private static let sharedIncident = Padding(count: 1 << 12)

    private var sharedIncidentKey: Secret { seekerPass.derived(for: Binding("shared incident key")) }

    private static func sharedIncidentBinding(of id: RandomId) -> Binding { Binding("shared incident", id.text) }
}
