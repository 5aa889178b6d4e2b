import Program
import Testing

/// What a server takes for the time when its machine's clock jumps. All in seconds.
@Suite struct SteadyTimeTests {
    /// A look at the clock: for how long the machine had run, and what the clock showed.
    private typealias Look = (at: Int64, shown: Int64)

    private static let begun: Int64 = 1_700_000_000
    private static let day: Int64 = 86_400

    private static func instant(_ seconds: Int64) -> Instant { Instant(milliseconds: (begun + seconds) * 1000) }

    private static func now(_ time: inout SteadyTime, _ look: Look) -> Int64 {
        time.now(shown: instant(look.shown), elapsed: .seconds(look.at)).milliseconds / 1000 - begun
    }

    /// What a clock does, as looks at it: for how long the machine had run, what the clock showed, and what it then is.
    private struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let looks: [[Int64]]

        init(_ clock: String, _ looks: [Int64]...) {
            testDescription = clock
            self.looks = looks
        }
    }

    private static let cases: [Case] = [
        Case("goes on as ever", [1, 1, 1], [2, 2, 2], [3600, 3600, 3600]),
        Case("runs a little fast or slow", [100, 101, 101], [200, 199, 199], [300, 355, 355], [400, 400, 400]),
        Case("slips a day and back", [10, 86_410, 10], [20, 86_420, 20], [30, 30, 30], [40, 40, 40]),
        Case("slips a day back and forth", [10, -86_390, 10], [500, -85_900, 500], [510, 510, 510]),
        Case("jumps again and again", [10, 1000, 10], [600, 9000, 600], [1200, 20_000, 1200], [1800, 1800, 1800]),
        Case("is set right for good", [10, 7210, 10], [300, 7500, 300], [611, 7811, 7811], [612, 7812, 7812]),
    ]

    @Test(arguments: cases)
    private func whatItIs(_ example: Case) {
        var time = SteadyTime(shown: Self.instant(0), elapsed: .zero)
        for look in example.looks {
            let (at, shown, expected) = (look[0], look[1], look[2])
            #expect(Self.now(&time, (at, shown)) == expected, "after \(at) s")
            #expect(time.isSteady(elapsed: .seconds(at)) == (shown == expected), "after \(at) s")
            #expect(!time.isHeldStill(elapsed: .seconds(at)))
        }
    }

    /// A server starts, and reads what was written of the time before.
    @Test(
        arguments: [
            (written: nil, isDoubted: false), (written: 0, isDoubted: false), (written: -3600, isDoubted: false),
            (written: 59, isDoubted: false), (written: 61, isDoubted: true), (written: day, isDoubted: true),
            (written: -day, isDoubted: true), (written: -7 * 3600, isDoubted: true),
        ] as [(written: Int64?, isDoubted: Bool)])
    func whatWasWrittenBefore(_ written: Int64?, _ isDoubted: Bool) {
        var time = SteadyTime(shown: Self.instant(0), elapsed: .zero)
        time.hear(written.map(Self.instant), shown: Self.instant(0), elapsed: .zero)
        #expect(time.isHeldStill(elapsed: .zero) == isDoubted)
        #expect(time.isSteady(elapsed: .zero) == !isDoubted)
        // An installation that stood still is no mistake of the clock's.
        #expect(time.isWrong(elapsed: .zero) == (isDoubted && written.map { $0 > 0 } == true))
        // It goes on after a while whatever is written, and by the clock that there is.
        time.hear(written.map(Self.instant), shown: Self.instant(100), elapsed: .seconds(100))
        #expect(!time.isHeldStill(elapsed: .seconds(120)) && time.isSteady(elapsed: .seconds(120)))
        #expect(Self.now(&time, (120, 120)) == 120)
    }

    /// The clock was a day behind, or ahead, when the machine started, and is then set right: that is believed at once.
    @Test(arguments: [day, -day]) func aClockThatIsSetRightAfterAStart(_ wrong: Int64) {
        var time = SteadyTime(shown: Self.instant(wrong), elapsed: .zero)
        time.hear(Self.instant(-20), shown: Self.instant(wrong), elapsed: .zero)
        #expect(time.isHeldStill(elapsed: .seconds(30)))
        #expect(Self.now(&time, (30, 30)) == 30)
        #expect(time.isSteady(elapsed: .seconds(30)))
        // What it wrote itself before that says nothing; what another server goes on writing does.
        time.hear(Self.instant(wrong + 29), shown: Self.instant(31), elapsed: .seconds(31))
        #expect(time.isSteady(elapsed: .seconds(31)))
        time.hear(Self.instant(Self.day + 40), shown: Self.instant(32), elapsed: .seconds(32))
        #expect(!time.isSteady(elapsed: .seconds(32)))
    }

    /// Another server runs and says that it is later: this one leaves the work to it as long as it does.
    @Test func aServerThatIsBehindAnother() {
        var time = SteadyTime(shown: Self.instant(0), elapsed: .zero)
        for at in stride(from: Int64(0), through: 1200, by: 10) {
            // What was written last is the other's, or its own.
            time.hear(Self.instant(at + Self.day), shown: Self.instant(at), elapsed: .seconds(at))
            time.hear(Self.instant(at), shown: Self.instant(at), elapsed: .seconds(at))
            #expect(time.isHeldStill(elapsed: .seconds(at)))
        }
        #expect(!time.isHeldStill(elapsed: .seconds(1320)))
    }

    /// One that runs is not stopped by another that is behind.
    @Test func aServerThatIsAheadOfAnother() {
        var time = SteadyTime(shown: Self.instant(0), elapsed: .zero)
        for (at, written) in [(0, 0), (10, -Self.day), (20, -7 * Self.day)] as [(Int64, Int64)] {
            time.hear(Self.instant(written), shown: Self.instant(at), elapsed: .seconds(at))
            #expect(!time.isHeldStill(elapsed: .seconds(at)))
        }
    }

    @Test(
        arguments: [
            (-1, true), (0, true), (1, false), (900, false), (901, true), (86_400, true),
        ] as [(Int64, Bool)])
    func whatWaitsLongerThanItCan(_ moment: Int64, _ isOver: Bool) {
        #expect(LongestWait(seconds: 900).isOver(Self.instant(moment), by: Self.instant(0)) == isOver)
    }
}
