/// What a receipt opens: the id that finds its request, and the pair that opens what is sealed to the seeker.
///
/// One slow run of scrypt over the receipt, then HKDF with one of two peppers for each half. The peppers are files apart from the
/// database: whoever has only the database cannot tell by a receipt whether it is in there, and whoever also has the id's
/// pepper still opens nothing.
package struct SeekerKey: Redacted, Sendable {
    static let idCount = 32

    /// 32 bytes to store and to find the request's row by.
    package let id: [UInt8]
    /// The seeker's pair. Its private half is stored nowhere but, sealed, in the seeker's own browser (`SeekerPass`).
    package let key: AccountKey

    /// What is sealed to this, the receipt opens.
    package var publicKey: AccountPublicKey { key.publicKey }

    init(of receipt: Receipt, with keys: ServerKeys, work: ScryptParameters) throws {
        let stretched = try work.stretch(receipt.secret.exposedBytes, salt: Binding("receipt").bytes)
        let id = stretched.derived(for: Binding("receipt id"), pepper: keys.receiptIdPepper, count: Self.idCount)
        let key = stretched.derived(for: Binding("receipt key"), pepper: keys.receiptKeyPepper)
        self.init(id: id.exposedBytes, key: try AccountKey(secret: key))
    }

    init(id: [UInt8], key: AccountKey) {
        self.id = id
        self.key = key
    }
}
