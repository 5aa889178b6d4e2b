import Operations
import Program
import Store
import Testing

/// A disclosure stays with whoever was told; one that nobody has answered reaches whoever holds the office once they are gone.
@Suite struct EarlierDisclosureTests {
    private struct Scene {
        let ground: Ground
        let supporter: Staff
        let told: Staff

        init(_ engine: Engine) async throws {
            ground = try await Ground(engine, pack: "sacramento-probation")
            supporter = try await ground.member("s.one", roles: "supporter")
            told = try await ground.member("c.one", roles: "chaplaincy")
        }

        func disclose() async throws -> String {
            try await ground.programmes.disclose("self-harm", by: supporter).get().id
        }

        /// How many open and answered notices somebody reads now.
        func reads(_ staff: Staff) async throws -> [Int] {
            let inbox = try await ground.programmes.notices(for: staff)
            #expect(try await ground.programmes.openNotices(for: staff) == inbox.open.count)
            return [inbox.open.count, inbox.answered.count]
        }

        func successor() async throws -> Staff {
            ground.clock.move(seconds: 60)
            let day = try ground.agency.day(at: ground.clock.now).text
            return try await ground.member("c.two", roles: "chaplaincy", since: day)
        }
    }

    @Test(arguments: engines) func aNewcomerReadsNothingFromBefore(_ engine: Engine) async throws {
        let scene = try await Scene(engine)
        _ = try await scene.disclose()
        let answered = try #require(try await scene.ground.programmes.notices(for: scene.told).open.first).notice.id
        #expect(try await scene.ground.answer(answered, by: scene.told))
        _ = try await scene.disclose()
        let newcomer = try await scene.successor()
        #expect(try await scene.reads(newcomer) == [0, 0])
        #expect(try await scene.reads(scene.told) == [1, 1])
        // Neither the notice itself by its id, nor an answer to it.
        #expect(try await scene.ground.programmes.notice(answered, for: newcomer) == nil)
        let open = try #require(try await scene.ground.programmes.notices(for: scene.told).open.first).notice.id
        #expect(try await scene.ground.programmes.acknowledge(open, how: .page, by: newcomer) == nil)
        // From then on both are told.
        _ = try await scene.disclose()
        #expect(try await scene.reads(newcomer) == [1, 0])
        #expect(try await scene.reads(scene.told) == [2, 1])
    }

    /// Nobody is left who was told: what is unanswered goes on, what was answered does not.
    @Test(arguments: engines) func whatNobodyAnsweredReachesSomebody(_ engine: Engine) async throws {
        let scene = try await Scene(engine)
        _ = try await scene.disclose()
        let answered = try #require(try await scene.ground.programmes.notices(for: scene.told).open.first).notice.id
        #expect(try await scene.ground.answer(answered, by: scene.told))
        _ = try await scene.disclose()
        let newcomer = try await scene.successor()
        let before = try await scene.ground.pings(of: newcomer.account)
        try await scene.ground.endedAsOperator("chaplaincy", of: scene.told.account)
        #expect(try await scene.reads(newcomer) == [1, 0])
        // And it is announced to them, as it was not while the other was there.
        scene.ground.clock.move(seconds: 3600)
        try await scene.ground.programmes.escalateNotices()
        #expect(try await scene.ground.pings(of: newcomer.account) == before + 1)
    }

    /// Whoever makes a disclosure is not the one who is told of it, whatever they hold: the office is as good as vacant.
    @Test(arguments: engines) func nobodyIsToldByThemselves(_ engine: Engine) async throws {
        let scene = try await Scene(engine)
        let ground = scene.ground
        let both = try await ground.member("b.oth", roles: "supporter", "chaplaincy")
        try await ground.endedAsOperator("chaplaincy", of: scene.told.account)
        let id = try await ground.programmes.disclose("self-harm", by: both).get().id
        // Only that nobody answers is for them.
        let open = try await ground.programmes.notices(for: both).open
        #expect(open.allSatisfy { $0.notice.kind == .nobodyAnswers })
        let view = try #require(try await ground.programmes.disclosure(id, of: both))
        #expect(view.steps.first?.status == .toTell(isVacant: true))
    }
}
