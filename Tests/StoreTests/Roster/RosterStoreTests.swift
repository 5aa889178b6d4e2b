import Program
import Store
import TestSupport
import Testing

/// The call-out lists come back from both engines as they were kept.
@Suite struct RosterStoreTests {
    private static let monday = Day("2026-11-02")

    /// A database with two agencies; `ana`, `ben` and `carla` are of the first, `zoe` is of the other.
    private func ground(_ engine: Engine) async throws -> any Database {
        let database = try await TestDatabase.migrated(engine, connections: 2)
        try await database.write { transaction in
            try transaction.execute(
                "INSERT INTO pack (hash, id, content, archived_on) VALUES ('h', 'p', 'c', '2026-11-20')")
            for agency in ["one", "two"] {
                try transaction.execute(
                    """
                    INSERT INTO agency (id, slug, name, time_zone, pack) VALUES (\(agency), \(agency), 'N', 'UTC', 'h')
                    """)
            }
            for (account, agency) in [("ana", "one"), ("ben", "one"), ("carla", "one"), ("zoe", "two")] {
                try transaction.execute(
                    "INSERT INTO account (id, agency, login, name) VALUES (\(account), \(agency), \(account), 'Name')")
            }
        }
        return database
    }

    private func stretch(_ from: Int64, _ until: Int64) throws -> Stretch {
        try #require(Stretch(from: Instant(milliseconds: from), until: Instant(milliseconds: until)))
    }

    private func rotation(_ id: String, until: Day? = nil, members: [String] = ["ben", "ana"]) throws -> Rotation {
        let monday = try #require(Self.monday)
        let night = try #require(WeeklyHours(.everyDay, from: 1320, until: 360))
        let weekend = try #require(WeeklyHours(Weekdays([6, 7]), from: 0, until: 0))
        return Rotation(
            id: id, name: "Nights", members: members, shadows: ["carla"], startsOn: monday, until: until, handOver: 480,
            weeks: 2, shifts: [night, weekend])
    }

    @Test(arguments: engines) func rotations(_ engine: Engine) async throws {
        let database = try await ground(engine)
        let monday = try #require(Self.monday)
        let ended = try rotation("ended", until: monday.adding(days: 7))
        let (first, second) = (try rotation("first"), try rotation("second"))
        let role = RosterList.Kind.role(RoleID("chaplain"))
        try await database.write { transaction in
            try transaction.insert(first, on: .supporters, agency: "one")
            try transaction.insert(second, on: .supporters, agency: "one")
            try transaction.insert(ended, on: role, agency: "one")
        }
        let kept = try await database.read { try $0.rotations(agency: "one", runningAfter: monday) }
        #expect(kept == [Listed(ended, on: role), Listed(first, on: .supporters), Listed(second, on: .supporters)])
        let later = try #require(monday.adding(days: 8))
        let running = try await database.read { try $0.rotations(agency: "one", runningAfter: later) }
        #expect(running.map(\.value.id) == ["first", "second"])
        #expect(try await database.read { try $0.rotations(agency: "two", runningAfter: monday) }.isEmpty)
        #expect(try await database.read { try $0.rotation(agency: "two", id: "first") } == nil)

        let changed = Rotation(
            id: "first", name: "Days", members: ["ana"], startsOn: monday, until: nil, handOver: 0, weeks: 1)
        try await database.write { try $0.update(changed, agency: "one") }
        #expect(try await database.read { try $0.rotation(agency: "one", id: "first") }?.value == changed)
        try await database.write { try $0.deleteRotation(agency: "two", id: "second") }
        #expect(try await database.read { try $0.rotation(agency: "one", id: "second") } != nil)
        try await database.write { try $0.deleteRotation(agency: "one", id: "second") }
        #expect(try await database.read { try $0.rotation(agency: "one", id: "second") } == nil)
        #expect(try await database.integer("SELECT count(*) FROM roster_member WHERE rotation = 'second'") == 0)
        #expect(try await database.integer("SELECT count(*) FROM roster_shift WHERE rotation = 'second'") == 0)
    }

