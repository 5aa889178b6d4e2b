/// The number under which somebody who called a desk can be called back. Nobody reads it but the one supporter who answers.
package enum CallerNumber {
    /// So that sealed bytes do not tell how long a number is: the world's longest has sixteen characters.
    private static let padding = Padding(count: 32)

    /// A copy for one supporter: 81 bytes, whatever the number.
    ///
    /// - Returns: Nothing where the number is longer than any is.
    package static func sealed(
        _ number: String, to key: AccountPublicKey, callOut: RandomId, holder: String
    ) throws -> [UInt8]? {
        guard let padded = padding.padded(Array(number.utf8)) else { return nil }
        return try key.seal(padded, for: binding(callOut, holder))
    }

    /// The number again.
    ///
    /// - Throws: `OpeningFault` when key, call-out, holder or bytes are not those of the sealing.
    package static func opened(
        _ sealed: [UInt8], with key: AccountKey, callOut: RandomId, holder: String
    ) throws(OpeningFault) -> String {
        String(decoding: try padding.unpadded(try key.open(sealed, for: binding(callOut, holder))), as: UTF8.self)
    }

    private static func binding(_ callOut: RandomId, _ holder: String) -> Binding {
        Binding("caller's number", callOut.text, holder)
    }
}

extension ServerKeys {
    /// Locks a supporter's copy until they are paged: before, neither they nor this server alone can open it.
    ///
    /// - Returns: 110 bytes.
    package func lock(number copy: [UInt8], callOut: RandomId, holder: String) throws -> [UInt8] {
        try callerNumberKey.seal(copy, for: Self.waiting(callOut, holder))
    }

    /// The copy again.
    ///
    /// - Throws: `OpeningFault` when key, call-out, holder or bytes are not those of the locking.
    package func unlock(number locked: [UInt8], callOut: RandomId, holder: String) throws(OpeningFault) -> [UInt8] {
        try callerNumberKey.open(locked, for: Self.waiting(callOut, holder))
    }

    private var callerNumberKey: Secret { seekerPass.derived(for: Binding("callers' numbers key")) }

    private static func waiting(_ callOut: RandomId, _ holder: String) -> Binding {
        Binding("caller's number that waits", callOut.text, holder)
    }
}
