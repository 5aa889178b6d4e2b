import Operations
import Program
import Sealing
import Store
import Testing

/// What members do: offer and take shifts, take leave, open hours of their own.
@Suite struct OwnRosterTests {
    private func offer(
        _ roster: RosterGround, _ from: String, _ until: String, to: Staff? = nil, inReturn: Stretch? = nil
    ) async throws -> String {
        let offer = ShiftOffer(
            list: .supporters, given: try roster.stretch(from, until), to: to?.account, inReturn: inReturn)
        return try #require(try await roster.programmes.offerShift(offer, by: roster.ana)).get()
    }

    @Test(arguments: engines) func aSwapIsAskedAgreedAndOutlivesTheRotation(_ engine: Engine) async throws {
        let roster = try await RosterGround(engine)
        let rotation = try await roster.rotate()
        let inReturn = try roster.stretch("2026-11-24", "2026-11-25")
        let id = try await offer(roster, "2026-11-21", "2026-11-22", to: roster.ben, inReturn: inReturn)
        #expect(try await roster.programmes.openNotices(for: roster.ben) == 1)
        #expect(try await roster.onCall("2026-11-21 12:00") == [roster.ana.account])
        #expect(try await roster.programmes.ownRoster(of: roster.ben).toTake.map(\.value.id) == [id])
        // Nobody else knows of it.
        #expect(try await roster.programmes.ownRoster(of: roster.carla).toTake.isEmpty)
        #expect(try await roster.programmes.takeShift(id, by: roster.carla) == nil)

        try #require(try await roster.programmes.takeShift(id, by: roster.ben)).get()
        #expect(try await roster.ground.acts().last == .rosterShiftSwapped)
        #expect(try await roster.onCall("2026-11-21 12:00") == [roster.ben.account])
        #expect(try await roster.onCall("2026-11-24 12:00") == [roster.ana.account])

        let changed = try roster.rotation([roster.ana, roster.carla, roster.ben], id: rotation.id)
        _ = try #require(try await roster.programmes.changeRotation(changed, by: roster.keeper)).get()
        #expect(try await roster.onCall("2026-11-21 12:00") == [roster.ben.account])
        #expect(try await roster.onCall("2026-11-22 12:00") == [roster.ana.account])
    }

