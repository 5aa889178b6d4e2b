import Program
import Testing

/// What a notice keeps, when it is overdue, and when it is announced again.
@Suite struct NoticeRuleTests {
    private static let now = Instant(milliseconds: 1_773_162_000_000)

    /// What tells that somebody asked for help keeps no time and does not stay.
    @Test(arguments: NoticeKind.allCases) func whatItKeeps(_ kind: NoticeKind) {
        let tellsOfARequest: Set<NoticeKind> = [
            .requestWaits, .firstContactMissed, .conflict, .cannotLeavePost, .approvalAsked,
        ]
        let isOfADisclosure: Set<NoticeKind> = [.disclosure, .replacementNeeded, .followOn]
        switch kind.keeping {
        case .untilAnswered: #expect(tellsOfARequest.contains(kind) && !kind.keepsItsTime)
        case .withDisclosure: #expect(isOfADisclosure.contains(kind) && kind.keepsItsTime)
        case .asProof: #expect(!tellsOfARequest.contains(kind) && !isOfADisclosure.contains(kind))
        }
        // These two say when somebody was helped after hours.
        if [.tellAdministrator, .afterHoursResponse].contains(kind) { #expect(!kind.keepsItsTime) }
        #expect(kind.isDutyToTell == [.followOn, .tellAdministrator].contains(kind))
    }

    private static func notice(due: Int64?, answeredAfter seconds: Int64? = nil, keepsItsTime: Bool = true) throws
        -> Notice
    {
        Notice(
            id: "n", kind: .getInTouch, to: .account("a"), from: nil, raisedOn: try #require(Day("2026-03-10")),
            raisedAt: keepsItsTime ? now : nil, due: due.map { now.adding(seconds: $0) }, about: nil, tells: nil,
            clauses: [],
            acknowledgement: seconds.map {
                Acknowledgement(by: "a", at: now.adding(seconds: $0), how: .telephone)
            })
    }

    @Test(arguments: [
        (due: nil, answered: nil, at: 1_000_000, isOverdue: false),
        (due: 600, answered: nil, at: 600, isOverdue: false), (due: 600, answered: nil, at: 601, isOverdue: true),
        (due: 600, answered: 600, at: 9000, isOverdue: false), (due: 600, answered: 601, at: 601, isOverdue: true),
    ])
    func overdue(_ row: (due: Int64?, answered: Int64?, at: Int64, isOverdue: Bool)) throws {
        let notice = try Self.notice(due: row.due, answeredAfter: row.answered)
        #expect(notice.isOverdue(at: Self.now.adding(seconds: row.at)) == row.isOverdue)
        #expect(notice.isOpen == (row.answered == nil))
    }

    @Test func howLongAnAnswerTook() throws {
        #expect(try Self.notice(due: nil, answeredAfter: 90).secondsToAcknowledge == 90)
        #expect(try Self.notice(due: nil).secondsToAcknowledge == nil)
        #expect(try Self.notice(due: nil, answeredAfter: 90, keepsItsTime: false).secondsToAcknowledge == nil)
    }

    @Test func announcedAgain() {
        let announcing = Announcing(everyMinutes: 10)
        #expect(announcing.next(after: Self.now) == Self.now.adding(seconds: 600))
        #expect(!Announcing.isUrgent(0, notice: false))
        #expect(Announcing.isUrgent(0, notice: true))
        #expect(Announcing.isUrgent(1, notice: false))
    }

    @Test(arguments: [
        (deadline: Recipient.Deadline.immediately, pace: 10, minutes: Int?(10)),
        (deadline: .immediately, pace: 30, minutes: 30), (deadline: .asSoonAsPossible, pace: 10, minutes: 60),
        (deadline: .asSoonAsPossible, pace: 90, minutes: 90), (deadline: .open, pace: 10, minutes: nil),
    ])
    func howFast(_ row: (deadline: Recipient.Deadline, pace: Int, minutes: Int?)) {
        #expect(row.deadline.minutes(pace: Announcing(everyMinutes: row.pace)) == row.minutes)
    }
}
