import Operations
import Program
import Store
import Testing

/// Nobody answers a disclosure: the next office is asked in their place, and at the end the supporter knows whom to call.
@Suite struct AskTheNextTests {
    private static let pack = "orange-county-probation"

    private struct Scene {
        let ground: Ground
        let supporter: Staff
        let chief: Staff
        let director: Staff

        init(_ engine: Engine) async throws {
            ground = try await Ground(engine, pack: AskTheNextTests.pack)
            supporter = try await ground.member("s.one", roles: "supporter")
            chief = try await ground.member("c.hief", roles: "chief")
            director = try await ground.member("d.irector", roles: "division-director")
        }

        /// After so many minutes, by as many servers as there are.
        func pass(minutes: Int64) async throws {
            for _ in 0..<minutes {
                ground.clock.move(seconds: 60)
                for _ in 1...2 { try await ground.programmes.escalateNotices() }
            }
        }

        func open(_ staff: Staff) async throws -> [NoticeKind] {
            try await ground.programmes.notices(for: staff).open.map(\.notice.kind)
        }

        func status(_ id: String) async throws -> RecipientStatus? {
            try await ground.programmes.disclosure(id, of: supporter)?.steps.first?.status
        }
    }

    @Test(arguments: engines) func theNextOfficeAndThenTheSupporter(_ engine: Engine) async throws {
        let scene = try await Scene(engine)
        let (ground, supporter) = (scene.ground, scene.supporter)
        let id = try await ground.programmes.disclose("danger", by: supporter).get().id
        try await scene.pass(minutes: 9)
        #expect(try await ground.pings(of: scene.chief.account) == 2)
        #expect(try await scene.open(scene.director) == [])
        try await scene.pass(minutes: 1)
        // The next in line, once, and the first is told as before.
        #expect(try await scene.open(scene.director) == [.standsIn])
        #expect(try await ground.pings(of: scene.chief.account) == 3)
        #expect(try await scene.status(id) == .waiting)
        #expect(try await scene.open(supporter) == [])
        try await scene.pass(minutes: 10)
        #expect(try await scene.open(scene.director) == [.standsIn])
        #expect(try await scene.open(supporter) == [.nobodyAnswers])
        #expect(try await scene.status(id) == .unanswered)
        let last = try #require(try await ground.programmes.notices(for: supporter).open.first)
        #expect(last.alwaysThere.map(\.telephone) == ["988", "911"])
        // Whoever answers in the place of another answers for them; nobody is asked any more.
        let standIn = try #require(try await ground.programmes.notices(for: scene.director).open.first)
        #expect(standIn.notice.tells == RoleID("chief") && standIn.from == "Name of s.one")
        #expect(try await ground.answer(standIn.notice.id, how: .telephone, by: scene.director))
        for staff in [supporter, scene.chief, scene.director] { #expect(try await scene.open(staff) == []) }
        let pings = try await ground.pings(of: scene.chief.account)
        try await scene.pass(minutes: 60)
        #expect(try await ground.pings(of: scene.chief.account) == pings)
        guard case .known(let name, _) = try await scene.status(id) else {
            Issue.record("Nobody knows of it.")
            return
        }
        #expect(name == "Name of d.irector")
    }

    /// Where the first answers after all, nobody stands in for them.
    @Test(arguments: engines) func theFirstAnswersAfterAll(_ engine: Engine) async throws {
        let scene = try await Scene(engine)
        _ = try await scene.ground.programmes.disclose("danger", by: scene.supporter).get()
        try await scene.pass(minutes: 25)
        #expect(try await scene.open(scene.supporter) == [.nobodyAnswers])
        let first = try #require(try await scene.ground.programmes.notices(for: scene.chief).open.first)
        #expect(try await scene.ground.answer(first.notice.id, by: scene.chief))
        for staff in [scene.supporter, scene.chief, scene.director] { #expect(try await scene.open(staff) == []) }
    }

    /// The supporter tells somebody by voice: they are told of nothing any more, and the notice of whoever had to know stays.
    @Test(arguments: engines) func theSupporterTellsByVoice(_ engine: Engine) async throws {
        let scene = try await Scene(engine)
        let id = try await scene.ground.programmes.disclose("danger", by: scene.supporter).get().id
        let early = try await scene.ground.programmes.confirmTold(0, of: id, how: .telephone, by: scene.supporter)
        #expect(early?.isRefused == true)
        try await scene.pass(minutes: 25)
        _ = try #require(
            try await scene.ground.programmes.confirmTold(0, of: id, how: .telephone, by: scene.supporter)
        ).get()
        try await scene.pass(minutes: 25)
        #expect(try await scene.open(scene.supporter) == [])
        #expect(try await scene.open(scene.director) == [])
        #expect(try await scene.open(scene.chief) == [.disclosure])
    }

    /// Nobody holds the office: the next one is asked at once, and where nobody is there at all the supporter is told at once.
    @Test(arguments: engines, [true, false])
    func nobodyHoldsTheOffice(_ engine: Engine, _ isNextHeld: Bool) async throws {
        let ground = try await Ground(engine, pack: Self.pack)
        let supporter = try await ground.member("s.one", roles: "supporter")
        let director = isNextHeld ? try await ground.member("d.irector", roles: "division-director") : nil
        _ = try await ground.programmes.disclose("danger", by: supporter).get()
        let told = try await ground.programmes.notices(for: supporter).open.map(\.notice.kind)
        #expect(told == (isNextHeld ? [] : [.nobodyAnswers]))
        if let director {
            #expect(try await ground.programmes.notices(for: director).open.map(\.notice.kind) == [.standsIn])
            #expect(try await ground.pings(of: director.account) == 1)
        }
    }

    /// A duty to tell that nobody does comes to whom it tells; told on after all, they are told once.
    @Test(arguments: engines) func aDutyToTell(_ engine: Engine) async throws {
        let ground = try await Ground(engine, pack: "sacramento-probation")
        let everyone = try await ground.everyRole()
        let coordinator = try #require(everyone["coordinator"])
        let liaison = try #require(everyone["management-liaison"])
        func passed() async throws -> Int {
            try await ground.programmes.notices(for: liaison).open.count { $0.notice.kind == .disclosure }
        }
        _ = try await ground.programmes.disclose("self-harm", by: try #require(everyone["supporter"])).get()
        let told = try #require(try await ground.programmes.notices(for: coordinator).open.first)
        #expect(try await ground.answer(told.notice.id, by: coordinator))
        for minute in 1...10 {
            ground.clock.move(seconds: 60)
            try await ground.programmes.escalateNotices()
            #expect(try await passed() == (minute < 10 ? 0 : 1))
        }
        let duty = try #require(
            try await ground.programmes.notices(for: coordinator).open.first { $0.notice.kind == .followOn })
        #expect(try await ground.answer(duty.notice.id, how: .page, assistance: false, by: coordinator))
        #expect(try await passed() == 1)
    }
}
