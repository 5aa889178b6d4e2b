import Program
import Synchronization

/// A clock that is set by hand: a demonstration lives through its months with it.
package final class MovableClock: Sendable {
    private let instant: Mutex<Instant>

    package init(_ now: Instant) { instant = Mutex(now) }

    package var now: Instant { instant.withLock { $0 } }

    package func set(_ now: Instant) { instant.withLock { $0 = now } }
}
