import Program
import Testing

/// What overrides, swaps, leave, hours of their own and the end of a role make of a list.
@Suite struct RosterChangeTests {
    /// Ana has the week from 5 January, Ben the next, Carla the third.
    private func list(
        overrides: [RosterOverride] = [], swaps: [Swap] = [], leaves: [Leave] = [], ownHours: [OwnHours] = [],
        holders: [String: [Holding]] = [:], rotation: Rotation? = nil
    ) throws -> RosterList {
        try RosterExamples.list(
            [rotation ?? RosterExamples.rotation(["ana", "ben", "carla"])], holders: holders, overrides: overrides,
            swaps: swaps, leaves: leaves, ownHours: ownHours)
    }

    private func expect(_ list: RosterList, _ expected: [(String, [String])]) throws {
        for (time, accounts) in expected {
            #expect(list.onCall(at: try RosterExamples.moment(time)) == accounts, "\(time)")
        }
    }

    private func override(
        _ account: String, instead: String? = nil, _ from: String, _ until: String
    ) throws -> RosterOverride {
        RosterOverride(
            id: "o", account: account, instead: instead, stretch: try RosterExamples.stretch(from, until))
    }

    private func agreed(
        _ giver: String, to taker: String, _ from: String, _ until: String, inReturn: Stretch? = nil, number: Int = 1
    ) throws -> Swap {
        Swap(
            id: "s\(number)", giver: giver, given: try RosterExamples.stretch(from, until), inReturn: inReturn,
            status: .agreed(with: taker, number: number))
    }

    private func leave(_ account: String, _ firstDay: String, _ lastDay: String) throws -> Leave {
        Leave(
            id: "l", account: account, firstDay: try RosterExamples.day(firstDay),
            lastDay: try RosterExamples.day(lastDay))
    }

    @Test func somebodyElseStandsIn() throws {
        let list = try list(overrides: [
            override("dan", instead: "ana", "2026-01-06 10:00", "2026-01-06 12:00"),
            override("dan", "2026-01-13 10:00", "2026-01-13 12:00"),
            // Carla is not on call then, so there is nobody to stand in for.
            override("dan", instead: "carla", "2026-01-14 10:00", "2026-01-14 12:00"),
        ])
        try expect(
            list,
            [
                ("2026-01-06 09:59", ["ana"]), ("2026-01-06 10:00", ["dan"]), ("2026-01-06 12:00", ["ana"]),
                ("2026-01-13 10:00", ["ben", "dan"]), ("2026-01-14 10:00", ["ben"]),
            ])
    }

    @Test func aSwapIsInForceOnceAgreed() throws {
        let week = try RosterExamples.stretch("2026-01-05 08:00", "2026-01-12 08:00")
        let next = try RosterExamples.stretch("2026-01-12 08:00", "2026-01-19 08:00")
        for status in [Swap.Status.offered, .asked(of: "ben")] {
            let open = Swap(id: "s", giver: "ana", given: week, inReturn: next, status: status)
            try expect(try list(swaps: [open]), [("2026-01-06", ["ana"]), ("2026-01-13", ["ben"])])
        }
        let agreed = Swap(
            id: "s", giver: "ana", given: week, inReturn: next, status: .agreed(with: "ben", number: 1))
        try expect(try list(swaps: [agreed]), [("2026-01-06", ["ben"]), ("2026-01-13", ["ana"])])
    }

    @Test func aSwapOfTheSameTimeExchanges() throws {
        let night = try RosterExamples.stretch("2026-01-06 18:00", "2026-01-07 06:00")
        let swap = try agreed("ana", to: "ben", "2026-01-06 18:00", "2026-01-07 06:00", inReturn: night)
        let both = try RosterExamples.list(
            [RosterExamples.rotation(["ana"]), RosterExamples.rotation(["ben"], name: "Second")], swaps: [swap])
        try expect(both, [("2026-01-06 17:59", ["ana", "ben"]), ("2026-01-06 18:00", ["ben", "ana"])])
    }

    @Test func whatWasTakenCanBeGivenOn() throws {
        let list = try list(swaps: [
            agreed("ben", to: "carla", "2026-01-06 10:00", "2026-01-06 11:00", number: 2),
            agreed("ana", to: "ben", "2026-01-06", "2026-01-07", number: 1),
        ])
        try expect(
            list, [("2026-01-06 09:00", ["ben"]), ("2026-01-06 10:00", ["carla"]), ("2026-01-06 11:00", ["ben"])])
    }

