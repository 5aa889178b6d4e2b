import PolicyPacks
import Program
import TestSupport
import Testing

/// What somebody did for the team is offered as duty time once: over, of an open month, and where nothing is written down yet.
@Suite struct WorkForTheTeamTests {
    private static let now = Instant(milliseconds: 1_773_165_600_000)

    private static func ago(_ minutes: Int64) -> Instant { now.adding(seconds: -minutes * 60) }

    private static func file() -> IncidentFile {
        var file = IncidentFile(
            id: "i", kind: "shooting", scope: .own, isLargeScale: false, happenedAt: ago(600),
            told: IncidentFile.Told(at: ago(590), means: .telephone, by: .dispatcher))
        var scene = SceneResponse(askedBy: "watch-commander", askedAt: ago(580), wanted: 2, place: "")
        for (account, left) in [("a", ago(300)), ("b", nil as Instant?)] {
            var asked = SceneResponse.Asked(account: account, at: ago(570))
            (asked.answer, asked.arrivedAt, asked.leftAt) = (.coming, ago(500), left)
            scene.asked.append(asked)
        }
        file.scenes = [scene]
        var session = IncidentSession(id: "s", meeting: "debriefing", startsAt: ago(200))
        session.team = [IncidentSession.TakenSeat(account: "a", kind: .supporter)]
        session.held = IncidentSession.Held(startedAt: ago(190), minutes: 90, present: 4)
        file.sessions = [session]
        return file
    }

    @Test func aSceneIsFromArrivingUntilLeavingAndAMeetingAsLongAsItWas() {
        #expect(
            Self.file().work(of: "a") == [
                WorkForTheTeam(.sceneResponse, from: Self.ago(500), until: Self.ago(300)),
                WorkForTheTeam(.debriefing, from: Self.ago(190), until: Self.ago(100)),
            ])
        // Who is there still has nothing to write down.
        #expect(Self.file().work(of: "b").isEmpty && Self.file().work(of: "c").isEmpty)
    }

    @Test func aServiceIsAsLongAsItsMemberWrote() throws {
        let day = try #require(Day("2026-03-10"))
        let plan = ServicePlan(kind: "funeral", from: Self.ago(300), until: Self.ago(60), wanted: 1)
        for (status, part, minutes, expected) in [
            (ServiceAssignment.Status.done, ServiceVolunteer.Status.confirmed, 120 as Int?, Self.ago(180) as Instant?),
            (.done, .confirmed, nil, nil), (.done, .offered, 120, nil), (.open, .confirmed, 120, nil),
            (.calledOff, .confirmed, 120, nil),
        ] {
            let service = ServiceAssignment(
                id: "s", plan: plan, day: day, status: status,
                volunteers: [ServiceVolunteer(account: "a", status: part, minutes: minutes)])
            #expect(service.work(of: "a")?.time.end == expected)
            #expect(service.work(of: "b") == nil)
        }
    }

    @Test func whatIsWrittenDownOrCannotBeIsNotOffered() throws {
        let rules = try BundledPacks.named("orange-county-probation").pack.dutyTime
        let calendar = try #require(AgencyCalendar(timeZone: "America/Los_Angeles"))
        let work = Self.file().work(of: "a")
        func offered(_ work: [WorkForTheTeam], besides own: [DutyEntry] = []) -> [WorkForTheTeam] {
            rules.unwritten(work, besides: own, on: calendar, at: Self.now)
        }
        #expect(offered(work.reversed()) == work)
        let own = DutyEntry(
            id: "e", time: DutyStretch(Self.ago(480), until: Self.ago(310)), activity: .support, status: .onDuty)
        #expect(offered(work, besides: [own]) == [work[1]])
        for (from, until) in [
            (Self.ago(30), Self.now.adding(seconds: 60)), (Self.ago(30), Self.ago(30)), (Self.ago(3_000), Self.ago(60)),
            (Self.ago(100 * 1_440), Self.ago(100 * 1_440 - 60)),
        ] {
            #expect(offered([WorkForTheTeam(.sceneResponse, from: from, until: until)]).isEmpty)
        }
    }
}
