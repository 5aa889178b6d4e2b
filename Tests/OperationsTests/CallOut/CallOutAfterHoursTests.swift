import Operations
import Program
import Store
import TestSupport
import Testing

/// A desk after hours in Orange County: nobody is paged before a yes, or before nobody gave one (OCP-I.C.2.b-c).
@Suite struct CallOutAfterHoursTests {
    private struct Night {
        let ground: Ground
        let coordinator: Staff
        let member: Staff

        init(_ engine: Engine, approvers: [String] = ["administrator", "division-director"]) async throws {
            ground = try await Ground(engine)
            for role in approvers { _ = try await ground.member(role, roles: role) }
            try ground.move(to: "2026-11-20", hour: 22)
            coordinator = try await ground.member("coordinator", roles: "coordinator")
            member = try await ground.member("anna", roles: "supporter")
        }

        var programmes: Programmes { ground.programmes }

        func begin() async throws -> String { try await programmes.beginCallOut(by: coordinator).get() }

        func paged(_ id: String) async throws -> Int {
            try #require(try await programmes.callOut(id, by: coordinator)).paged.count
        }

        func asked() async throws -> [String] {
            try await ground.database.read { transaction in
                try transaction.rows("SELECT to_role FROM notice WHERE kind = 'approval-asked' ORDER BY to_role").map {
                    try $0.text("to_role")
                }
            }
        }

        func pass(minutes: Int64) async throws {
            ground.clock.move(seconds: minutes * 60)
            try await programmes.advanceCallOuts()
        }

        /// The id that the notice about it names.
        func activation() async throws -> String {
            try await ground.database.read { transaction in
                try #require(try transaction.row("SELECT about FROM notice WHERE kind = 'approval-asked'")).text(
                    "about")
            }
        }
    }

    @Test(arguments: engines) func aYesPagesTheFirst(_ engine: Engine) async throws {
        let night = try await Night(engine)
        let before = try await night.ground.acts().count
        let id = try await night.begin()
        #expect(try await night.paged(id) == 0)
        #expect(try await night.asked() == ["administrator"])
        let refused = try await night.programmes.pageNext(in: id, after: 0, by: night.coordinator)
        #expect(refused?.refusal?.problems.first?.clauses == [ClauseID("OCP-I.C.2.c")])
        let activation = try await night.activation()
        #expect(try await night.programmes.approveActivation(activation, by: night.coordinator) == nil)
        let administrator = try await night.ground.signedIn("administrator")
        try #require(try await night.programmes.approveActivation(activation, by: administrator)).get()
        #expect(try await night.paged(id) == 1)
        #expect(try await night.asked().isEmpty)
        #expect(
            try await night.ground.acts().dropFirst(before) == [.callOutBegun, .activationApproved, .callOutPaged])
        #expect(try await night.programmes.approveActivation(activation, by: administrator)?.refusal != nil)
    }

    @Test(arguments: engines) func nobodyAnswers(_ engine: Engine) async throws {
        let night = try await Night(engine)
        let id = try await night.begin()
        try await night.pass(minutes: 9)
        #expect(try await night.asked() == ["administrator"])
        try await night.pass(minutes: 1)
        #expect(try await night.asked() == ["administrator", "division-director"])
        #expect(try await night.paged(id) == 0)
        try await night.pass(minutes: 10)
        #expect(try await night.paged(id) == 1)
        #expect(try await night.asked().isEmpty)
        for _ in 0..<2 { try await night.pass(minutes: 10) }
        #expect(try await night.paged(id) == 1)
    }

    /// In the morning nobody's yes is needed any more; and whom nobody holds is not waited for.
    @Test(arguments: engines) func nobodyNeedSayYes(_ engine: Engine) async throws {
        let night = try await Night(engine)
        let id = try await night.begin()
        try night.ground.move(to: "2026-11-23", hour: 9)
        let coordinator = try await night.ground.signedIn("coordinator")
        try #require(try await night.programmes.pageNext(in: id, after: 0, by: coordinator)).get()
        #expect(try await night.paged(id) == 1)
        #expect(try await night.asked().isEmpty)
        let alone = try await Night(engine, approvers: [])
        #expect(try await alone.paged(try await alone.begin()) == 1)
    }

    @Test(arguments: engines) func itGoesWithTheCallOut(_ engine: Engine) async throws {
        let night = try await Night(engine)
        let id = try await night.begin()
        let activation = try await night.activation()
        _ = try await night.programmes.finishCallOut(id, by: night.coordinator)
        #expect(try await night.asked().isEmpty)
        #expect(try await night.ground.database.integer("SELECT count(*) FROM call_out_activation") == 0)
        let administrator = try await night.ground.signedIn("administrator")
        #expect(try await night.programmes.approveActivation(activation, by: administrator) == nil)
        try await night.pass(minutes: 30)
        #expect(try await night.paged(id) == 0)
    }

    /// A clock that was wrong when the yes was asked for keeps nobody waiting.
    @Test(arguments: engines) func aWrongClock(_ engine: Engine) async throws {
        let night = try await Night(engine)
        let id = try await night.begin()
        night.ground.clock.move(seconds: -3600)
        try await night.programmes.advanceCallOuts()
        night.ground.clock.move(seconds: -3600)
        try await night.programmes.advanceCallOuts()
        #expect(try await night.paged(id) == 1)
    }
}
