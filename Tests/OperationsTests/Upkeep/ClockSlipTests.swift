import Operations
import Program
import Sealing
import Store
import TestSupport
import Testing

/// A clock slips a day ahead, something is done, and it slips back: nobody waits that day.
@Suite struct ClockSlipTests {
    private static let day: Int64 = 86_400

    private static func whileAhead<Value>(
        _ ground: Ground, _ act: () async throws -> Value
    ) async throws -> Value {
        ground.clock.move(seconds: day)
        let value = try await act()
        ground.clock.move(seconds: -day)
        return value
    }

    private static func stage(_ field: RequestGround) async throws -> Int? {
        try await field.ground.database.read { transaction in
            try #require(try transaction.row("SELECT stage FROM request")).optionalInt("stage")
        }
    }

    /// Every timer that runs, by its request.
    private static func timers(_ field: RequestGround) async throws -> [String: Int64] {
        try await field.ground.database.read { transaction in
            Dictionary(
                uniqueKeysWithValues: try transaction.rows("SELECT id, due_at FROM request").map {
                    (try $0.text("id"), try $0.int64("due_at"))
                })
        }
    }

    /// Asked while the clock was ahead, or gone on with by it: each goes on at once and then in its time, once and not again and again.
    @Test(arguments: engines, [true, false]) func aRequestThatWaits(_ engine: Engine, _ isAskedBefore: Bool)
        async throws
    {
        let field = try await RequestGround(engine)
        if isAskedBefore { try await field.asked { $0.wanted = [field.ana.account] } }
        try await Self.whileAhead(field.ground) {
            if !isAskedBefore { try await field.asked { $0.wanted = [field.ana.account] } }
            try await field.programmes.advanceRequests()
        }
        let before = try #require(try await Self.stage(field))
        try await field.programmes.advanceRequests()
        #expect(try await Self.stage(field) == before)
        try await field.programmes.endImpossibleWaits()
        let after = try #require(try await Self.stage(field))
        #expect(after > before)
        try await field.programmes.endImpossibleWaits()
        #expect(try await Self.stage(field) == after)
        let timers = try await Self.timers(field)
        try await field.pass(minutes: 15)
        #expect(try await Self.timers(field) != timers)
    }

    /// Whose timers are right is left alone, at every hour that a seeker may like to be reached.
    @Test(arguments: engines, PreferredTime.allCases)
    func aTimerThatIsRight(_ engine: Engine, _ time: PreferredTime) async throws {
        let field = try await RequestGround(engine)
        for hour in [7, 16, 21, 23] as [Int64] {
            try field.ground.move(to: "2026-11-20", hour: hour)
            let ana = try await field.ground.present(field.ana)
            try await field.asked { $0.time = time }
            let id = try await field.accepted(by: ana).id
            try await field.asked()
            let before = try await Self.timers(field)
            try await field.programmes.endImpossibleWaits()
            #expect(try await Self.timers(field) == before)
            #expect(try await field.programmes.request(id, of: ana) != nil)
            try await field.ground.database.write { transaction in
                for table in ["request_copy", "request_reserve", "notice"] as [SQL] {
                    try transaction.execute("DELETE FROM \(table)")
                }
                try transaction.execute("DELETE FROM request")
            }
        }
    }

    @Test(arguments: engines) func aFirstContact(_ engine: Engine) async throws {
        let field = try await RequestGround(engine)
        try await field.asked()
        let id = try await Self.whileAhead(field.ground) {
            try await field.accepted(by: try await field.ground.signedIn("ana")).id
        }
        try await field.programmes.endImpossibleWaits()
        #expect(try await field.programmes.request(id, of: field.ana) == nil)
        #expect(try await field.offered() == ["ben", "cleo"])
    }

