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
