import Program
import Testing

/// What a list refuses, each with the field it is about.
@Suite struct RosterRuleTests {
    private func now() throws -> Instant { try RosterExamples.moment("2026-01-06 12:00") }
    private func today() throws -> Day { try RosterExamples.day("2026-01-06") }
    private let staff: Set = ["ana", "ben", "carla", "dan", "trainee"]

    private func changed(
        name: String = "Nights", members: [String] = ["ana", "ben"], shadows: [String] = ["trainee"],
        until: String? = nil, handOver: Int = 480, weeks: Int = 1, shifts: Int = 1
    ) throws -> Rotation {
        Rotation(
            id: "r", name: name, members: members, shadows: shadows, startsOn: try RosterExamples.day("2026-01-05"),
            until: try until.map(RosterExamples.day), handOver: handOver, weeks: weeks,
            shifts: Array(repeating: try RosterExamples.hours([1], "18:00", "06:00"), count: shifts))
    }

    @Test func aRotationAsItShouldBeIsKept() throws {
        let list = try RosterExamples.list()
        #expect(list.mayKeep(try changed(), staff: staff, on: try today()) == nil)
        #expect(list.mayKeep(try changed(shadows: [], shifts: 0), staff: staff, on: try today()) == nil)
    }

    @Test func aRotationThatCannotBe() throws {
        let list = try RosterExamples.list(
            holders: [
                "gone": [
                    Holding(
                        role: RoleID("supporter"), area: nil, startsOn: try RosterExamples.day("2020-01-01"),
                        until: try today())
                ]
            ])
        let cases: [(Rotation, String)] = [
            (try changed(name: " "), "name"), (try changed(members: []), "members"),
            (try changed(members: ["ana", "ana"]), "members"), (try changed(members: ["ana", "stranger"]), "members"),
            (try changed(members: ["gone"]), "members"), (try changed(shadows: ["stranger"]), "shadows"),
            (try changed(shadows: ["ana"]), "shadows"), (try changed(shadows: ["trainee", "trainee"]), "shadows"),
            (try changed(until: "2026-01-05"), "until"),
            (try changed(handOver: 1440), "handOver"), (try changed(handOver: -1), "handOver"),
            (try changed(weeks: 0), "weeks"), (try changed(weeks: 27), "weeks"), (try changed(shifts: 15), "shifts"),
        ]
        for (rotation, field) in cases {
            let refusal = list.mayKeep(rotation, staff: staff, on: try today())
            #expect(refusal?.problems.map(\.field) == [field], "\(rotation)")
        }
    }

    @Test func anOverride() throws {
        let list = try RosterExamples.list()
        func refused(_ account: String, instead: String? = nil, _ from: String, _ until: String) throws -> [String?]? {
            let override = RosterOverride(
                id: "o", account: account, instead: instead, stretch: try RosterExamples.stretch(from, until))
            return list.mayKeep(override, at: try now())?.problems.map(\.field)
        }
        #expect(try refused("ana", instead: "ben", "2026-01-06 11:00", "2026-01-07") == nil)
        #expect(try refused("ana", instead: "ana", "2026-01-07", "2026-01-08") == ["instead"])
        #expect(try refused("stranger", "2026-01-07", "2026-01-08") == ["account"])
        #expect(try refused("ana", "2026-01-05", "2026-01-06 12:00") == ["until"])
        #expect(try refused("ana", "2026-01-07", "2027-02-07") == ["until"])
        #expect(try refused("ana", "2028-02-07", "2028-02-08") == ["from"])
    }

    /// Ana has this week, Ben the next.
    private func offer(
        _ giver: String, _ status: Swap.Status, _ from: String, _ until: String, inReturn: Stretch? = nil
    ) throws -> Swap {
        Swap(
            id: "s", giver: giver, given: try RosterExamples.stretch(from, until), inReturn: inReturn, status: status)
    }

