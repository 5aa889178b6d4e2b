/// What a server takes for the time: what its machine's clock shows, as long as that goes on as the machine has run.
///
/// A clock that jumps is not believed. The server goes on with the time that has passed since it last was, so that no timer is set
/// by the jump, none is over by it, and nobody is refused for it. A clock that then goes on steadily is taken after ten minutes:
/// somebody set it right, or the machine was held. Where the server has just started it knows no better than its clock; if what
/// servers have written of the time disagrees, it holds its workers still for a while, until the clock was set right.
package struct SteadyTime: Sendable, Equatable {
    /// How far apart two clocks may be, in seconds.
    package static let mostApart: Int64 = 60
    /// For how long a clock goes on steadily after a jump until it is taken.
    package static let untilTaken = Duration.seconds(600)
    /// For how long workers hold still where the time is in doubt, so that nothing is put off for ever.
    package static let longestStill = Duration.seconds(120)
    /// How long an installation may have stood still without its clock being in doubt, in seconds: six hours.
    package static let longestRest: Int64 = 6 * 3600

    /// When the clock was last believed: what it showed, and for how long the machine had run.
    private var shown: Instant
    private var at: Duration
    private var jump: Jump?
    private var doubt: Doubt?
    private var hasHeard = false
    /// How far this server itself went by a time that it believes no more. What it wrote by that says nothing.
    private var disowned: Instant?

    private struct Jump: Equatable {
        /// From what was to be expected, in milliseconds.
        let width: Int64
        let since: Duration
    }

    /// What servers have written of the time, where it cannot be so now.
    private struct Doubt: Equatable {
        let written: Instant
        let since: Duration
        /// It is later than now: one of the two is wrong for certain. Else the installation may just have stood still.
        let isAhead: Bool
    }

    /// - Parameters:
    ///   - shown: what the machine's clock shows.
    ///   - elapsed: for how long the machine has run, by a clock that nobody sets.
    package init(shown: Instant, elapsed: Duration) {
        self.shown = shown
        at = elapsed
    }

    /// Now.
    package mutating func now(shown: Instant, elapsed: Duration) -> Instant {
        let expected = Instant(milliseconds: self.shown.milliseconds + (elapsed - at).milliseconds)
        let width = shown.milliseconds - expected.milliseconds
        guard abs(width) > Self.mostApart * 1000 else {
            take(shown, elapsed)
            return shown
        }
        if let doubt, Self.agrees(shown, with: doubt.written) {
            // The clock was wrong from the start, and was set right.
            take(shown, elapsed, insteadOf: expected)
            self.doubt = nil
            return shown
        }
        guard let jump, abs(width - jump.width) <= Self.mostApart * 1000 else {
            jump = Jump(width: width, since: elapsed)
            return expected
        }
        guard elapsed - jump.since >= Self.untilTaken else { return expected }
        take(shown, elapsed, insteadOf: expected)
        return shown
    }

    /// Compares the time with what servers have written of it last.
    ///
    /// - Parameter written: nothing where none ever did.
    package mutating func hear(_ written: Instant?, shown: Instant, elapsed: Duration) {
        let now = now(shown: shown, elapsed: elapsed)
        defer { hasHeard = true }
        guard let written else { return }
        let isOwn = disowned.map { written <= $0 } ?? false
        let isAhead = !isOwn && written > now.adding(seconds: Self.mostApart)
        // A server that comes back after a long time cannot tell whether its clock runs ahead; one that runs knows.
        let isLongPast = !hasHeard && written < now.adding(seconds: -Self.longestRest)
        // Whoever goes on writing that it is later is a server that runs, and does the work meanwhile.
        if isAhead && doubt?.written != written || isLongPast {
            doubt = Doubt(written: written, since: elapsed, isAhead: isAhead)
        }
    }

    private mutating func take(_ shown: Instant, _ elapsed: Duration, insteadOf expected: Instant? = nil) {
        disowned = expected ?? disowned
        self.shown = shown
        at = elapsed
        jump = nil
    }

    private static func agrees(_ shown: Instant, with written: Instant) -> Bool {
        shown >= written.adding(seconds: -mostApart) && shown <= written.adding(seconds: longestRest)
    }
}

extension SteadyTime {
    /// Whether the workers hold still.
    package func isHeldStill(elapsed: Duration) -> Bool {
        doubt.map { elapsed - $0.since < Self.longestStill } ?? false
    }

    /// Whether all is well with the clock.
    package func isSteady(elapsed: Duration) -> Bool { jump == nil && !isHeldStill(elapsed: elapsed) }

    /// Whether something is wrong with it for certain, and somebody has to look.
    package func isWrong(elapsed: Duration) -> Bool {
        jump != nil || isHeldStill(elapsed: elapsed) && doubt?.isAhead == true
    }
}

extension Duration {
    fileprivate var milliseconds: Int64 {
        components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
    }
}