    /// However many take an open shift at the same moment, one has it.
    @Test(arguments: engines) func oneOfManyTakesAnOpenShift(_ engine: Engine) async throws {
        let roster = try await RosterGround(engine)
        try await roster.rotate()
        let id = try await offer(roster, "2026-11-21", "2026-11-22")
        let takers = [roster.ben, roster.carla, roster.ben, roster.carla]
        let outcomes = try await withThrowingTaskGroup(of: Bool.self) { group in
            for taker in takers {
                group.addTask {
                    switch try await roster.programmes.takeShift(id, by: taker) {
                    case .success: true
                    case .failure, nil: false
                    }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.count { $0 } == 1)
        let onCall = try await roster.onCall("2026-11-21 12:00")
        #expect(onCall == [roster.ben.account] || onCall == [roster.carla.account])
    }

    @Test(arguments: engines) func anOfferIsTakenBackOrDeclinedWithoutATrace(_ engine: Engine) async throws {
        let roster = try await RosterGround(engine)
        try await roster.rotate()
        let entries = try await roster.ground.acts().count
        for ender in [roster.ana, roster.ben] {
            let id = try await offer(roster, "2026-11-21", "2026-11-22", to: roster.ben)
            #expect(try await roster.programmes.endOffer(id, by: roster.carla) == nil)
            try #require(try await roster.programmes.endOffer(id, by: ender)).get()
            #expect(try await roster.programmes.endOffer(id, by: ender) == nil)
            #expect(try await roster.ground.database.integer("SELECT count(*) FROM roster_swap") == 0)
        }
        #expect(try await roster.ground.acts().count == entries)
        #expect(try await roster.onCall("2026-11-21 12:00") == [roster.ana.account])
    }

    @Test(arguments: engines) func aShiftIsOfferedOnceAndATakenOneIsGone(_ engine: Engine) async throws {
        let roster = try await RosterGround(engine)
        try await roster.rotate()
        let id = try await offer(roster, "2026-11-21", "2026-11-22")
        let again = ShiftOffer(
            list: .supporters, given: try roster.stretch("2026-11-21 12:00", "2026-11-21 13:00"), to: nil,
            inReturn: nil)
        let refused = try #require(try await roster.programmes.offerShift(again, by: roster.ana))
        #expect(refused.refusedFields == ["from"])
        try #require(try await roster.programmes.takeShift(id, by: roster.ben)).get()
        let ended = try #require(try await roster.programmes.endOffer(id, by: roster.ana))
        #expect(ended.refusedFields == [nil])
        let notTheirs = try #require(try await roster.programmes.offerShift(again, by: roster.ana))
        #expect(notTheirs.refusedFields == ["from"])
    }

    @Test(arguments: engines) func aGapIsFilledByWhoeverWantsTo(_ engine: Engine) async throws {
        let roster = try await RosterGround(engine)
        try await roster.rotate([roster.ana], until: "2026-11-23")
        let own = try await roster.programmes.ownRoster(of: roster.carla)
        #expect(own.gaps.first?.value.from == (try roster.moment("2026-11-23 08:00")))
        let night = try roster.stretch("2026-11-23 08:00", "2026-11-23 20:00")
        try #require(try await roster.programmes.takeGap(night, on: .supporters, by: roster.carla)).get()
        #expect(try await roster.ground.acts().last == .rosterShiftTaken)
        #expect(try await roster.onCall("2026-11-23 12:00") == [roster.carla.account])
        let taken = try #require(try await roster.programmes.takeGap(night, on: .supporters, by: roster.ben))
        #expect(taken.refusedFields == ["from"])
        #expect(try await roster.programmes.takeGap(night, on: .supporters, by: roster.keeper) == nil)
    }

    @Test(arguments: engines) func leaveAndOwnHours(_ engine: Engine) async throws {
        let roster = try await RosterGround(engine)
        try await roster.rotate()
        let today = roster.ana.today
        let leave = try await roster.programmes.takeLeave(from: today, to: today, by: roster.ana).get()
        #expect(try await roster.onCall("2026-11-20 12:00") == [])
        let hours = try #require(WeeklyHours(.everyDay, from: 600, until: 840))
        let entries = try await roster.ground.acts().count
        let open = try await roster.programmes.openHours(hours, .offDuty, by: roster.carla).get()
        #expect(try await roster.ground.acts().count == entries)
        let noon = try roster.moment("2026-11-20 12:00")
        let availability = try await roster.ground.database.read { [agency = roster.ground.agency] transaction in
            try transaction.availability(agency: agency, at: noon)
        }
        #expect(availability.order == [roster.carla.account])
        #expect(availability.isOnLeave(roster.ana.account) && !availability.isOnLeave(roster.carla.account))
        // Nobody else can take either back.
        #expect(try await roster.programmes.endLeave(leave, by: roster.ben) == nil)
        #expect(try await roster.programmes.closeHours(open, by: roster.ben) == nil)
        try #require(try await roster.programmes.endLeave(leave, by: roster.ana)).get()
        try #require(try await roster.programmes.closeHours(open, by: roster.carla)).get()
        #expect(try await roster.onCall("2026-11-20 12:00") == [roster.ana.account])
        let own = try await roster.programmes.ownRoster(of: roster.carla)
        #expect(own.ownHours.isEmpty && own.leaves.isEmpty)
    }

    @Test(arguments: engines) func thereIsAnEndToHoursAndLeave(_ engine: Engine) async throws {
        let roster = try await RosterGround(engine)
        let hours = try #require(WeeklyHours(.everyDay, from: 600, until: 840))
        let today = roster.ana.today
        for _ in 0..<OwnHours.most {
            _ = try await roster.programmes.openHours(hours, .onDuty, by: roster.ana).get()
            _ = try await roster.programmes.takeLeave(from: today, to: today, by: roster.ana).get()
        }
        #expect(
            try await roster.programmes.openHours(hours, .onDuty, by: roster.ana).refusedFields == ["weekdays"])
        #expect(
            try await roster.programmes.takeLeave(from: today, to: today, by: roster.ana).refusedFields
                == ["firstDay"])
        _ = try await roster.programmes.openHours(hours, .onDuty, by: roster.ben).get()
    }
}
