/// How long a name must wait after failed attempts to sign in, so that passphrases cannot be guessed. It holds for the
/// one account alone: colleagues at the same station are never slowed down by it (NIST SP 800-63B, 5.2.2).
package enum SignInPausing {
    /// Attempts that may fail before the first pause.
    package static let freeAttempts = 5
    /// The longest pause, in seconds.
    package static let longestPause: Int64 = 900
    /// How long failures are remembered after the pause that followed the last of them, in seconds.
    package static let memory: Int64 = 86_400

    /// The pause after that many attempts in a row, in seconds: none at first, then half a minute, doubling.
    package static func pause(afterAttempts attempts: Int) -> Int64 {
        guard attempts >= freeAttempts else { return 0 }
        let doublings = min(attempts - freeAttempts, 10)
        return min(30 << Int64(doublings), longestPause)
    }

    /// How many attempts stay counted where the last of them was not looked at and is taken back; nothing where it was the only one.
    package static func left(ofAttempts counted: Int) -> Int? { counted > 1 ? counted - 1 : nil }

    /// Failures whose last pause ended at or before this moment are forgotten by now.
    package static func forgotten(by now: Instant) -> Instant { now.adding(seconds: -memory) }
}

/// What becomes of one more attempt under a name.
package enum SignInAttempt: Sendable, Equatable {
    /// It is not looked at, and not counted: the name has to wait.
    case waits(until: Instant)
    /// It is looked at, and is the so-manieth in a row; the pause after it ends then.
    case counts(as: Int, until: Instant)

    /// One more attempt, by what was counted before.
    package init(after counted: Int, pausedUntil end: Instant, at now: Instant) {
        let isForgotten = end <= SignInPausing.forgotten(by: now)
        // A pause that ends later than it can was set by a clock that was wrong.
        let pause = LongestWait(seconds: SignInPausing.pause(afterAttempts: counted))
        if !pause.isOver(end, by: now) {
            self = .waits(until: end)
        } else {
            let attempts = (isForgotten ? 0 : counted) + 1
            self = .counts(
                as: attempts, until: now.adding(seconds: SignInPausing.pause(afterAttempts: attempts)))
        }
    }

    /// The first under a name.
    package init(firstAt now: Instant) {
        self = .counts(as: 1, until: now.adding(seconds: SignInPausing.pause(afterAttempts: 1)))
    }
}