    /// The order of the agreements counts, not that of the time: who had given a shift away earlier cannot give it again.
    @Test func anEarlierAgreementStands() throws {
        let list = try list(swaps: [
            agreed("ana", to: "ben", "2026-01-06", "2026-01-07", number: 1),
            agreed("ana", to: "carla", "2026-01-06", "2026-01-07", number: 2),
        ])
        try expect(list, [("2026-01-06 12:00", ["ben"])])
    }

    @Test func aSwapOutlivesAChangeOfTheRotation() throws {
        let swap = try agreed("ana", to: "dan", "2026-01-06 18:00", "2026-01-07 06:00")
        let changed: [Rotation] = [
            try RosterExamples.rotation(["ana", "carla"], at: "06:00", weeks: 2),
            try RosterExamples.rotation(["ana"], shifts: [RosterExamples.hours(RosterExamples.all, "20:00", "04:00")]),
            try RosterExamples.rotation(["ben", "ana"], from: "2025-12-29", name: "Another"),
        ]
        for rotation in changed {
            try expect(try list(swaps: [swap], rotation: rotation), [("2026-01-06 22:00", ["dan"])])
        }
    }

    @Test func nobodyOnLeaveIsCalled() throws {
        let list = try list(
            overrides: [override("dan", instead: "ana", "2026-01-08", "2026-01-09")],
            leaves: [leave("ana", "2026-01-07", "2026-01-08"), leave("dan", "2026-01-09", "2026-01-09")])
        try expect(
            list,
            [
                ("2026-01-06 23:59", ["ana"]), ("2026-01-07 00:00", []), ("2026-01-08 12:00", ["dan"]),
                ("2026-01-09 00:00", ["ana"]),
            ])
    }

    @Test func whoNoLongerHoldsTheRoleIsNotCalled() throws {
        let ended = Holding(
            role: RoleID("supporter"), area: nil, startsOn: try RosterExamples.day("2025-01-01"),
            until: try RosterExamples.day("2026-01-08"))
        try expect(
            try list(holders: ["ana": [ended]]), [("2026-01-07 23:59", ["ana"]), ("2026-01-08 00:00", [])])
    }

    @Test func ownHoursComeAfterTheRotationsAndDutyBeforeFreeTime() throws {
        let evening = try RosterExamples.hours([2], "18:00", "22:00")
        let list = try list(
            leaves: [leave("dan", "2026-01-13", "2026-01-13")],
            ownHours: [
                OwnHours(id: "1", account: "ben", kind: .offDuty, hours: evening),
                OwnHours(id: "2", account: "dan", kind: .onDuty, hours: evening),
                OwnHours(id: "3", account: "ana", kind: .offDuty, hours: evening),
                OwnHours(id: "4", account: "carla", kind: .offDuty, hours: evening),
            ])
        let tuesday = try RosterExamples.moment("2026-01-06 20:00")
        #expect(list.onCall(at: tuesday) == ["ana"])
        #expect(list.opened(at: tuesday) == ["dan", "ben", "carla"])
        #expect(list.opened(at: try RosterExamples.moment("2026-01-06 22:00")) == [])
        #expect(list.opened(at: try RosterExamples.moment("2026-01-13 20:00")) == ["ana", "carla"])
        let availability = Availability([list], at: tuesday)
        #expect(availability.order == ["ana", "dan", "ben", "carla"])
        #expect(availability.isAvailable("carla") && !availability.isAvailable("eve"))
        #expect(availability.onCall(.role(RoleID("psychologist"))) == [])
    }

    @Test func aShadowLooksOnAndIsNotCalled() throws {
        let list = try list(rotation: try RosterExamples.rotation(["ana"], until: "2026-01-12", shadows: ["dan"]))
        let window = try RosterExamples.stretch("2026-01-01", "2026-02-01")
        let week = try RosterExamples.stretch("2026-01-05 08:00", "2026-01-12 08:00")
        #expect(list.shifts(of: "ana", in: window) == [week])
        #expect(list.shadowing(of: "dan", in: window) == [week])
        #expect(list.shifts(of: "dan", in: window) == [] && list.shadowing(of: "ana", in: window) == [])
        #expect(list.onCall(at: week.from) == ["ana"])
    }

    @Test func whoCannotBeReachedIsNamedInOrderOfTheirShifts() throws {
        let list = try list()
        let window = try RosterExamples.stretch("2026-01-12 08:00", "2026-02-01")
        for (told, missed) in [(["ana"], ["ben", "carla"]), (["ana", "ben", "carla"], [])] {
            let reachability = try ReachSamples.reachability(under: PackID("iacp"), [list], told: told, at: window.from)
            #expect(list.withoutContactMethod(in: window, reachability) == missed)
        }
    }
}