    @Test(arguments: engines) func aNotice(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let notice = NewNotice(kind: .rosterGap, to: .role(RoleID("coordinator")), repeats: true)
        let id = try await Self.whileAhead(ground) {
            let now = ground.clock.now
            return try await ground.database.write { [agency = ground.agency] transaction in
                try transaction.raise(notice, in: agency, at: now)
            }
        }
        func announcements() async throws -> Int {
            try await ground.database.read { [agency = ground.agency.id] transaction in
                try transaction.announcements(of: id, agency: agency)
            }
        }
        for _ in 1...2 {
            try await ground.programmes.escalateNotices()
            try await ground.programmes.endImpossibleWaits()
            #expect(try await announcements() == 2)
        }
    }

    /// What waits in the outbox for a while, and what a worker took that then died.
    @Test(arguments: engines, [false, true]) func aWord(_ engine: Engine, _ isTaken: Bool) async throws {
        let (ground, sink) = (try await Ground(engine), DeliverySink())
        let pat = try await ground.member("pat")
        try await ground.confirmed(.text, "916 555 0101", for: pat, at: sink)
        try await ground.confirmed(.text, "916 555 0102", after: 50, for: pat, at: sink)
        try await Self.whileAhead(ground) {
            try await ground.ping(pat.account)
            let now = ground.clock.now
            guard isTaken else { return }
            let taken = try await ground.database.write { transaction in
                try transaction.claimOutbox(.text, limit: 10, at: now)
            }
            #expect(taken.count == 1)
        }
        try await ground.withCourier(to: sink) { try await ground.allIsSent() }
        #expect(sink.arrivals.count == 2)
    }

