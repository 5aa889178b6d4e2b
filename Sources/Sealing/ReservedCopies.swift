extension ServerKeys {
    /// Locks an account's copy of a request's key, so that its owner cannot open it until this server gives it back.
    ///
    /// Between acceptance and first contact nobody but supporter and seeker may open a request, and the server's clock must yet be
    /// able to offer it again. The lock keeps the copy from its owner, the copy keeps the key from the server, and neither
    /// is enough for whoever has the database alone.
    ///
    /// - Returns: 110 bytes.
    package func lock(_ copy: [UInt8], request: RandomId, holder: String) throws -> [UInt8] {
        try reserveKey.seal(copy, for: Self.reserve(request, holder))
    }

    /// The copy again.
    ///
    /// - Throws: `OpeningFault` when key, request, holder or bytes are not those of the locking.
    package func unlock(_ locked: [UInt8], request: RandomId, holder: String) throws(OpeningFault) -> [UInt8] {
        try reserveKey.open(locked, for: Self.reserve(request, holder))
    }

    private var reserveKey: Secret { seekerPass.derived(for: Binding("reserved copies key")) }

    private static func reserve(_ request: RandomId, _ holder: String) -> Binding {
        Binding("reserved copy", request.text, holder)
    }
}
