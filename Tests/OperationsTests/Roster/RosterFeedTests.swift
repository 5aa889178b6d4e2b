import Operations
import Program
import Sealing
import Store
import Testing

/// A calendar link shows one member's shifts to whoever has it, until it is taken back.
@Suite struct RosterFeedTests {
    @Test(arguments: engines) func theOwnersShiftsUntilItIsRevoked(_ engine: Engine) async throws {
        let roster = try await RosterGround(engine)
        try await roster.rotate()
        let key = try await roster.programmes.makeRosterFeed(by: roster.ben).get()
        let shown = try #require(try await roster.programmes.onCallCalendar(key))
        let weeks = shown.events.prefix(2).map(\.stretch)
        #expect(
            weeks == [
                try roster.stretch("2026-11-23 08:00", "2026-11-30 08:00"),
                try roster.stretch("2026-12-07 08:00", "2026-12-14 08:00"),
            ])
        // Read again later, the same shifts have the same names.
        roster.ground.clock.move(seconds: 3600)
        let again = try #require(try await roster.programmes.onCallCalendar(key))
        #expect(again.events.map(\.id).prefix(6) == shown.events.map(\.id).prefix(6))
        #expect(Set(shown.events.map(\.id)).count == shown.events.count)
        #expect(try await roster.ground.acts().last == .rosterFeedMade)

        try #require(try await roster.programmes.revokeRosterFeed(by: roster.ben)).get()
        #expect(try await roster.programmes.onCallCalendar(key) == nil)
        #expect(try await roster.programmes.revokeRosterFeed(by: roster.ben) == nil)
        #expect(try await roster.ground.acts().last == .rosterFeedRevoked)
    }

    @Test(arguments: engines) func aNewLinkEndsTheOneBefore(_ engine: Engine) async throws {
        let roster = try await RosterGround(engine)
        let old = try await roster.programmes.makeRosterFeed(by: roster.ana).get()
        let new = try await roster.programmes.makeRosterFeed(by: roster.ana).get()
        #expect(try await roster.programmes.onCallCalendar(old) == nil)
        #expect(try await roster.programmes.onCallCalendar(new) != nil)
        #expect(try await roster.programmes.onCallCalendar(RosterFeedKey()) == nil)
    }

    /// Whoever has left finds nothing in their calendar any more.
    @Test(arguments: engines) func itEndsWithTheRole(_ engine: Engine) async throws {
        let roster = try await RosterGround(engine)
        try await roster.rotate()
        let key = try await roster.programmes.makeRosterFeed(by: roster.ana).get()
        let view = try await roster.programmes.account(roster.ana.account, by: roster.keeper)
        let holding = try #require(view?.holdings.first)
        _ = try await roster.programmes.endRole(holding.id, of: roster.ana.account, by: roster.keeper)
        #expect(try await roster.programmes.onCallCalendar(key) == nil)
    }

    /// What is stored opens nothing: the link is not in the database.
    @Test(arguments: engines) func theLinkIsNotKept(_ engine: Engine) async throws {
        let roster = try await RosterGround(engine)
        let key = try await roster.programmes.makeRosterFeed(by: roster.ana).get()
        #expect(!(try await roster.ground.database.everything()).contains(key.token))
        #expect("\(key)" == "<redacted>")
    }
}
