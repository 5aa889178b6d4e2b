import Operations
import Program
import Sealing
import Store
import Testing

@Suite struct SessionTests {
    @Test(arguments: engines) func aSessionIsWhoeverBeganIt(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let staff = try await ground.member("a.lopez", roles: "supporter")
        #expect(staff.login == "a.lopez")
        #expect(staff.powers == [.keepStatSheet, .takeRequests, .hearAnnouncements, .keepDutyTime])
        #expect(staff.roleTitles == ["PST Member"])
        #expect(staff.today == Day("2026-11-20"))
        #expect(!staff.owesSecondFactor)
        #expect(try await ground.programmes.staff(session: SessionKey()) == nil)
    }

    /// A supporter's session lasts a fortnight, less what would tell when it began.
    @Test(arguments: engines) func aSupportersSessionEnds(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let session = try await ground.member("a.lopez", roles: "supporter").session
        ground.clock.move(seconds: 13 * 86_400)
        #expect(try await ground.programmes.staff(session: session) != nil)
        ground.clock.move(seconds: 86_400)
        #expect(try await ground.programmes.staff(session: session) == nil)
        try await ground.programmes.forgetEndedSessions()
        #expect(try await ground.database.integer("SELECT count(*) FROM session") == 0)
    }

    @Test(arguments: engines) func aSessionAboveASupporterEndsWithinHalfADay(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let session = try await ground.member("c.ortiz", roles: "coordinator").session
        ground.clock.move(seconds: 11 * 3600)
        #expect(try await ground.programmes.staff(session: session) != nil)
        ground.clock.move(seconds: 3600)
        #expect(try await ground.programmes.staff(session: session) == nil)
    }

    /// Two supporters who signed in at different hours of a day have sessions that say the same.
    @Test(arguments: engines) func whatIsStoredTellsNoTimeOfDay(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        _ = try await ground.enrol("a.lopez", roles: ["supporter"])
        _ = try await ground.enrol("b.jones", roles: ["supporter"])
        _ = try await ground.signIn("a.lopez")
        ground.clock.move(seconds: 5 * 3600 + 1234)
        _ = try await ground.signIn("b.jones")
        #expect(try await ground.database.integer("SELECT count(DISTINCT ends_at) FROM session") == 1)
    }

    @Test(arguments: engines) func signingOut(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let phone = try await ground.member("a.lopez", roles: "supporter")
        let desk = try await ground.signedIn("a.lopez")
        let other = try await ground.member("b.jones", roles: "supporter")
        try await ground.programmes.signOut(phone)
        #expect(try await ground.programmes.staff(session: phone.session) == nil)
        #expect(try await ground.programmes.staff(session: desk.session) != nil)
        let tablet = try await ground.signedIn("a.lopez")
        try await ground.programmes.signOutEverywhere(desk)
        #expect(try await ground.programmes.staff(session: desk.session) == nil)
        #expect(try await ground.programmes.staff(session: tablet.session) == nil)
        #expect(try await ground.programmes.staff(session: other.session) != nil)
        #expect(try await ground.acts().last == .sessionsEnded)
    }

    @Test(arguments: engines) func aKeeperEndsTheSessionsOfALostPhone(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let keeper = try await ground.member("c.ortiz", roles: "coordinator")
        let lost = try await ground.member("a.lopez", roles: "supporter")
        #expect(try await ground.programmes.endSessions(of: lost.account, by: keeper) != nil)
        #expect(try await ground.programmes.staff(session: lost.session) == nil)
        #expect(try await ground.programmes.staff(session: keeper.session) != nil)
        let acts = try await ground.acts().count
        #expect(try await ground.programmes.endSessions(of: RandomId().text, by: keeper) == nil)
        #expect(try await ground.acts().count == acts)
    }

    /// Someone who can write in the database gives a session of their own another account's name, or another account's
    /// session row their own key: neither opens anything.
    @Test(arguments: engines) func aCopiedSessionRowOpensNothing(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let mine = try await ground.member("a.lopez", roles: "supporter")
        let theirs = try await ground.member("b.jones", roles: "supporter")
        try await ground.database.write { transaction in
            try transaction.execute("UPDATE session SET account = \(theirs.account) WHERE id = \(mine.session.id)")
        }
        #expect(try await ground.programmes.staff(session: mine.session) == nil)
        try await ground.database.write { transaction in
            let row = try #require(try transaction.session(id: theirs.session.id, at: Instant(milliseconds: 0)))
            try transaction.deleteSession(id: mine.session.id)
            try transaction.insertSession(
                id: mine.session.id, account: theirs.account, agency: row.agency, wrappedKey: row.wrappedKey,
                owesSecondFactor: false, endsAt: Instant(milliseconds: .max))
        }
        #expect(try await ground.programmes.staff(session: mine.session) == nil)
        #expect(try await ground.programmes.staff(session: theirs.session) != nil)
    }
}
