import PolicyPacks
import Program
import Testing

/// Who is asked when nobody answers a disclosure, and what an answer does to whoever else was asked.
@Suite struct TellingLadderTests {
    private static let offices = [RoleID("b"), RoleID("c")]

    /// After so many announcements: nobody new, the next office, the one after it, and then nobody is left.
    @Test(arguments: [(1, 0), (2, 1), (3, 1), (4, 2), (5, 2), (6, 3), (7, 3), (100, 3)])
    func howFarItHasCome(_ announcements: Int, _ reached: Int) {
        #expect(TellingLadder(offices: Self.offices, times: 2).reached(after: announcements) == reached)
    }

    struct Case: Sendable {
        let reached: Int
        let held: Set<String>
        let asked: [String]
        let isNobodyLeft: Bool
    }

    @Test(arguments: [
        Case(reached: 0, held: ["b", "c"], asked: [], isNobodyLeft: false),
        Case(reached: 1, held: ["b", "c"], asked: ["b"], isNobodyLeft: false),
        Case(reached: 2, held: ["b", "c"], asked: ["b", "c"], isNobodyLeft: false),
        Case(reached: 3, held: ["b", "c"], asked: ["b", "c"], isNobodyLeft: true),
        // Nobody holds the next office: the one after it is asked with it, at once.
        Case(reached: 1, held: ["c"], asked: ["b", "c"], isNobodyLeft: false),
        Case(reached: 1, held: [], asked: ["b", "c"], isNobodyLeft: true),
        Case(reached: 2, held: ["b"], asked: ["b", "c"], isNobodyLeft: true),
    ])
    func whoIsAsked(_ row: Case) {
        let brought = TellingLadder(offices: Self.offices, times: 2).asked(at: row.reached) {
            row.held.contains($0.text)
        }
        #expect(brought.offices.map(\.text) == row.asked)
        #expect(brought.isNobodyLeft == row.isNobodyLeft)
    }

    private static func notice(
        _ id: String, _ kind: NoticeKind, to role: String, tells: String? = nil, isAnswered: Bool = false
    ) throws -> Notice {
        Notice(
            id: id, kind: kind, to: .role(RoleID(role)), from: "s", raisedOn: try #require(Day("2026-03-10")),
            raisedAt: nil, due: nil, about: "d", tells: tells.map { RoleID($0) }, clauses: [],
            acknowledgement: isAnswered
                ? Acknowledgement(by: "x", at: Instant(milliseconds: 1), how: .telephone) : nil)
    }

    /// In every pack an exception that is told again and again comes to another office than the one that does not answer.
    @Test(
        arguments: [
            ("sacramento-probation", "harm-to-another", "management-liaison", ["coordinator"]),
            ("sacramento-probation", "investigation", "coordinator", ["management-liaison"]),
            ("sacramento-probation", "self-harm", "chaplaincy", ["management-liaison"]),
            ("orange-county-probation", "danger", "chief", ["division-director"]),
            ("police-division", "threat", "psychologist", ["dispatcher"]),
        ])
    func thePacksOffices(_ pack: String, _ exception: String, _ told: String, _ next: [String]) throws {
        let policy = try PackLibrary.load(PackID(pack)).get().pack
        let rule = try #require(policy.confidentiality.exception(exception))
        let ladder = try rule.ladder(of: Self.notice("n", .disclosure, to: told), under: policy)
        #expect(ladder == TellingLadder(offices: next.map { RoleID($0) }, times: 2))
        // Whoever stands in is asked on by nobody, and a duty to tell comes to whom it tells.
        #expect(try rule.ladder(of: Self.notice("n", .standsIn, to: next[0], tells: told), under: policy) == nil)
        let duty = try Self.notice("n", .followOn, to: told, tells: "liaison")
        #expect(rule.ladder(of: duty, under: policy)?.offices == [RoleID("liaison")])
    }

    /// At once is never longer than a quarter of an hour, whatever an older pack waits for a page.
    @Test(arguments: PackLibrary.bundled) func atOnceHasACeiling(_ pack: PackID) throws {
        let telling = try PackLibrary.demonstration(of: pack).get().pack.telling
        #expect(Recipient.Deadline.immediately.minutes(telling) == 5)
        #expect(Recipient.Deadline.asSoonAsPossible.minutes(telling) == 60)
        #expect(Recipient.Deadline.open.minutes(telling) == nil)
    }

    @Test(arguments: [(5, 5, 60), (10, 10, 60), (30, 15, 60), (90, 15, 90), (720, 15, 240)])
    func anOlderPack(_ pace: Int, _ atOnce: Int, _ soon: Int) {
        let telling = TellingRules(beforePace: pace, thenAsked: Self.offices)
        #expect(Recipient.Deadline.immediately.minutes(telling) == atOnce)
        #expect(Recipient.Deadline.asSoonAsPossible.minutes(telling) == soon)
        #expect(telling.thenAsked.value == Self.offices)
    }

    @Test func anAnswerIsForOnePlaceAlone() throws {
        let first = try Self.notice("1", .disclosure, to: "a")
        let inItsPlace = try Self.notice("2", .standsIn, to: "b", tells: "a")
        let second = try Self.notice("3", .standsIn, to: "c", tells: "a")
        let other = try Self.notice("4", .disclosure, to: "z")
        let duty = try Self.notice("5", .followOn, to: "a", tells: "y")
        #expect(first.effect(on: inItsPlace) == .withdrawn && first.effect(on: second) == .withdrawn)
        #expect(inItsPlace.effect(on: first) == .answered && inItsPlace.effect(on: second) == .withdrawn)
        for notice in [first, inItsPlace, second] {
            #expect(notice.effect(on: other) == .none && notice.effect(on: duty) == .none)
            #expect(other.effect(on: notice) == .none && duty.effect(on: notice) == .none)
            #expect(notice.effect(on: notice) == .none)
        }
        let answered = try Self.notice("1", .disclosure, to: "a", isAnswered: true)
        #expect(inItsPlace.effect(on: answered) == .none)
    }

    /// The supporter is told no more that nobody answers once nobody is waited for.
    @Test func overOnceKnown() throws {
        let last = try Self.notice("l", .nobodyAnswers, to: "s", tells: "a")
        let other = try Self.notice("2", .disclosure, to: "b")
        let open = try Self.notice("1", .disclosure, to: "a")
        let answered = try Self.notice("1", .disclosure, to: "a", isAnswered: true)
        let a = RoleID("a")
        #expect([open, last].overOnceKnown.isEmpty && [open, last].isUnanswered(a))
        #expect([answered, other, last].overOnceKnown == [last])
        #expect(![open].isUnanswered(a) && ![open, last].isUnanswered(RoleID("b")))
    }
}
