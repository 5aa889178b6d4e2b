import Program
import Testing

@Suite struct SignInPausingTests {
    @Test(
        arguments: [
            (0, 0), (1, 0), (4, 0), (5, 30), (6, 60), (7, 120), (8, 240), (9, 480), (10, 900), (11, 900),
            (1_000_000, 900),
            (Int.max, 900),
        ] as [(Int, Int64)])
    func pauses(attempts: Int, seconds: Int64) {
        #expect(SignInPausing.pause(afterAttempts: attempts) == seconds)
    }

    /// A patient guesser gets fewer than 120 tries a day at one name.
    @Test func triesOfADay() {
        var attempts = 0
        var seconds: Int64 = 0
        while seconds < 86_400 {
            attempts += 1
            seconds += SignInPausing.pause(afterAttempts: attempts)
        }
        #expect(attempts < 120)
    }

    @Test func failuresAreForgottenAfterADay() {
        #expect(
            SignInPausing.forgotten(by: Instant(milliseconds: 90_000_000)) == Instant(milliseconds: 3_600_000))
    }
}

@Suite struct SignInAttemptTests {
    private static let now: Int64 = 1_000_000_000

    /// How many were counted, how many seconds ago the pause after them ended, and what becomes of the next.
    @Test(
        arguments: [
            (1, 0, 2, 0), (3, 3600, 4, 0), (4, 0, 5, 30), (5, 0, 6, 60), (5, -1, nil, 1), (8, -240, nil, 240),
            (9, 86_399, 10, 900), (9, 86_400, 1, 0), (2, 200_000, 1, 0),
        ] as [(Int, Int64, Int?, Int64)])
    func next(counted: Int, ago: Int64, attempt: Int?, pause: Int64) {
        let now = Instant(milliseconds: Self.now)
        let expected: SignInAttempt =
            attempt.map { .counts(as: $0, until: now.adding(seconds: pause)) }
            ?? .waits(until: now.adding(seconds: pause))
        #expect(SignInAttempt(after: counted, pausedUntil: now.adding(seconds: -ago), at: now) == expected)
    }

    @Test func theFirst() {
        let now = Instant(milliseconds: Self.now)
        #expect(SignInAttempt(firstAt: now) == .counts(as: 1, until: now))
    }
}