    /// Whoever was told three times while the clock was ahead is told of the next request at once.
    @Test(arguments: engines) func wordsOfAsking(_ engine: Engine) async throws {
        let field = try await RequestGround(engine)
        let ana = field.ana.account
        func told() async throws -> Int {
            try await field.ground.database.integer("SELECT count(*) FROM ping WHERE account = \(ana)")
        }
        try await Self.whileAhead(field.ground) {
            for _ in 1...4 { try await field.asked { $0.wanted = [ana] } }
        }
        #expect(try await told() == 3)
        try await field.asked { $0.wanted = [ana] }
        #expect(try await told() == 4)
        try await field.programmes.sayWhatStillWaits()
        let latest = field.now.adding(seconds: 3900).milliseconds
        #expect(
            try await field.ground.database.integer("SELECT count(*) FROM word_of_asking WHERE ends_at > \(latest)")
                == 0)
    }

    @Test(arguments: engines) func mistypedLogins(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        _ = try await ground.enrol("pat")
        func attempt(_ passphrase: String) async throws -> SignIn {
            try await ground.programmes.signIn(agency: ground.agency, login: "pat", passphrase: passphrase)
        }
        try await Self.whileAhead(ground) {
            for _ in 1...5 { _ = try await attempt("wrong passphrase") }
            guard case .paused = try await attempt(Ground.passphrase) else {
                Issue.record("The fifth failure pauses.")
                return
            }
        }
        // The attempts still count; only the pause is over.
        _ = try await attempt("wrong passphrase")
        guard case .paused(let end) = try await attempt(Ground.passphrase) else {
            Issue.record("The sixth failure pauses.")
            return
        }
        #expect(end == ground.clock.now.adding(seconds: 60))
        ground.clock.move(seconds: 60)
        _ = try await ground.signIn("pat")
    }

    @Test(arguments: engines) func aSecondFactor(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        _ = try await ground.enrol("c.ortiz", roles: ["coordinator"])
        let secret = TOTPSecret()
        let first = try await ground.staff(try await ground.signIn("c.ortiz"))
        _ = try await ground.programmes.setSecondFactor(first, secret: secret, digits: ground.digits(of: secret)).get()
        func shows() async throws -> Result<SessionKey, Refusal> {
            let half = try await ground.staff(try await ground.signIn("c.ortiz"))
            return try await ground.programmes.proveSecondFactor(half, digits: ground.digits(of: secret))
        }
        _ = try await Self.whileAhead(ground) { try await shows().get() }
        _ = try await shows().get()
        // The digits of the moment are used up now.
        #expect(try await shows().refusedFields == ["digits"])
        ground.clock.move(seconds: 30)
        _ = try await shows().get()
    }

    /// A session begun while the clock was ahead does not last a day longer.
    @Test(arguments: engines) func aSession(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let supporter = try await ground.member("pat", roles: "supporter")
        let session = try await Self.whileAhead(ground) { try await ground.signIn("pat") }
        #expect(try await ground.programmes.staff(session: session) == nil)
        #expect(try await ground.programmes.staff(session: supporter.session) != nil)
    }

    @Test(arguments: engines) func codes(_ engine: Engine) async throws {
        let (ground, sink) = (try await Ground(engine), DeliverySink())
        let pat = try await ground.member("pat")
        let created = try await Self.whileAhead(ground) {
            try await ground.programmes.createAccount(
                NewAccount(login: "kim", name: "Kim", employeeNumber: nil), in: ground.agency
            ).get()
        }
        let enrolled = try await ground.programmes.enrol(
            agency: ground.agency, login: "kim", code: created.enrolmentCode.text, passphrase: Ground.passphrase)
        #expect(enrolled.refusedFields == ["code"])
        let method = try await Self.whileAhead(ground) {
            try await ground.programmes.addContactMethod(
                NewContactMethod(kind: .text, address: "916 555 0101", delay: 0),
                for: try await ground.signedIn("pat"), carried: sink.carriers.kinds
            ).get()
        }
        let row = try await ground.database.read { [agency = ground.agency.id] transaction in
            try transaction.contactMethod(method.id, of: pat.account, agency: agency)
        }
        let digits = try #require(row?.code)
        let confirmed = try await ground.programmes.confirm(method.id, with: digits, for: pat)
        #expect(try #require(confirmed).refusedFields == ["digits"])
    }

    @Test(arguments: engines) func aConsultation(_ engine: Engine) async throws {
        let field = try await RequestGround(engine, pack: "kern-sheriff")
        for staff in field.team { try await field.ground.opensAllHours(staff) }
        let (seeker, id) = (try await field.seeker(), try await field.begun(by: field.ana))
        try await Self.whileAhead(field.ground) {
            let ana = try await field.ground.signedIn("ana")
            try #require(
                try await field.programmes.consult(id, .anotherSupporter, account: field.ben.account, by: ana)
            ).get()
        }
        #expect(try await field.programmes.consultations(for: field.ben).isEmpty)
        #expect(try await field.view(seeker).consultations.isEmpty)
        try await field.programmes.endConsultations()
        #expect(try await field.holders() == [field.ana.account])
    }

    /// A seeker's pass is asked for anew, instead of lasting a day.
    @Test(arguments: engines) func aPass(_ engine: Engine) async throws {
        let field = try await RequestGround(engine)
        let pass = try await field.seeker()
        let token = try await Self.whileAhead(field.ground) { try field.programmes.token(of: pass) }
        #expect(field.programmes.seekerPass(token: token) == nil)
        #expect(field.programmes.seekerPass(token: try field.programmes.token(of: pass)) != nil)
    }

    /// What was kept of a day that is still to come does not stay until then.
    @Test(arguments: engines) func daysThatAreStillToCome(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let pat = try await ground.member("pat")
        let today = ground.clock.now.milliseconds / 86_400_000
        for (name, day) in [(1, today), (2, today + 1), (3, today + 400)] as [(UInt8, Int64)] {
            try await ground.database.write { [agency = ground.agency.id] transaction in
                let key = [UInt8](repeating: name, count: 32)
                try transaction.rememberAct(key, made: nil, on: day)
                try transaction.execute(
                    "INSERT INTO ping (agency, account, key, day) VALUES (\(agency), \(pat.account), \(key), \(day))")
            }
        }
        try await ground.programmes.forgetDoneActs()
        try await ground.programmes.forgetOldDeliveries()
        for table in ["done_act", "ping"] as [SQL] {
            #expect(try await ground.database.integer("SELECT count(*) FROM \(table)") == 1)
        }
    }
}
