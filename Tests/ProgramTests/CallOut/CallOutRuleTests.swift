import PolicyPacks
import Program
import Testing

/// Whom a desk may page by each pack, and how long a call-out is kept.
@Suite struct CallOutRuleTests {
    private static func policy(_ pack: String) throws -> PolicyPack {
        try PackLibrary.load(PackID(pack)).get().pack
    }

    /// Ana is on call, Ben on leave.
    private static func order(
        of callOut: String = "c", under policy: PolicyPack, supporters: [String] = ["ana", "ben", "carla", "dan"]
    ) throws -> CallOutOrder {
        let day = try RosterExamples.day("2026-03-10")
        let list = try RosterExamples.list(
            [try RosterExamples.rotation(["ana"])],
            leaves: [Leave(id: "l", account: "ben", firstDay: day, lastDay: day)])
        let availability = Availability([list], at: try RosterExamples.moment("2026-03-10 12:00"))
        return CallOutOrder(
            of: callOut, under: policy, availability: availability, supporters: supporters, lastResort: ["psy", "ben"],
            calledElsewhere: ["dan"])
    }

    /// Off duty, whoever opened no hours is paged only where the pack has the team respond at any hour (KSO-J.1); on leave nobody is.
    @Test(arguments: [
        ("iacp", false), ("kern-sheriff", false), ("orange-county-probation", true), ("police-division", true),
        ("sacramento-probation", true),
    ])
    func offDuty(pack: String, respond: Bool) throws {
        let policy = try Self.policy(pack)
        let order = try Self.order(under: policy)
        #expect(order.onCall == ["ana"] && order.available == ["ana"])
        #expect(order.offDuty.sorted() == (respond ? ["ana", "carla", "dan"] : []))
        #expect(order.lastResort == (policy.callOutEndsAt == nil ? [] : ["psy"]))
        #expect(order.calledElsewhere == ["dan"])
    }

    /// The lot falls anew for each call-out.
    @Test func nobodyAlwaysStandsFirst() throws {
        let policy = try Self.policy("police-division")
        let team = (1...8).map { "supporter \($0)" }
        let first = try (1...10).map {
            try Self.order(of: "call-out \($0)", under: policy, supporters: team).offDuty.first
        }
        #expect(Set(first).count > 1)
    }

    /// As long as a closed request is; one that nobody finished runs until the end of the day after.
    @Test func kept() throws {
        let policy = try Self.policy("iacp")
        let today = try #require(Day("2026-03-10"))
        let first = try #require(policy.firstCallOutDayKept(on: today))
        #expect(today.daysSince1970 - first.daysSince1970 == policy.retention.closedRequestDays.value.number)
        #expect(PolicyPack.firstCallOutDayRunning(on: today) == Day("2026-03-09"))
    }

    /// Until somebody calls in each of the team has a copy, open to whoever is asked; then there is one.
    @Test func whoKeepsTheCallersNumber() {
        let team = ["ana", "ben", "carla"]
        #expect(
            CallOutRules.numberKeepers(of: team, paged: [("ana", nil), ("ben", .cannot)])
                == ["ana": .sealed, "ben": .locked, "carla": .locked])
        #expect(
            CallOutRules.numberKeepers(of: team, paged: [("ana", nil), ("ben", .accepted), ("carla", .accepted)])
                == ["ben": .sealed])
    }

    static let answers: [(CallOutAnswer, own: CallOutAnswer?, other: CallOutAnswer?, CallOutRules.NumberAfterAnswer)] =
        [
            (.accepted, nil, nil, .isTheirsAlone), (.accepted, .cannot, nil, .isTheirsAlone),
            (.accepted, nil, .cannot, .isTheirsAlone), (.accepted, nil, .accepted, .isNotTheirs),
            (.accepted, .accepted, nil, .isTheirsAlone), (.cannot, nil, nil, .isLocked),
            (.cannot, .accepted, nil, .isNotTheirs), (.cannot, nil, .accepted, .isNotTheirs),
        ]

    @Test(arguments: answers.indices) func whoHasTheCallersNumber(_ row: Int) {
        let (answer, own, other, after) = Self.answers[row]
        #expect(CallOutRules.number(after: answer, by: "ana", paged: [("ana", own), ("ben", other)]) == after)
    }
}
