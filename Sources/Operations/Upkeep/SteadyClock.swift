import Program
import Store
import Synchronization

/// The clock that a server goes by. See ``SteadyTime``.
package final class SteadyClock: Sendable {
    private let shown: @Sendable () -> Instant
    private let elapsed: @Sendable () -> Duration
    private let time: Mutex<SteadyTime>

    /// - Parameters:
    ///   - shown: the machine's clock, which people and programs set.
    ///   - elapsed: how long the machine has run; nobody sets that.
    package init(
        shown: @escaping @Sendable () -> Instant = Programmes.systemClock,
        elapsed: @escaping @Sendable () -> Duration = SteadyClock.elapsedHere
    ) {
        self.shown = shown
        self.elapsed = elapsed
        time = Mutex(SteadyTime(shown: shown(), elapsed: elapsed()))
    }

    /// Now, in UTC.
    package var now: Instant { time.withLock { $0.now(shown: shown(), elapsed: elapsed()) } }

    /// What the machine's clock shows, believed or not.
    package var onTheWall: Instant { shown() }

    /// Whether all is well with the machine's clock.
    package var isSteady: Bool { time.withLock { $0.isSteady(elapsed: elapsed()) } }

    /// Whether something is wrong with it for certain.
    var isWrong: Bool { time.withLock { $0.isWrong(elapsed: elapsed()) } }

    /// Whether the time is in doubt, so that the workers hold still.
    package var isHeldStill: Bool { time.withLock { $0.isHeldStill(elapsed: elapsed()) } }

    /// Compares it with the moment that servers have written last.
    func hear(_ written: Instant?) { time.withLock { $0.hear(written, shown: shown(), elapsed: elapsed()) } }

    private static let begun = ContinuousClock.now

    /// How long this process has run, held machines included.
    package static let elapsedHere: @Sendable () -> Duration = { begun.duration(to: .now) }
}

/// The clock of the machine jumped, or shows what cannot be: see docs/operations.md.
struct ClockIsNotSteady: Error {}

extension Programmes {
    /// Compares the machine's clock with what servers of this database have written of the time. Throws where it is wrong; that an
    /// installation stood still for long is nothing to be alarmed about.
    package func watchClock() async throws {
        guard let steady else { return }
        steady.hear(try await database.read { transaction in try transaction.heartbeat(Worker.dueClock.rawValue) })
        _ = steady.now
        if steady.isWrong { throw ClockIsNotSteady() }
    }

    /// Whether the workers hold still, since what they would do follows from the time.
    var isHeldStill: Bool { steady?.isHeldStill ?? false }

    /// The moments that it may be: now, and what the machine's clock shows where that is not believed. Whoever shows digits of a
    /// telephone is right by either.
    func possibleMoments(_ now: Instant) -> [Instant] {
        guard let steady, !steady.isSteady else { return [now] }
        return [now, steady.onTheWall]
    }
}
