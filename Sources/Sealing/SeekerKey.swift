/// What a receipt opens: the id that finds its request, and the pair that opens what is sealed to the seeker.
///
/// HKDF over the receipt's random bits, with one of two peppers for each half: 104 random bits need no slowness, so whoever asks
/// or comes back waits for nothing. The peppers are files apart from the database: whoever has only the database cannot tell
/// by a receipt whether it is in there, and whoever also has the id's pepper still opens nothing.
package struct SeekerKey: Redacted, Sendable {
    static let idCount = 32

    /// 32 bytes to store and to find the request's row by.
    package let id: [UInt8]
    /// The seeker's pair. Its private half is stored nowhere but, sealed, in the seeker's own browser (`SeekerPass`).
    package let key: AccountKey

    /// What is sealed to this, the receipt opens.
    package var publicKey: AccountPublicKey { key.publicKey }

    /// What the receipt opens.
    ///
    /// - Throws: Never, as long as a key has the length it has.
    package init(of receipt: Receipt, with keys: ServerKeys) throws(OpeningFault) {
        let id = receipt.secret.derived(
            for: Binding("id of a receipt"), pepper: keys.receiptIdPepper, count: Self.idCount)
        let key = receipt.secret.derived(for: Binding("key of a receipt"), pepper: keys.receiptKeyPepper)
        self.init(id: id.exposedBytes, key: try AccountKey(secret: key))
    }

    /// What a receipt opens that was given out when receipts were still derived slowly.
    init(slowlyOf receipt: Receipt, with keys: ServerKeys, work: ScryptParameters) throws {
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
