import Crypto
import Foundation
import Synchronization

/// Whom something comes from, for queues and nothing else: a keyed hash of a network address, so that no address is kept
/// while somebody waits. It is written nowhere, and is another after ten minutes.
package struct ClientMark: Redacted, Hashable, Sendable {
    private let bytes: [UInt8]

    fileprivate init(bytes: [UInt8]) { self.bytes = bytes }

    /// For whatever comes over no network.
    package static let none = ClientMark(bytes: [])
}

/// Makes marks under a key that is drawn at the start, drawn anew every ten minutes and never leaves memory: nobody can find out
/// afterwards whether an address was here.
package final class ClientMarks: Sendable {
    /// How long one key is used.
    package static let keyLength = Duration.seconds(600)

    private struct Drawn: Sendable {
        let key = SymmetricKey(size: .bits256)
        let at: ContinuousClock.Instant
    }

    private let drawn: Mutex<Drawn>

    package init(at now: ContinuousClock.Instant = .now) {
        drawn = Mutex(Drawn(at: now))
    }

    /// The mark of an address at that moment; the same for the same address as long as the key lasts.
    package func mark(of address: [UInt8], at now: ContinuousClock.Instant = .now) -> ClientMark {
        let key = drawn.withLock { drawn in
            if now - drawn.at >= Self.keyLength { drawn = Drawn(at: now) }
            return drawn.key
        }
        return ClientMark(bytes: Array(HMAC<SHA256>.authenticationCode(for: address, using: key)))
    }
}
