import PolicyPacks
import Program
import Testing

/// How long notices are kept, in which order whoever watches over them sees them, and what one bears once it is raised.
@Suite struct NoticeKeepingTests {
    private static let now = Instant(milliseconds: 1_773_162_000_000)

    /// What tells of a request goes with closed requests, the rest with the salts of the audit chain, by each pack's own days.
    @Test(arguments: PackLibrary.bundled)
    func firstDayKept(_ pack: PackID) throws {
        let rules = try PackLibrary.load(pack).get().pack.retention
        let today = try #require(Day("2026-03-10"))
        let (request, proof) = (rules.closedRequestDays.value.number, rules.auditSaltDays.value.number)
        #expect(request != proof)
        for (keeping, days) in [
            (NoticeRow.Keeping.untilAnswered, request), (.withDisclosure, proof), (.asProof, proof),
        ] {
            let day = try #require(rules.firstDayKept(of: keeping, on: today))
            #expect(today.daysSince1970 - day.daysSince1970 == days)
        }
        #expect(rules.earliestSaltKept(at: Self.now).adding(seconds: Int64(proof) * 86_400) == Self.now)
    }

    private static func notice(_ id: String, on day: String, due: Int64? = nil, isAnswered: Bool = false) throws
        -> Notice
    {
        Notice(
            id: id, kind: .getInTouch, to: .account("a"), from: nil, raisedOn: try #require(Day(day)), raisedAt: nil,
            due: due.map { now.adding(seconds: $0) }, about: nil, tells: nil, clauses: [],
            acknowledgement: isAnswered ? Acknowledgement(by: "a", at: now, how: .page) : nil)
    }

    @Test func theOverdueFirstAndTheAnsweredLast() throws {
        let ordered = try [
            Self.notice("late 1", on: "2026-03-08", due: -60), Self.notice("late 2", on: "2026-03-09", due: -1),
            Self.notice("open 1", on: "2026-03-01"), Self.notice("open 2", on: "2026-03-09", due: 0),
            Self.notice("open 3", on: "2026-03-09"),
            Self.notice("answered late", on: "2026-01-01", due: -60, isAnswered: true),
            Self.notice("answered", on: "2026-02-01", isAnswered: true),
        ]
        for (place, notice) in ordered.enumerated() {
            for other in ordered[(place + 1)...] {
                #expect(notice.comesBefore(other, at: Self.now), "\(notice.id), \(other.id)")
                #expect(!other.comesBefore(notice, at: Self.now), "\(other.id), \(notice.id)")
            }
        }
    }

    @Test func answeredOnesAreShownForThirtyDays() {
        #expect(Notice.answeredShown(since: Self.now) == Self.now.adding(seconds: -2_592_000))
    }

    /// Whoever supporters answer in the pack's time brings that time and its clause with them (SAC-II.D.3.f); a time of its own
    /// stands. What tells of a request never bears its moment.
    @Test(
        arguments: [
            (.getInTouch, "coordinator", nil, 172_800, true), (.getInTouch, "coordinator", 60, 60, false),
            (.getInTouch, "supporter", nil, nil, false), (.conflict, "supporter", nil, nil, false),
        ] as [(NoticeKind, String, Int64?, Int64?, Bool)])
    func raised(kind: NoticeKind, raiser: String, due: Int64?, dueAfter: Int64?, hasClause: Bool) throws {
        let policy = try PackLibrary.load(PackID("sacramento-probation")).get().pack
        let today = try #require(Day("2026-03-10"))
        let new = NewNotice(
            kind: kind, to: .account("a"), due: due.map { Self.now.adding(seconds: $0) },
            under: [ClauseID("X-1")], from: "b")
        let raised = policy.raised(new, as: "n", by: [RoleID(raiser)], on: today, at: Self.now)
        #expect(raised.id == "n" && raised.kind == kind && raised.from == "b" && raised.isOpen)
        #expect(raised.raisedOn == today && raised.raisedAt == (kind.keepsItsTime ? Self.now : nil))
        #expect(raised.due == dueAfter.map { Self.now.adding(seconds: $0) })
        #expect(raised.clauses == [ClauseID("X-1")] + (hasClause ? [ClauseID("SAC-II.D.3.f")] : []))
    }
}
