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

    /// Failures whose last pause ended at or before this moment are forgotten by now.
    package static func forgotten(by now: Instant) -> Instant { now.adding(seconds: -memory) }
}
