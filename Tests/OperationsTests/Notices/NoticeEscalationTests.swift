import Operations
import Program
import Sealing
import Store
import Testing

/// A notice that nobody acknowledges is announced again and again, once each time, until somebody does.
@Suite struct NoticeEscalationTests {
    private static let coordinator = NoticeAddressee.role(RoleID("coordinator"))

    /// The pace is the pack's own wait for an answer to a page.
    @Test(
        arguments: engines,
        [("orange-county-probation", 10), ("sacramento-probation", 15), ("kern-sheriff", 15), ("iacp", 30)])
    func atThePacksPace(_ engine: Engine, _ pack: (name: String, minutes: Int)) async throws {
        let ground = try await Ground(engine, pack: pack.name)
        let staff = try await ground.member("c.one", roles: "coordinator")
        let id = try await ground.raise(.rosterGap, to: Self.coordinator, repeats: true)
        #expect(try await ground.pings(of: staff.account) == 1)
        for time in 1...3 {
            ground.clock.move(seconds: Int64(pack.minutes) * 60 - 1)
            try await ground.programmes.escalateNotices()
            #expect(try await ground.pings(of: staff.account) == time)
            ground.clock.move(seconds: 1)
            try await ground.programmes.escalateNotices()
            try await ground.programmes.escalateNotices()
            #expect(try await ground.pings(of: staff.account) == time + 1)
        }
        #expect(try await ground.answer(id, by: staff))
        ground.clock.move(seconds: 86_400)
        try await ground.programmes.escalateNotices()
        #expect(try await ground.pings(of: staff.account) == 4)
    }

    @Test(arguments: engines) func onceIsEnoughForTheRest(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let staff = try await ground.member("c.one", roles: "coordinator")
        _ = try await ground.raise(.rosterGap, to: Self.coordinator)
        ground.clock.move(seconds: 86_400)
        try await ground.programmes.escalateNotices()
        #expect(try await ground.pings(of: staff.account) == 1)
    }

    /// Many servers at once make one announcement, and so does one that was down for hours.
    @Test(arguments: engines) func manyServersAnnounceOnce(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let staff = try await ground.member("c.one", roles: "coordinator")
        for _ in 1...5 { _ = try await ground.raise(.rosterGap, to: Self.coordinator, repeats: true) }
        ground.clock.move(seconds: 6 * 3600)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 1...8 { group.addTask { try await ground.programmes.escalateNotices() } }
            try await group.waitForAll()
        }
        #expect(try await ground.pings(of: staff.account) == 10)
        #expect(try await ground.database.integer("SELECT count(*) FROM notice WHERE pinged = 2") == 5)
    }

    /// Whoever holds the role by then is pinged, also where nobody did when it was raised.
    @Test(arguments: engines) func aChangeOfHandsLosesNothing(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let id = try await ground.raise(.rosterGap, to: Self.coordinator, repeats: true)
        let late = try await ground.member("c.late", roles: "coordinator", since: "2026-11-20")
        #expect(try await ground.pings(of: late.account) == 0)
        ground.clock.move(seconds: 600)
        try await ground.programmes.escalateNotices()
        #expect(try await ground.pings(of: late.account) == 1)
        #expect(try await ground.programmes.notice(id, for: late) != nil)
    }

    /// The first announcement of what is not urgent is routine, every further one urgent, by every way the owner has.
    @Test(arguments: engines) func moreUrgentlyEachTime(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let staff = try await ground.member("c.one", roles: "coordinator")
        try await ground.reach(staff.account, by: ["email", "call"])
        _ = try await ground.raise(.rosterGap, to: Self.coordinator, repeats: true)
        #expect(try await ground.parcels() == ["email routine"])
        ground.clock.move(seconds: 600)
        try await ground.programmes.escalateNotices()
        #expect(try await ground.parcels() == ["call urgent", "email routine", "email urgent"])
    }

    /// Nothing is sent any more about what is answered.
    @Test(arguments: engines) func anAnswerCallsOffWhatWaits(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let staff = try await ground.member("c.one", roles: "coordinator")
        try await ground.reach(staff.account, by: ["email", "call"])
        let id = try await ground.raise(.rosterGap, to: Self.coordinator, repeats: true)
        ground.clock.move(seconds: 600)
        try await ground.programmes.escalateNotices()
        #expect(try await ground.answer(id, by: staff))
        #expect(try await ground.parcels() == [])
    }
}

extension Ground {
    /// Gives an account confirmed ways to be reached.
    func reach(_ account: String, by kinds: [String]) async throws {
        for kind in kinds {
            try await database.write { [agency] transaction in
                try transaction.execute(
                    """
                    INSERT INTO contact_method (id, agency, account, kind, address, delay_minutes, is_confirmed)
                    VALUES (\(RandomId().text), \(agency.id), \(account), \(kind), \(kind), 0, 1)
                    """)
            }
        }
    }

    /// What waits to be sent: how, and how urgently.
    func parcels() async throws -> [String] {
        try await database.read { transaction in
            try transaction.rows("SELECT kind, urgency FROM outbox").map {
                "\(try $0.text("kind")) \(try $0.text("urgency"))"
            }
        }.sorted()
    }
}