    @Test(arguments: engines) func overridesUntilTheyAreOver(_ engine: Engine) async throws {
        let database = try await ground(engine)
        let override = RosterOverride(id: "o", account: "ana", instead: "ben", stretch: try stretch(100, 200))
        let besides = RosterOverride(id: "b", account: "ana", instead: nil, stretch: try stretch(50, 60))
        try await database.write { transaction in
            try transaction.insert(override, on: .supporters, agency: "one")
            try transaction.insert(besides, on: .supporters, agency: "one")
        }
        for (now, ids) in [(0, ["b", "o"]), (59, ["b", "o"]), (60, ["o"]), (199, ["o"]), (200, [])] {
            let found = try await database.read { transaction in
                try transaction.overrides(agency: "one", after: Instant(milliseconds: Int64(now)))
            }
            #expect(found.map(\.value.id) == ids, "\(now)")
        }
        #expect(
            try await database.read { try $0.override(agency: "one", id: "o") } == Listed(override, on: .supporters))
        #expect(try await database.read { try $0.override(agency: "two", id: "o") } == nil)
        try await database.write { try $0.deleteOverride(agency: "one", id: "o") }
        #expect(try await database.read { try $0.override(agency: "one", id: "o") } == nil)
    }

    @Test(arguments: engines) func swapsInEveryState(_ engine: Engine) async throws {
        let database = try await ground(engine)
        let given = try stretch(100, 200)
        let inReturn = try stretch(300, 400)
        let swaps = [
            Swap(id: "1", giver: "ana", given: given, inReturn: nil, status: .offered),
            Swap(id: "2", giver: "ana", given: given, inReturn: inReturn, status: .asked(of: "ben")),
            Swap(id: "3", giver: "ana", given: given, inReturn: inReturn, status: .agreed(with: "ben", number: 1)),
        ]
        try await database.write { transaction in
            for swap in swaps { try transaction.keep(swap, on: .supporters, agency: "one") }
        }
        let now = Instant(milliseconds: 0)
        #expect(try await database.read { try $0.swaps(agency: "one", after: now) }.map(\.value) == swaps)
        // What was given is over, the return is not.
        let between = Instant(milliseconds: 250)
        #expect(try await database.read { try $0.swaps(agency: "one", after: between) }.map(\.value.id) == ["2", "3"])
        #expect(try await database.read { try $0.nextSwapNumber(on: .supporters, agency: "one") } == 2)
        #expect(try await database.read { try $0.nextSwapNumber(on: .supporters, agency: "two") } == 1)
        let agreed = Swap(id: "1", giver: "ana", given: given, inReturn: nil, status: .agreed(with: "carla", number: 2))
        try await database.write { try $0.keep(agreed, on: .supporters, agency: "one") }
        #expect(try await database.read { try $0.swap(agency: "one", id: "1") } == Listed(agreed, on: .supporters))
        #expect(try await database.read { try $0.swap(agency: "two", id: "1") } == nil)
    }

    /// One number on a list is one agreement.
    @Test(arguments: engines) func twoAgreementsCannotHaveOneNumber(_ engine: Engine) async throws {
        let database = try await ground(engine)
        let given = try stretch(100, 200)
        let fault = await database.fault { transaction in
            for id in ["1", "2"] {
                try transaction.keep(
                    Swap(id: id, giver: "ana", given: given, inReturn: nil, status: .agreed(with: "ben", number: 1)),
                    on: .supporters, agency: "one")
            }
        }
        #expect(brokenRule(fault) == .unique)
    }

    @Test(arguments: engines) func leaveAndOwnHoursOfEachAccount(_ engine: Engine) async throws {
        let database = try await ground(engine)
        let monday = try #require(Self.monday)
        let leave = Leave(id: "l", account: "ana", firstDay: monday, lastDay: try #require(monday.adding(days: 2)))
        let hours = try #require(WeeklyHours(Weekdays([1, 3]), from: 1080, until: 60))
        let own = OwnHours(id: "h", account: "ana", kind: .offDuty, hours: hours)
        try await database.write { transaction in
            try transaction.insert(leave, agency: "one")
            try transaction.insert(own, agency: "one")
        }
        for (day, count) in [(0, 1), (2, 1), (3, 0)] {
            let lasting = try #require(monday.adding(days: day))
            #expect(try await database.read { try $0.leaves(agency: "one", lastingTo: lasting) }.count == count)
        }
        #expect(try await database.read { try $0.leaves(agency: "one", lastingTo: monday) } == [leave])
        #expect(try await database.read { try $0.ownHours(agency: "one") } == [own])
        #expect(try await database.read { try $0.ownHours(agency: "two") } == [])
        #expect(try await database.write { try $0.deleteLeave(agency: "one", account: "ben", id: "l") } == false)
        #expect(try await database.write { try $0.deleteOwnHours(agency: "one", account: "ben", id: "h") } == false)
        #expect(try await database.write { try $0.deleteLeave(agency: "one", account: "ana", id: "l") })
        #expect(try await database.write { try $0.deleteOwnHours(agency: "one", account: "ana", id: "h") })
    }

    @Test(arguments: engines) func aLinkForEachAccount(_ engine: Engine) async throws {
        let database = try await ground(engine)
        let (old, new) = ([UInt8](repeating: 1, count: 32), [UInt8](repeating: 2, count: 32))
        for token in [old, new] {
            try await database.write { try $0.setRosterFeed(account: "ana", agency: "one", token: token) }
        }
        #expect(try await database.read { try $0.rosterFeed(token: old) } == nil)
        let owner = try #require(try await database.read { try $0.rosterFeed(token: new) })
        #expect(owner == (agency: "one", account: "ana"))
        #expect(try await database.read { try $0.hasRosterFeed(account: "ana", agency: "one") })
        #expect(try await database.write { try $0.deleteRosterFeed(account: "ana", agency: "one") })
        #expect(try await database.write { try $0.deleteRosterFeed(account: "ana", agency: "one") } == false)
    }

    @Test(arguments: engines) func knownGapsTakeEachOthersPlace(_ engine: Engine) async throws {
        let database = try await ground(engine)
        let chaplains = RosterList.Kind.role(RoleID("chaplain"))
        let (early, late) = (try stretch(100, 200), try stretch(300, 400))
        try await database.write { transaction in
            try transaction.setKnownGaps([early, late], of: .supporters, agency: "one")
            try transaction.setKnownGaps([early], of: chaplains, agency: "one")
            try transaction.setKnownGaps([late], of: .supporters, agency: "one")
        }
        let known = try await database.read { try $0.knownGaps(agency: "one") }
        #expect(known == [.supporters: [late], chaplains: [early]])
    }

    @Test(arguments: engines) func whatIsOverGoes(_ engine: Engine) async throws {
        let database = try await ground(engine)
        let monday = try #require(Self.monday)
        let ended = try rotation("ended", until: monday.adding(days: 1))
        let running = try rotation("running")
        let given = try stretch(100, 200)
        try await database.write { transaction in
            try transaction.insert(ended, on: .supporters, agency: "one")
            try transaction.insert(running, on: .supporters, agency: "one")
            try transaction.insert(
                RosterOverride(id: "o", account: "ana", instead: nil, stretch: given), on: .supporters, agency: "one")
            try transaction.keep(
                Swap(id: "s", giver: "ana", given: given, inReturn: nil, status: .offered), on: .supporters,
                agency: "one")
            try transaction.insert(Leave(id: "l", account: "ana", firstDay: monday, lastDay: monday), agency: "one")
        }
        func sizes() async throws -> [Int] {
            [
                try await database.integer("SELECT count(*) FROM roster_rotation"),
                try await database.integer("SELECT count(*) FROM roster_override"),
                try await database.integer("SELECT count(*) FROM roster_swap"),
                try await database.integer("SELECT count(*) FROM roster_leave"),
            ]
        }
        let later = try #require(monday.adding(days: 2))
        try await database.write { try $0.deleteRoster(agency: "two", overBy: later, Instant(milliseconds: 201)) }
        try await database.write { try $0.deleteRoster(agency: "one", overBy: monday, Instant(milliseconds: 200)) }
        #expect(try await sizes() == [2, 1, 1, 1])
        try await database.write { try $0.deleteRoster(agency: "one", overBy: later, Instant(milliseconds: 201)) }
        #expect(try await sizes() == [1, 0, 0, 0])
    }

    /// A swap with a return for nobody, or taken by its giver, cannot be kept; nor can an account of another agency be on call.
    @Test(arguments: engines) func theSchemaRefusesWhatCannotBe(_ engine: Engine) async throws {
        let database = try await ground(engine)
        let wrong: [SQL] = [
            """
            INSERT INTO roster_swap (id, agency, list, giver, from_at, until_at, return_from_at, return_until_at, over_at)
            VALUES ('x', 'one', 'supporters', 'ana', 1, 2, 3, 4, 4)
            """,
            """
            INSERT INTO roster_swap (id, agency, list, giver, taker, from_at, until_at, over_at)
            VALUES ('x', 'one', 'supporters', 'ana', 'ana', 1, 2, 2)
            """,
            """
            INSERT INTO roster_swap (id, agency, list, giver, from_at, until_at, number, over_at)
            VALUES ('x', 'one', 'supporters', 'ana', 1, 2, 1, 2)
            """,
            """
            INSERT INTO roster_override (id, agency, list, account, from_at, until_at)
            VALUES ('x', 'one', 'supporters', 'zoe', 1, 2)
            """,
            """
            INSERT INTO roster_override (id, agency, list, account, from_at, until_at)
            VALUES ('x', 'one', 'supporters', 'ana', 2, 2)
            """,
        ]
        for statement in wrong {
            let fault = await database.fault { try $0.execute(statement) }
            #expect(brokenRule(fault) != nil, "\(statement)")
        }
    }
}
