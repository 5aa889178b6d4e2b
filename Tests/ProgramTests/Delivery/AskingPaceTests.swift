import Program
import Testing

/// How often requests that nobody answers may disturb one person.
@Suite struct AskingPaceTests {
    @Test(arguments: [(0, true), (1, true), (2, true), (3, false), (4, false), (200, false)])
    func threeAnHour(lately: Int, maySend: Bool) {
        #expect(AskingPace.maySend(lately: lately) == maySend)
    }

    /// Minutes and milliseconds of an hour, and minutes from its beginning at which the word is forgotten.
    @Test(
        arguments: [(0, 0, 60), (0, 1, 65), (4, 59_999, 65), (5, 0, 65), (5, 1, 70), (59, 0, 120)]
            as [(Int64, Int64, Int64)])
    func aWordIsRememberedForAnHourToTheNextFullFiveMinutes(minute: Int64, more: Int64, end: Int64) {
        let hour: Int64 = 1_764_000_000_000 / 3_600_000 * 3_600_000
        let word = Instant(milliseconds: hour + minute * 60_000 + more)
        #expect(AskingPace.isRemembered(from: word).milliseconds == hour + end * 60_000)
    }

    /// By whatever moments words are asked for, no hour has more than three.
    @Test func noHourHasMore() {
        var (remembered, sent): ([Instant], [Instant]) = ([], [])
        for minute in 0..<600 {
            let now = Instant(milliseconds: 1_764_000_123_456 + Int64(minute) * 60_000)
            remembered.removeAll { $0 <= now }
            guard AskingPace.maySend(lately: remembered.count) else { continue }
            sent.append(now)
            remembered.append(AskingPace.isRemembered(from: now))
        }
        for word in sent {
            #expect(sent.count { $0 >= word && $0 < word.adding(seconds: 3600) } <= AskingPace.mostAnHour)
        }
        // And nobody is forgotten: some word goes out in any seventy minutes.
        #expect(zip(sent, sent.dropFirst()).allSatisfy { $1 <= $0.adding(seconds: 70 * 60) })
    }

    /// Whatever anybody can bring about from outside is under this pace, and nothing else is.
    @Test func kindsOfNotices() {
        #expect(NoticeKind.allCases.filter(\.isOfAsking) == [.requestWaits, .approvalAsked, .tellAdministrator])
    }
}