    /// Ben's next week is what Ana could take over, from its beginning; Ana's own and what has begun are not.
    @Test func whatCouldBeGivenInReturn() throws {
        let list = try RosterExamples.list([RosterExamples.rotation(["ana", "ben"])])
        let shifts = list.shifts(besides: "ana", from: try now(), days: 14)
        #expect(shifts.map(\.account) == ["ben"])
        #expect(try shifts.map(\.stretch) == [RosterExamples.stretch("2026-01-12 08:00", "2026-01-19 08:00")])
        #expect(list.shifts(besides: "ben", from: try now(), days: 14).map(\.account) == ["ana"])
        #expect(
            try list.shifts(besides: "ben", from: now(), days: 14)[0].stretch.from > RosterExamples.moment("2026-01-19")
        )
    }

    @Test func offeringAShift() throws {
        let list = try RosterExamples.list([RosterExamples.rotation(["ana", "ben"])])
        let next = try RosterExamples.stretch("2026-01-13", "2026-01-14")
        let cases: [(Swap, String?)] = [
            (try offer("ana", .offered, "2026-01-07", "2026-01-08"), nil),
            (try offer("ana", .asked(of: "ben"), "2026-01-07", "2026-01-08", inReturn: next), nil),
            (try offer("ana", .offered, "2026-01-07", "2026-01-14"), "from"),
            (try offer("ben", .offered, "2026-01-07", "2026-01-08"), "from"),
            (try offer("ana", .offered, "2026-01-05 09:00", "2026-01-06"), "until"),
            (try offer("ana", .offered, "2026-01-07", "2026-01-08", inReturn: next), "to"),
            (try offer("ana", .asked(of: "ana"), "2026-01-07", "2026-01-08"), "to"),
            (try offer("ana", .asked(of: "stranger"), "2026-01-07", "2026-01-08"), "to"),
            (try offer("ana", .asked(of: "carla"), "2026-01-07", "2026-01-08", inReturn: next), "inReturn"),
        ]
        for (swap, field) in cases {
            let refused = list.mayOffer(swap, at: try now())?.problems.map(\.field)
            #expect(refused == field.map { [$0] }, "\(swap)")
        }
    }

    @Test func takingAShift() throws {
        let list = try RosterExamples.list([RosterExamples.rotation(["ana", "ben"])])
        func refusal(_ swap: Swap, by account: String) throws -> Refusal? {
            list.mayTake(swap, by: account, at: try now())
        }
        let open = try offer("ana", .offered, "2026-01-07", "2026-01-08")
        #expect(try refusal(open, by: "ben") == nil)
        #expect(try refusal(open, by: "ana") != nil)
        #expect(try refusal(open, by: "stranger") != nil)
        let asked = try offer("ana", .asked(of: "ben"), "2026-01-07", "2026-01-08")
        #expect(try refusal(asked, by: "ben") == nil)
        #expect(try refusal(asked, by: "carla") != nil)
        #expect(
            try refusal(try offer("ana", .agreed(with: "ben", number: 1), "2026-01-07", "2026-01-08"), by: "ben") != nil
        )
        // Since it was offered the list has changed.
        #expect(try refusal(try offer("carla", .offered, "2026-01-07", "2026-01-08"), by: "ben") != nil)
        // The rest of a shift can be taken as long as there is a rest.
        #expect(try refusal(try offer("ana", .offered, "2026-01-06 10:00", "2026-01-08"), by: "ben") == nil)
        #expect(try refusal(try offer("ana", .offered, "2026-01-05 10:00", "2026-01-06 12:00"), by: "ben") != nil)
        let ofOthers = try RosterExamples.stretch("2026-01-20", "2026-01-21")
        #expect(
            try refusal(try offer("ana", .asked(of: "ben"), "2026-01-07", "2026-01-08", inReturn: ofOthers), by: "ben")
                != nil)
    }

    @Test func fillingAGap() throws {
        let list = try RosterExamples.list([RosterExamples.rotation(["ana"], until: "2026-01-12")])
        let gap = try RosterExamples.stretch("2026-01-12 08:00", "2026-01-13")
        let week = try RosterExamples.stretch("2026-01-08", "2026-01-09")
        #expect(list.mayFill(gap, by: "ben", at: try now()) == nil)
        #expect(list.mayFill(gap, by: "stranger", at: try now()) != nil)
        #expect(list.mayFill(week, by: "ben", at: try now())?.problems.map(\.field) == ["from"])
    }

    @Test(arguments: [
        ("2026-01-06", "2026-01-06", nil), ("2026-01-01", "2026-01-06", nil), ("2026-02-01", "2027-02-02", nil),
        ("2026-01-08", "2026-01-07", "lastDay"), ("2026-01-01", "2026-01-05", "lastDay"),
        ("2026-02-01", "2027-02-03", "lastDay"),
    ])
    func leave(_ first: String, _ last: String, _ field: String?) throws {
        let leave = Leave(
            id: "l", account: "ana", firstDay: try RosterExamples.day(first), lastDay: try RosterExamples.day(last))
        #expect(leave.mayBeTaken(on: try today())?.problems.map(\.field) == field.map { [$0] })
    }

    /// There is an end to what one member may have at once, and nobody else's counts.
    @Test(arguments: [("ana", 13, false), ("ana", 14, true), ("ana", 15, true), ("ben", 15, false)])
    func ownTimeHasAnEnd(_ account: String, _ count: Int, _ isRefused: Bool) throws {
        let (first, hours) = (try today(), try RosterExamples.hours([1], "18:00", "22:00"))
        let leaves = (0..<count).map { Leave(id: "\($0)", account: account, firstDay: first, lastDay: first) }
        let own = (0..<count).map { OwnHours(id: "\($0)", account: account, kind: .offDuty, hours: hours) }
        let leave = Leave(id: "l", account: "ana", firstDay: first, lastDay: first)
        let more = OwnHours(id: "o", account: "ana", kind: .onDuty, hours: hours)
        #expect(leave.mayBeTaken(beside: leaves, on: first)?.problems.map(\.field) == (isRefused ? ["firstDay"] : nil))
        #expect(more.mayBeOpened(beside: own)?.problems.map(\.field) == (isRefused ? ["weekdays"] : nil))
    }

    @Test func hoursNeedADayAndTwoTimesOfDay() {
        #expect(WeeklyHours([], from: 0, until: 60) == nil)
        #expect(WeeklyHours(Weekdays(rawValue: 128), from: 0, until: 60) == nil)
        #expect(WeeklyHours(.everyDay, from: 1440, until: 60) == nil)
        #expect(WeeklyHours(.everyDay, from: 0, until: -1) == nil)
        #expect(WeeklyHours(.everyDay, from: 1320, until: 360)?.length == 480)
        #expect(WeeklyHours(.everyDay, from: 0, until: 0)?.length == 1440)
    }

    @Test func namesOfLists() {
        for kind in [RosterList.Kind.supporters, .role(RoleID("psychologist")), .role(RoleID("supporters"))] {
            #expect(RosterList.Kind(kind.text) == kind)
        }
        for text in ["", "supporter", "role-", "psychologist"] { #expect(RosterList.Kind(text) == nil) }
    }
}
