import Operations
import Program
import Sealing
import Store
import Testing

/// The keepers of the roster are told of gaps ahead, once each, and a week before at least.
@Suite struct RosterGapNoticeTests {
    @Test(
        arguments: engines,
        [("orange-county-probation", 14), ("police-division", 7), ("sacramento-probation", 7)])
    func asFarAheadAsThePackSays(_ engine: Engine, _ pack: (name: String, days: Int)) async throws {
        let roster = try await RosterGround(engine, pack: pack.name)
        // Nobody is on call from eight in the morning of 14 December on.
        try await roster.rotate([roster.ana], until: "2026-12-14")
        try await roster.programmes.announceRosterGaps()
        #expect(try await roster.gapNotices() == 0)
        roster.ground.clock.set(
            try roster.moment("2026-12-14 08:00").adding(seconds: -Int64(pack.days) * 86_400))
        try await roster.programmes.announceRosterGaps()
        #expect(try await roster.gapNotices() == 0)
        roster.ground.clock.move(seconds: 1)
        for _ in 0..<3 { try await roster.programmes.announceRosterGaps() }
        #expect(try await roster.gapNotices() == 1)
        #expect(try await roster.programmes.openNotices(for: roster.keeper) == 1)
        // It moves nearer and begins: it is still the same.
        for _ in 0..<20 {
            roster.ground.clock.move(seconds: 86_400)
            try await roster.programmes.announceRosterGaps()
        }
        #expect(try await roster.gapNotices() == 1)
    }

    @Test(arguments: engines) func aGapThatOpensAgainIsToldOfAgain(_ engine: Engine) async throws {
        let roster = try await RosterGround(engine)
        try await roster.rotate()
        try await roster.programmes.announceRosterGaps()
        #expect(try await roster.gapNotices() == 0)
        for round in 1...2 {
            let today = roster.ana.today
            let leave = try await roster.programmes.takeLeave(from: today, to: today, by: roster.ana).get()
            try await roster.programmes.announceRosterGaps()
            #expect(try await roster.gapNotices() == round)
            try #require(try await roster.programmes.endLeave(leave, by: roster.ana)).get()
            try await roster.programmes.announceRosterGaps()
            #expect(try await roster.gapNotices() == round)
        }
    }

    /// Where hours are as offered, only what a rotation promises can have a gap.
    @Test(arguments: engines) func nothingIsPromisedNothingIsMissing(_ engine: Engine) async throws {
        let roster = try await RosterGround(engine, pack: "kern-sheriff")
        try await roster.programmes.announceRosterGaps()
        #expect(try await roster.gapNotices() == 0)
        // Joining is voluntary there: whoever opened hours can be given turns.
        let evening = try #require(WeeklyHours(.everyDay, from: 1080, until: 1320))
        for member in [roster.ana, roster.ben] {
            _ = try await roster.programmes.openHours(evening, .offDuty, by: member).get()
        }
        try await roster.rotate()
        try await roster.programmes.announceRosterGaps()
        #expect(try await roster.gapNotices() == 0)
        for member in [roster.ana, roster.ben] {
            _ = try await roster.programmes.takeLeave(from: member.today, to: member.today, by: member).get()
        }
        try await roster.programmes.announceRosterGaps()
        #expect(try await roster.gapNotices() == 1)
    }

    /// Any number of nodes may look at once.
    @Test(arguments: engines) func onceWhoeverLooks(_ engine: Engine) async throws {
        let roster = try await RosterGround(engine)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<4 { group.addTask { try await roster.programmes.announceRosterGaps() } }
            try await group.waitForAll()
        }
        #expect(try await roster.gapNotices() == 1)
    }

    @Test(arguments: engines) func whatIsLongOverIsForgotten(_ engine: Engine) async throws {
        let roster = try await RosterGround(engine)
        try await roster.rotate(until: "2026-11-30")
        _ = try await roster.programmes.takeLeave(from: roster.ana.today, to: roster.ana.today, by: roster.ana).get()
        roster.ground.clock.move(seconds: 34 * 86_400)
        try await roster.programmes.forgetPastRoster()
        #expect(try await roster.ground.database.integer("SELECT count(*) FROM roster_leave") == 1)
        roster.ground.clock.move(seconds: 20 * 86_400)
        try await roster.programmes.forgetPastRoster()
        for table in ["leave", "rotation", "member"] {
            let count: SQL =
                switch table {
                case "leave": "SELECT count(*) FROM roster_leave"
                case "rotation": "SELECT count(*) FROM roster_rotation"
                default: "SELECT count(*) FROM roster_member"
                }
            #expect(try await roster.ground.database.integer(count) == 0, "\(table)")
        }
    }
}
