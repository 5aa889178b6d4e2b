import PolicyPacks
import Program
import TestSupport
import Testing

/// The clocks of an incident, to the millisecond, by Orange County's hours.
@Suite struct IncidentClockTests {
    private static let hour: Int64 = 3_600_000
    private static let happened = Instant(milliseconds: 1_773_000_000_000)

    private static func at(_ hours: Int64, _ milliseconds: Int64 = 0) -> Instant {
        Instant(milliseconds: happened.milliseconds + hours * hour + milliseconds)
    }

    private let policy: PolicyPack

    init() throws { policy = try BundledPacks.named("orange-county-probation").pack }

    private func file(toldAfter milliseconds: Int64 = 0) -> IncidentFile {
        IncidentFile(
            id: "i", kind: "shooting", scope: .own, isLargeScale: false, happenedAt: Self.happened,
            told: IncidentFile.Told(
                at: Instant(milliseconds: Self.happened.milliseconds + milliseconds), means: .telephone,
                by: .supervisor))
    }

    private var debriefing: MeetingRule {
        get throws { try #require(policy.meeting(MeetingRule.debriefing)) }
    }

    /// With the word of both that one is needed, or is not.
    private func decided(_ isNeeded: Bool) throws -> IncidentFile {
        let roles = [RoleID("coordinator"), RoleID("committee-member")]
        let first = try file().deciding(
            on: debriefing, isNeeded: isNeeded, for: "role:coordinator", by: "a", holding: roles, SamePerson(),
            under: policy, at: Self.at(1)
        ).get()
        return try first.deciding(
            on: debriefing, isNeeded: isNeeded, for: "committee:advisory", by: "b", holding: roles, SamePerson(),
            under: policy, at: Self.at(2)
        ).get()
    }

    private func status(_ meeting: String, in file: IncidentFile, at now: Instant) -> IncidentClock.Status? {
        file.clocks(under: policy, at: now).first { clock in
            if case .meeting(let rule) = clock.what { rule.id == meeting } else { false }
        }?.status
    }

    @Test(arguments: [(0, false), (24 * Self.hour, false), (24 * Self.hour + 1, true)])
    func toldWithinADay(milliseconds: Int64, isLate: Bool) {
        #expect(file(toldAfter: milliseconds).wasToldLate(under: policy) == isLate)
    }

    @Test func theWindowOpensAndClosesToTheMillisecond() throws {
        let file = try decided(true)
        #expect(status(MeetingRule.debriefing, in: file, at: Self.at(24, -1)) == .opens(Self.at(24)))
        #expect(status(MeetingRule.debriefing, in: file, at: Self.at(24)) == .until(Self.at(72)))
        #expect(status(MeetingRule.debriefing, in: file, at: Self.at(72)) == .until(Self.at(72)))
        #expect(status(MeetingRule.debriefing, in: file, at: Self.at(72, 1)) == .missed(Self.at(72)))
    }

    @Test func decidedAgainstIsNotNeeded() throws {
        #expect(status(MeetingRule.debriefing, in: try decided(false), at: Self.at(80)) == .notNeeded)
    }

    @Test(
        arguments: [
            (23, -1, nil, false), (24, 0, nil, true), (72, 0, nil, true), (72, 1, nil, false),
            (72, 1, "team-not-available", true), (20, 0, "wish", true), (20, 0, "because", false),
        ] as [(Int64, Int64, String?, Bool)])
    func outsideTheWindowAReasonIsAsked(hours: Int64, milliseconds: Int64, reason: String?, isTaken: Bool) throws {
        let planned = try decided(true).planning(
            debriefing, as: "s", startsAt: Self.at(hours, milliseconds), reason: reason, place: "", at: Self.at(3))
        switch planned {
        case .success(let file):
            #expect(isTaken)
            // A reason is kept only where one was asked for.
            #expect(
                (file.session("s")?.reason != nil) == file.isOutside(try debriefing, at: Self.at(hours, milliseconds)))
        case .failure(let refusal):
            #expect(!isTaken)
            #expect(refusal.problems[0].field == "reason" && refusal.problems[0].clauses == [ClauseID("OCP-II.E.3a")])
        }
    }

    @Test func nobodyGivesTheWordOfTwo() throws {
        let roles = [RoleID("coordinator"), RoleID("committee-member")]
        let persons = SamePerson(["a": "p", "a2": "p"])
        let first = try file().deciding(
            on: debriefing, isNeeded: true, for: "role:coordinator", by: "a", holding: roles, persons, under: policy,
            at: Self.at(1)
        ).get()
        for account in ["a", "a2"] {
            let second = try first.deciding(
                on: debriefing, isNeeded: true, for: "committee:advisory", by: account, holding: roles, persons,
                under: policy, at: Self.at(1))
            #expect(throws: Refusal.self) { try second.get() }
        }
    }

    @Test func itIsNotClosedWhileSomethingIsOpen() throws {
        let today = try #require(AgencyCalendar(timeZone: "America/Los_Angeles")?.day(at: Self.at(100)))
        let open = file().mayClose(under: policy, at: Self.at(100))
        #expect(open?.problems.map(\.clauses) == [[ClauseID("OCP-II.E.2b")]])
        let needed = try decided(true)
        #expect(needed.mayClose(under: policy, at: Self.at(100)) != nil)
        let against = try decided(false)
        #expect(against.mayClose(under: policy, at: Self.at(100)) == nil)
        let closed = try against.closing(on: today, under: policy, at: Self.at(100)).get()
        #expect(!closed.isOpen && closed.next(under: policy, at: Self.at(100)) == nil)
        #expect(closed.mayClose(under: policy, at: Self.at(101)) != nil)
    }

    @Test func whatStaysOnceNamesAreDestroyedHasNobodyInIt() throws {
        var file = try decided(true)
        file.names = "paper"
        file.involved = ["a": .witness]
        file = try file.planning(
            debriefing, as: "s", startsAt: Self.at(30), reason: nil, place: "Room", at: Self.at(3)
        ).get()
        let forgotten = file.forgettingNames()
        #expect(forgotten.names == nil && forgotten.involved.isEmpty)
        #expect(forgotten.words.allSatisfy { $0.account.isEmpty } && forgotten.sessions[0].place.isEmpty)
        #expect(forgotten.forgettingNames() == forgotten)
        #expect(forgotten.decision(on: try debriefing) == file.decision(on: try debriefing))
    }
}
