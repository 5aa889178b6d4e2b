import Foundation
import PolicyPacks
import Program
import Sealing
import Store

/// The running programmes of all agencies of this installation: where they are kept, the server's own keys, the packs
/// and the clock. Every act is an extension of it in a file of its own: load the state, let Program decide, store what
/// it decided, all in one transaction.
package struct Programmes: Sendable {
    package internal(set) var database: any Database
    let keys: ServerKeys
    let derivation: KeyDerivation
    /// Apart from the other, so that many who ask for support at once keep nobody from signing in, nor the other way round.
    let receiptDerivation: KeyDerivation
    let packs: PackShelf
    /// How long whoever watches from outside waits at most to hear that the database does not answer.
    let longestLook: Duration
    /// Now, in UTC. Tests move it.
    package let clock: @Sendable () -> Instant

    package init(
        database: any Database, keys: ServerKeys, derivation: KeyDerivation = KeyDerivation(),
        receiptDerivation: KeyDerivation = KeyDerivation(), longestLook: Duration = .seconds(2),
        clock: @escaping @Sendable () -> Instant = Programmes.systemClock
    ) {
        self.database = database
        self.keys = keys
        self.derivation = derivation
        self.receiptDerivation = receiptDerivation
        packs = PackShelf()
        self.longestLook = longestLook
        self.clock = clock
    }

    /// Finishes what was begun and lets go of the database.
    package func close() async { await database.close() }

    package static let systemClock: @Sendable () -> Instant = {
        Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
    }
}
