import Operations
import Program
import Store
import TestSupport
import Testing

/// Names in services and checks are under their seal: in no column, no entry of the chain, and gone at the end.
@Suite struct ServiceSecrecyTests {
    private static let canary = "Quillwort Zq-canary"

    private func expectNowhere(_ ground: Ground) async throws {
        let kept = try await ground.database.everything()
        let hex = Self.canary.utf8.map { String($0, radix: 16) }.joined()
        for trace in [Self.canary, Self.canary.lowercased(), hex] { #expect(!kept.contains(trace)) }
    }

    @Test(arguments: engines) func theNameOfACheckIsInNoColumnAndGoesWithIt(_ engine: Engine) async throws {
        let ground = try await Ground(engine, pack: "orange-county-probation")
        let coordinator = try await ground.member("kim", roles: "coordinator")
        let ana = try await ground.member("ana", roles: "supporter")
        let today = try #require(Day("2026-11-20"))
        let sent = CheckSent(employeeNumber: nil, name: Self.canary, account: ana.account, day: today)
        let id = try await #require(ground.programmes.openCheck(sent, by: coordinator)).get()
        try await expectNowhere(ground)
        for reader in [coordinator, ana] {
            let view = try await ground.programmes.services(for: ground.present(reader))
            #expect(view.checks.map(\.name) + view.ownChecks.map(\.name) == [Self.canary])
        }
        #expect(try await ground.database.sizes()["well_being_mark"] == 1)
        try await #require(ground.programmes.keepCheckOutcome(.declined, of: id, by: ground.present(ana))).get()
        try await expectNowhere(ground)
        // The member has the name no more; of what came of it the chain has nothing.
        #expect(try await ground.database.sizes()["sealed_paper_copy"] == 1)
        #expect(try await ground.acts().filter { $0 == .checkOpened || $0 == .checkEnded } == [.checkOpened])
        try await #require(ground.programmes.endCheck(id, by: ground.present(coordinator))).get()
        let sizes = try await ground.database.sizes()
        #expect(sizes["well_being_check"] == 0 && sizes["sealed_paper"] == 0 && sizes["sealed_paper_copy"] == 0)
        #expect(sizes["well_being_mark"] == 1)
        // Opened once more, nobody asks, and the mark outlives that one too.
        let again = try await #require(ground.programmes.openCheck(sent, by: ground.present(coordinator))).get()
        #expect(try await ground.programmes.services(for: ground.present(ana)).ownChecks.isEmpty)
        #expect(try await ground.database.sizes()["sealed_paper_copy"] == 1)
        try await #require(ground.programmes.endCheck(again, by: ground.present(coordinator))).get()
        #expect(try await ground.database.sizes()["well_being_mark"] == 1)
    }

    /// A check ends by itself after its days, whether or not anybody asked, and its person may be asked later.
    @Test(arguments: engines) func whatNobodyEndsGoesWithItsName(_ engine: Engine) async throws {
        let ground = try await Ground(engine, pack: "orange-county-probation")
        let coordinator = try await ground.member("kim", roles: "coordinator")
        let ana = try await ground.member("ana", roles: "supporter")
        let today = try #require(Day("2026-11-20"))
        let sent = CheckSent(employeeNumber: nil, name: Self.canary, account: ana.account, day: today)
        _ = try await #require(ground.programmes.openCheck(sent, by: coordinator)).get()
        let days = WellBeingCheckRule.longestDays
        for (passed, left) in [(days, 1), (days + 1, 0)] {
            try ground.move(to: try #require(today.adding(days: passed)).text)
            try await ground.programmes.destroyServiceNames()
            #expect(try await ground.database.sizes()["well_being_check"] == left)
        }
        let sizes = try await ground.database.sizes()
        #expect(sizes["sealed_paper"] == 0 && sizes["well_being_mark"] == 0)
    }

    @Test(arguments: engines) func theNameOfAVisitIsForThoseWhoGoAndGoesWithIt(_ engine: Engine) async throws {
        let ground = try await Ground(engine, pack: "iacp")
        let coordinator = try await ground.member("kim", roles: "coordinator")
        let ana = try await ground.member("ana", roles: "supporter")
        let ben = try await ground.member("ben", roles: "supporter")
        let now = ground.clock.now
        let plan = ServicePlan(
            kind: "hospital", from: now.adding(seconds: 60), until: now.adding(seconds: 3600), wanted: 1)
        let opened = try await ground.programmes.openService(plan, about: Self.canary, by: coordinator)
        let id = try #require(opened).get()
        try await #require(ground.programmes.volunteer(for: id, by: ana)).get()
        try await #require(ground.programmes.passService(id, by: ben)).get()
        try await #require(
            ground.programmes.confirmForService(ana.account, id, by: ground.present(coordinator))
        ).get()
        try await expectNowhere(ground)
        let own = try await ground.programmes.services(for: ground.present(ana)).own
        #expect(own.map(\.name) == [Self.canary])
        #expect(try await ground.programmes.services(for: ground.present(ben)).own.isEmpty)
        // Whoever steps back reads it no more.
        try await #require(ground.programmes.stepBackFromService(id, by: ground.present(ana))).get()
        try await #require(ground.programmes.volunteer(for: id, by: ground.present(ana))).get()
        #expect(try await ground.programmes.services(for: ground.present(ana)).own.map(\.name) == [nil])
        try await #require(
            ground.programmes.confirmForService(ana.account, id, by: ground.present(coordinator))
        ).get()
        ground.clock.move(seconds: 600)
        try await #require(ground.programmes.finishService(id, by: ground.present(coordinator))).get()
        let sizes = try await ground.database.sizes()
        // Who passed is forgotten with it.
        #expect(sizes["service_volunteer"] == 1 && sizes["sealed_paper"] == 0 && sizes["sealed_paper_copy"] == 0)
    }
}
