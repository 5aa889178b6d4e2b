extension ServerKeys {
    /// A copy that opens nothing, for somebody whom the system itself keeps from a request. To everybody but this server it is as
    /// every other copy: 81 bytes, sealed to a key that nobody has.
    ///
    /// So a request goes its way as if they were asked and did not answer, and nobody learns from that way who is kept from it.
    package func decoy(request: RandomId, holder: String) throws -> [UInt8] {
        try RequestKey().sealed(to: try decoyKey(request).publicKey, request: request, holder: holder)
    }

    /// Whether the copy is one of those.
    package func isDecoy(_ copy: [UInt8], request: RandomId, holder: String) throws -> Bool {
        let key = try decoyKey(request)
        return (try? RequestKey(opening: copy, with: key, request: request, holder: holder)) != nil
    }

    private func decoyKey(_ request: RandomId) throws -> AccountKey {
        try AccountKey(secret: seekerPass.derived(for: Binding("decoy copies key", request.text)))
    }
}
