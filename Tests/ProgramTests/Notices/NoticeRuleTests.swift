import Program
import Testing

/// What a notice keeps, when it is overdue, and when it is announced again.
@Suite struct NoticeRuleTests {
    private static let now = Instant(milliseconds: 1_773_162_000_000)

    /// A kind as the policies want it kept, seen and answered.
    struct Row: Sendable {
        let kind: NoticeKind
        let keeping: NoticeRow.Keeping
        let overseenBy: NoticeRow.Overseers
        var time = false
        var decision = false
        var telling = false
    }

    static let rows = [
        Row(kind: .termEnds, keeping: .asProof, overseenBy: .nobody, time: true),
        Row(kind: .agreementToSign, keeping: .asProof, overseenBy: .nobody, time: true),
        Row(kind: .pauseOver, keeping: .asProof, overseenBy: .nobody, time: true),
        Row(kind: .ownMembership, keeping: .asProof, overseenBy: .nobody, time: true),
        Row(kind: .membershipChanged, keeping: .asProof, overseenBy: .nobody, time: true),
        Row(kind: .reviewDue, keeping: .asProof, overseenBy: .nobody, time: true),
        Row(kind: .removalWaits, keeping: .asProof, overseenBy: .nobody, time: true),
        Row(kind: .requestWaits, keeping: .untilAnswered, overseenBy: .rosterKeepers),
        Row(kind: .firstContactMissed, keeping: .untilAnswered, overseenBy: .rosterKeepers),
        Row(kind: .conflict, keeping: .untilAnswered, overseenBy: .rosterKeepers),
        Row(kind: .callBack, keeping: .untilAnswered, overseenBy: .nobody),
        Row(kind: .cannotLeavePost, keeping: .untilAnswered, overseenBy: .rosterKeepers, decision: true),
        Row(kind: .findAnother, keeping: .untilAnswered, overseenBy: .rosterKeepers, decision: true),
        Row(kind: .approvalAsked, keeping: .untilAnswered, overseenBy: .rosterKeepers, decision: true),
        Row(kind: .replacementNeeded, keeping: .withDisclosure, overseenBy: .nobody, time: true),
        Row(kind: .disclosure, keeping: .withDisclosure, overseenBy: .nobody, time: true),
        Row(kind: .standsIn, keeping: .withDisclosure, overseenBy: .nobody, time: true),
        Row(kind: .nobodyAnswers, keeping: .withDisclosure, overseenBy: .nobody, time: true),
        Row(kind: .followOn, keeping: .withDisclosure, overseenBy: .nobody, time: true, telling: true),
        // These two say when somebody was helped after hours.
        Row(kind: .tellAdministrator, keeping: .asProof, overseenBy: .rosterKeepers, telling: true),
        Row(kind: .afterHoursResponse, keeping: .asProof, overseenBy: .rosterKeepers),
        Row(kind: .calledOut, keeping: .asProof, overseenBy: .everyOverseer, time: true),
        Row(kind: .getInTouch, keeping: .asProof, overseenBy: .everyOverseer, time: true),
        Row(kind: .rosterGap, keeping: .asProof, overseenBy: .everyOverseer, time: true),
        Row(kind: .swapAsked, keeping: .asProof, overseenBy: .everyOverseer, time: true),
        Row(kind: .suspension, keeping: .asProof, overseenBy: .nobody, time: true, decision: true),
        Row(kind: .seatOffered, keeping: .asProof, overseenBy: .nobody, time: true),
        Row(kind: .ownSeatEnds, keeping: .asProof, overseenBy: .nobody, time: true),
        Row(kind: .seatEnds, keeping: .asProof, overseenBy: .nobody, time: true),
        Row(kind: .seatVacant, keeping: .asProof, overseenBy: .nobody, time: true),
        Row(kind: .ballotOpened, keeping: .asProof, overseenBy: .nobody, time: true),
        Row(kind: .officeAsked, keeping: .asProof, overseenBy: .nobody, time: true, decision: true),
        Row(kind: .licenceEnds, keeping: .asProof, overseenBy: .nobody, time: true),
        Row(kind: .equipmentDueBack, keeping: .asProof, overseenBy: .nobody, time: true),
        Row(kind: .libraryReviewDue, keeping: .asProof, overseenBy: .nobody, time: true),
        Row(kind: .service, keeping: .asProof, overseenBy: .nobody, time: true),
        Row(kind: .checkDue, keeping: .asProof, overseenBy: .nobody, time: true),
        Row(kind: .awarenessDue, keeping: .asProof, overseenBy: .nobody, time: true),
        Row(kind: .referralsToCheck, keeping: .asProof, overseenBy: .nobody, time: true),
        Row(kind: .aidWaits, keeping: .asProof, overseenBy: .nobody, time: true),
        Row(kind: .aidChanged, keeping: .asProof, overseenBy: .nobody, time: true),
        Row(kind: .aidEnds, keeping: .asProof, overseenBy: .nobody, time: true),
        Row(kind: .counselDue, keeping: .asProof, overseenBy: .nobody, time: true),
        Row(kind: .sponsorLetterDue, keeping: .asProof, overseenBy: .nobody, time: true),
        Row(kind: .teamGrew, keeping: .asProof, overseenBy: .nobody, time: true),
        Row(kind: .policyDraft, keeping: .asProof, overseenBy: .nobody, time: true),
        Row(kind: .policyReview, keeping: .asProof, overseenBy: .everyOverseer, time: true),
        Row(kind: .notVouchedFor, keeping: .asProof, overseenBy: .everyOverseer, time: true),
        Row(kind: .sessionCalledOff, keeping: .asProof, overseenBy: .nobody, time: true),
        Row(kind: .sessionChanged, keeping: .asProof, overseenBy: .nobody, time: true),
        Row(kind: .jointSession, keeping: .asProof, overseenBy: .nobody, time: true),
        Row(kind: .trainingAssigned, keeping: .asProof, overseenBy: .nobody, time: true),
        Row(kind: .trainingDue, keeping: .asProof, overseenBy: .nobody, time: true),
        Row(kind: .dutyTimeWaits, keeping: .untilAnswered, overseenBy: .nobody, time: false),
        Row(kind: .dutyTimeDecided, keeping: .untilAnswered, overseenBy: .nobody, time: false),
        Row(kind: .releaseAsked, keeping: .untilAnswered, overseenBy: .nobody, time: false),
        Row(kind: .feedbackWaits, keeping: .asProof, overseenBy: .nobody, time: true),
        Row(kind: .feedbackAnswered, keeping: .asProof, overseenBy: .nobody, time: true),
        Row(kind: .sceneAsked, keeping: .asProof, overseenBy: .nobody, time: true),
        Row(kind: .meetingDecision, keeping: .asProof, overseenBy: .nobody, time: true),
        Row(kind: .meetingTeam, keeping: .asProof, overseenBy: .nobody, time: true),
        Row(kind: .teamDebriefing, keeping: .asProof, overseenBy: .nobody, time: true),
        Row(kind: .sharingAsked, keeping: .asProof, overseenBy: .nobody, time: true),
        Row(kind: .sharingChanged, keeping: .asProof, overseenBy: .nobody, time: true),
        Row(kind: .followUpDue, keeping: .asProof, overseenBy: .nobody, time: true),
        // When it was raised tells when somebody was named, and not what they answered; it is gone with the answer.
        Row(kind: .outreachDue, keeping: .untilAnswered, overseenBy: .nobody, time: false),
        Row(kind: .periodWithoutSession, keeping: .asProof, overseenBy: .everyOverseer, time: true),
    ]

    @Test(arguments: NoticeKind.allCases) func everyKindHasItsRow(_ kind: NoticeKind) throws {
        let row = try #require(Self.rows.first { $0.kind == kind })
        #expect(kind.keeping == row.keeping && kind.row.overseenBy == row.overseenBy)
        #expect(kind.keepsItsTime == row.time && kind.asksForDecision == row.decision)
        #expect(kind.isDutyToTell == row.telling)
        // What tells that somebody asked for help never keeps its time.
        #expect(kind.keeping != .untilAnswered || !kind.keepsItsTime)
        #expect(
            (kind.row.sequel == .nothing) == ![
                .disclosure, .replacementNeeded, .standsIn, .followOn, .tellAdministrator,
            ].contains(kind))
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
}
