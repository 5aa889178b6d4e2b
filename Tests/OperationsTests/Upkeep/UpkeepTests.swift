import Operations
import PolicyPacks
import Program
import Store
import TestSupport
import Testing

/// What cannot be done for one is in nobody else's way.
@Suite struct UpkeepTests {
    /// Another agency of the same installation, by another pack.
    private static func another(_ ground: Ground) async throws -> Agency {
        try await ground.programmes.foundAgency(
            slug: "another-agency", name: "Another Department", timeZone: "America/Los_Angeles",
            pack: try PackLibrary.load(PackID("kern-sheriff")).get()
        ).get()
    }

    /// The agency's pack is damaged, and a server starts that has not read it before.
    private static func spoiled(_ agency: Agency, _ ground: Ground) async throws -> Programmes {
        try await ground.database.write { transaction in
            try transaction.execute("UPDATE pack SET content = 'spoiled' WHERE hash = \(agency.packHash)")
        }
        return try ground.restarted()
    }

    private static func failing(_ act: () async throws -> Void) async throws -> [String] {
        do {
            try await act()
            return []
        } catch let failed as FailedAgencies {
            return failed.faults.map(\.agency.slug)
        }
    }

    /// A notice of the agency that is due to be announced again since that time.
    private static func isDue(_ id: String, since: Int64, _ agency: Agency, _ transaction: any Transaction) throws {
        try transaction.execute(
            """
            INSERT INTO notice (id, agency, kind, to_role, raised_on, clauses, pack, reaches_designees, pinged,
                ping_minutes, ping_at)
            VALUES (\(id), \(agency.id), 'roster-gap', 'coordinator', '2026-11-20', '', \(agency.packHash), 0, 1, 5,
                \(since))
            """)
    }

    @Test(arguments: engines) func noticesOfAnAgencyThatCannotBeReadHoldUpNone(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let (broken, other) = (ground.agency, try await Self.another(ground))
        // More of them than are looked at together, and due before the other's.
        try await ground.database.write { transaction in
            for number in 1...201 { try Self.isDue("broken-\(number)", since: Int64(number), broken, transaction) }
            try Self.isDue("other", since: 1000, other, transaction)
        }
        let programmes = try await Self.spoiled(broken, ground)
        #expect(try await Self.failing { try await programmes.escalateNotices() } == ["the-agency"])
        let announced: SQL = "SELECT pinged FROM notice WHERE id = 'other'"
        #expect(try await ground.database.integer(announced) == 2)
        #expect(try await ground.database.integer("SELECT count(*) FROM notice WHERE pinged = 2") == 1)
    }

    @Test(arguments: engines) func everyStepOfHousekeepingIsTakenForTheOthers(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        _ = try await Self.another(ground)
        let programmes = try await Self.spoiled(ground.agency, ground)
        let steps: [@Sendable () async throws -> Void] = [
            programmes.readPolicies, programmes.destroyClosedDrafts, programmes.destroyEndedRequests,
            programmes.destroyEndedCallOuts, programmes.destroyIncidentNames, programmes.destroyOldNotices,
            programmes.announceRosterGaps,
            programmes.forgetPastRoster, programmes.destroyAuditSalts,
        ]
        for step in steps { #expect(try await Self.failing(step) == ["the-agency"]) }
    }

    /// A word that cannot be made ready to be sent is sent when its lease has run out; those taken with it go at once.
    @Test(arguments: engines) func aSpoiledWordHoldsUpNone(_ engine: Engine) async throws {
        let (ground, sink) = (try await Ground(engine), DeliverySink())
        let (pat, kim) = (try await ground.member("pat"), try await ground.member("kim"))
        try await ground.confirmed(.text, "916 555 0101", for: pat, at: sink)
        try await ground.confirmed(.text, "916 555 0102", for: kim, at: sink)
        try await ground.ping(pat.account, kim.account)
        // Its first attempt has been noted already.
        try await ground.database.write { transaction in
            try transaction.execute(
                """
                INSERT INTO delivery_attempt (parcel, number, method, outcome, day)
                SELECT id, 1, method, 'begun', 20000 FROM outbox WHERE account = \(pat.account)
                """)
        }
        try await ground.withCourier(to: sink) {
            #expect(try await sink.arrivals(atLeast: 1).map(\.address) == ["+19165550102"])
            try await eventually { await ground.programmes.health().failing[.sending] == ["sendWords"] }
            ground.clock.move(seconds: 31)
            #expect(try await sink.arrivals(atLeast: 2).map(\.address).last == "+19165550101")
        }
    }

    /// What a worker that stopped left behind is not told for good.
    @Test(arguments: engines) func whatFailedLongAgoIsNotTold(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let now = ground.clock.now
        let step = FailingStep(worker: "due-clock", step: "advanceRequests", agency: ground.agency.id)
        try await ground.database.write { transaction in
            for fault in ["One", "Other"] { try transaction.setFailing(step, fault: fault, at: now) }
        }
        #expect(await ground.programmes.health().failing == [.dueClock: ["advanceRequests"]])
        let told = try await ground.programmes.failingSteps()
        #expect(told.map(\.slug) == ["the-agency"] && told.map(\.fault) == ["Other"])
        ground.clock.move(seconds: 61)
        #expect(await ground.programmes.health().failing == [:])
        #expect(try await ground.programmes.failingSteps() == [])
    }
}
