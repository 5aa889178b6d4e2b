import PolicyPacks
import Program
import Testing

enum ReachSamples {
    static func way(
        _ kind: ContactMethod.Kind = .text, isConfirmed: Bool = true, _ trouble: ContactMethod.Trouble? = nil
    ) -> ContactMethod {
        ContactMethod(
            id: "w", kind: kind, address: "+19165550123", delay: 0, isConfirmed: isConfirmed, trouble: trouble)
    }

    /// Those who are told have one way that was proved; the others have none.
    static func reachability(
        under pack: PackID, _ lists: [RosterList], told: [String], at moment: Instant
    ) throws -> Reachability {
        Reachability(
            asking: AskingNow(
                policy: try PackLibrary.load(pack).get().pack, availability: Availability(lists, at: moment),
                isBusinessHours: true),
            ways: Dictionary(uniqueKeysWithValues: told.map { ($0, [way()]) }))
    }
}

/// Whether a word from here reaches somebody, and who is said to be reached now.
@Suite struct ReachabilityTests {
    static let ways: [(what: String, [ContactMethod], ReachHindrance?)] = [
        ("none at all", [], .noWay),
        ("one that was proved", [ReachSamples.way()], nil),
        ("one that was not proved", [ReachSamples.way(isConfirmed: false)], .notProved),
        ("one that refused the last word", [ReachSamples.way(.text, .refused)], .inTrouble),
        ("one that has ended", [ReachSamples.way(.push, isConfirmed: false, .gone)], .inTrouble),
        ("a new key", [ReachSamples.way(.push, isConfirmed: false, .otherKey)], .inTrouble),
        ("one that refused, and one that works", [ReachSamples.way(.text, .refused), ReachSamples.way(.call)], nil),
        (
            "one that refused, and one that was not proved",
            [ReachSamples.way(.text, .refused), ReachSamples.way(.call, isConfirmed: false)], .inTrouble
        ),
        ("of a kind without a gateway", [ReachSamples.way(.email)], .notCarried),
        (
            "of a kind without a gateway, beside one in trouble",
            [ReachSamples.way(.email), ReachSamples.way(.text, .refused)], .inTrouble
        ),
    ]

    @Test(arguments: ways.indices) func oneTable(_ row: Int) {
        let (what, ways, hindrance) = Self.ways[row]
        #expect(ways.hindrance(carried: [.text, .call, .push]) == hindrance, "\(what)")
    }

    /// Ana is on call and can be told; Ben is on call and cannot. Carla opened no hours and can be told; Dan is on leave.
    private func reachability(under pack: PackID) throws -> Reachability {
        let day = try RosterExamples.day("2026-03-10")
        let lists = [
            try RosterExamples.list(
                [try RosterExamples.rotation(["ana"]), try RosterExamples.rotation(["ben"], name: "Second")],
                leaves: [Leave(id: "l", account: "dan", firstDay: day, lastDay: day)])
        ]
        return try ReachSamples.reachability(
            under: pack, lists, told: ["ana", "carla", "dan"], at: try RosterExamples.moment("2026-03-10 12:00"))
    }

    /// Nobody is said to be reached whom nothing reaches, however the lists have them.
    @Test(arguments: PackLibrary.bundled) func saidToSeekers(_ pack: PackID) throws {
        let reachability = try reachability(under: pack)
        let shown = ["ana", "ben", "carla", "dan"].filter(reachability.canBeReachedNow)
        #expect(shown == ["ana"])
    }

    /// Off duty, whoever opened no hours counts only where the pack has the team respond at any hour (KSO-J.1).
    @Test(arguments: [
        ("iacp", false), ("kern-sheriff", false), ("orange-county-probation", true), ("police-division", true),
        ("sacramento-probation", true),
    ])
    func counted(_ pack: String, respond: Bool) throws {
        let reachability = try reachability(under: PackID(pack))
        #expect(reachability.standing(of: "ana") == .canBeTold)
        #expect(reachability.standing(of: "ben") == .cannotBeTold(.noWay))
        #expect(reachability.standing(of: "carla") == (respond ? .canBeTold : .leftInPeace))
        #expect(reachability.standing(of: "dan") == .leftInPeace)
        let tally = reachability.tally(of: ["ana", "ben", "carla", "dan"])
        #expect(tally.canBeTold == (respond ? 2 : 1) && tally.cannotBeTold == ["ben"] && tally.all == 4)
    }
}
