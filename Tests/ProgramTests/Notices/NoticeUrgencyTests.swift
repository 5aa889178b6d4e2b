import Program
import Testing

/// What stands first where somebody looks at what waits for them.
@Suite struct NoticeUrgencyTests {
    private static let now = Instant(milliseconds: 1_773_162_000_000)

    private static func notice(
        _ id: String, _ kind: NoticeKind, dueIn minutes: Int64? = nil, on day: String = "2026-03-10",
        isAnswered: Bool = false
    ) throws -> Notice {
        Notice(
            id: id, kind: kind, to: .account("a"), from: nil, raisedOn: try #require(Day(day)), raisedAt: nil,
            due: minutes.map { now.adding(seconds: $0 * 60) }, about: nil, tells: nil, clauses: [],
            acknowledgement: isAnswered ? Acknowledgement(by: "a", at: now, how: .page) : nil)
    }

    @Test(
        arguments: [
            (.disclosure, -600, .now), (.disclosure, 5, .now), (.disclosure, 30, .now), (.disclosure, 31, .soon),
            (.disclosure, 240, .soon), (.disclosure, 600, .soon), (.disclosure, nil, .soon),
            (.getInTouch, -1, .now), (.getInTouch, 241, .today), (.getInTouch, nil, .whenever),
            (.requestWaits, nil, .soon), (.rosterGap, nil, .whenever),
        ] as [(NoticeKind, Int64?, NoticeUrgency)])
    func howSoon(_ kind: NoticeKind, dueIn minutes: Int64?, urgency: NoticeUrgency) throws {
        #expect(try Self.notice("n", kind, dueIn: minutes).urgency(at: Self.now) == urgency)
        // What was answered is no hurry any more.
        #expect(try Self.notice("n", kind, dueIn: minutes, isAnswered: true).urgency(at: Self.now) == .whenever)
    }

    /// A threat to be answered in five minutes stands before all that waits longer, whenever that was raised.
    @Test func theThreatFirst() throws {
        let ordered = try [
            Self.notice("late", .disclosure, dueIn: -20), Self.notice("threat", .disclosure, dueIn: 5),
            Self.notice("asked", .approvalAsked, dueIn: 25), Self.notice("soon", .followOn, dueIn: 60),
            Self.notice("waits 1", .requestWaits, on: "2026-03-09"), Self.notice("waits 2", .requestWaits),
            Self.notice("tomorrow", .getInTouch, dueIn: 1440, on: "2026-03-01"),
            Self.notice("gap 1", .rosterGap, on: "2026-02-01"), Self.notice("gap 2", .rosterGap, on: "2026-03-01"),
        ]
        #expect(Array(ordered.reversed()).byUrgency(at: Self.now).map(\.id) == ordered.map(\.id))
        #expect(ordered.byUrgency(at: Self.now).map(\.id) == ordered.map(\.id))
    }
}
