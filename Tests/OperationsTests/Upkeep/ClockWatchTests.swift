import Logging
import Operations
import Program
import Sealing
import Store
import TestSupport
import Testing

/// A server whose machine's clock jumps, and one that starts with a wrong clock.
@Suite struct ClockWatchTests {
    private static let day: Int64 = 86_400

    /// A server on the ground's database whose clock is watched; how long it has run is moved by hand.
    private struct Watched {
        let field: RequestGround
        let programmes: Programmes
        private let run: MovableClock

        /// - Parameter wrong: by how much the machine's clock is wrong when the server starts.
        init(_ field: RequestGround, wrong: Int64 = 0) throws {
            self.field = field
            let (shown, run) = (field.ground.clock, MovableClock(Instant(milliseconds: 0)))
            self.run = run
            shown.move(seconds: wrong)
            programmes = try field.ground.restarted(
                watchedBy: SteadyClock(shown: { shown.now }, elapsed: { .milliseconds(run.now.milliseconds) }))
        }

        /// Time passes, on the clock as well.
        func pass(seconds: Int64) {
            run.move(seconds: seconds)
            field.ground.clock.move(seconds: seconds)
        }

        /// The clock that moves requests on goes its rounds meanwhile.
        func running(_ logger: Logger, _ body: () async throws -> Void) async throws {
            let due = DueClock(programmes: programmes, logger: logger)
            let running = Task { try await due.run() }
            let result = await Swift.Result { try await body() }
            running.cancel()
            try await running.value
            try result.get()
        }
    }

    private static func stage(_ field: RequestGround) async throws -> Int? {
        try await field.ground.database.read { transaction in
            try #require(try transaction.row("SELECT stage FROM request")).optionalInt("stage")
        }
    }

    @Test(arguments: engines, [day, -day])
    func aJumpSetsNoTimerAndEndsNone(_ engine: Engine, _ width: Int64)
        async throws
    {
        let field = try await RequestGround(engine)
        let server = try Watched(field)
        let begun = server.programmes.clock()
        _ = try await server.programmes.ask(RequestGround.ask { $0.wanted = [field.ana.account] }, in: field.agency)
            .get()
        field.ground.clock.move(seconds: width)
        server.pass(seconds: 60)
        #expect(server.programmes.clock() == begun.adding(seconds: 60))
        #expect(await server.programmes.health().unwell.contains(.clock))
        // Nobody is refused, and what is done meanwhile is due in its own time.
        _ = try await server.programmes.ask(RequestGround.ask { $0.wanted = [field.ben.account] }, in: field.agency)
            .get()
        try await server.programmes.advanceRequests()
        try await server.programmes.endImpossibleWaits()
        let dues = try await field.ground.database.read { transaction in
            try transaction.rows("SELECT due_at FROM request ORDER BY due_at").map { try $0.int64("due_at") }
        }
        #expect(dues.map { ($0 - begun.milliseconds) / 1000 } == [300, 360])
        server.pass(seconds: 240)
        try await server.programmes.advanceRequests()
        #expect(
            try await field.ground.database.integer("SELECT count(*) FROM request WHERE stage = 2") == 1,
            "the first goes on in its time, and the other not yet")
        field.ground.clock.move(seconds: -width)
        _ = server.programmes.clock()
        #expect(await !server.programmes.health().unwell.contains(.clock))
    }

    /// A telephone shows the digits of the true time, whichever of the two that is.
    @Test(arguments: engines, [true, false]) func aSecondFactorDuringAJump(_ engine: Engine, _ isRight: Bool)
        async throws
    {
        let field = try await RequestGround(engine)
        _ = try await field.ground.enrol("c.ortiz")
        let server = try Watched(field)
        let secret = TOTPSecret()
        func half() async throws -> Staff {
            guard
                case .signedIn(let key, _) = try await server.programmes.signIn(
                    agency: field.agency, login: "c.ortiz", passphrase: Ground.passphrase)
            else { throw RequestGround.NotOpened() }
            return try #require(try await server.programmes.staff(session: key))
        }
        _ = try await server.programmes.setSecondFactor(
            try await half(), secret: secret, digits: field.ground.digits(of: secret), present: Ground.passphrase
        ).get()
        field.ground.clock.move(seconds: Self.day)
        server.pass(seconds: 60)
        let moment = isRight ? field.ground.clock.now : server.programmes.clock()
        let digits = secret.code(ofStep: moment.milliseconds / 30_000)
        let shown = try await half()
        _ = try await server.programmes.proveSecondFactor(shown, digits: digits).get()
        #expect(
            try await server.programmes.proveSecondFactor(try await half(), digits: digits).refusedFields == ["digits"])
    }

    /// It is said in the log once when it begins and once when it is over, and whoever asks the database alone hears it too.
    @Test(arguments: engines) func aJumpIsSaid(_ engine: Engine) async throws {
        let field = try await RequestGround(engine)
        let (server, log) = (try Watched(field), KeptLog())
        var logger = log.logger
        logger.logLevel = .notice
        try await server.running(logger) {
            try await eventually { await !server.programmes.health().unwell.contains(.clock) }
            field.ground.clock.move(seconds: Self.day)
            try await eventually { await server.programmes.health().failing[.clock] == ["watchClock"] }
            // By the wrong clock, as the command line goes.
            #expect(await field.programmes.health().failing[.clock] == ["watchClock"])
            field.ground.clock.move(seconds: -Self.day)
            try await eventually { await server.programmes.health().failing == [:] }
        }
        #expect(log.lines.map { $0.contains("watchClock") } == [true, true])
    }

    /// What servers have written of the time is a day ahead, or far behind: the workers hold still for a while and then go on.
    @Test(arguments: engines, [-day, day]) func aStartWithAWrongClock(_ engine: Engine, _ wrong: Int64) async throws {
        let field = try await RequestGround(engine)
        try await field.asked { $0.wanted = [field.ana.account] }
        let before = field.now
        try await field.ground.database.write { transaction in
            try transaction.setHeartbeat(Worker.dueClock.rawValue, at: before)
        }
        let server = try Watched(field, wrong: wrong)
        let written: SQL = "SELECT count(*) FROM heartbeat WHERE worker = 'due-clock' AND at <> \(before.milliseconds)"
        try await server.running(KeptLog().logger) {
            // A round was gone, and its end was kept.
            try await eventually { try await field.ground.database.integer(written) == 1 }
            #expect(try await Self.stage(field) == 2)
            #expect(await server.programmes.health().unwell.contains(.clock))
            server.pass(seconds: 121)
            try await eventually { try await Self.stage(field) != 2 }
            try await eventually { await !server.programmes.health().unwell.contains(.clock) }
        }
    }

    /// The clock is set right while the workers hold still: it is believed at once, and nothing was gone on with too early.
    @Test(arguments: engines, [-day, day]) func aClockThatIsSetRight(_ engine: Engine, _ wrong: Int64) async throws {
        let field = try await RequestGround(engine)
        let before = field.now
        try await field.ground.database.write { transaction in
            try transaction.setHeartbeat(Worker.dueClock.rawValue, at: before)
        }
        let server = try Watched(field, wrong: wrong)
        try? await server.programmes.watchClock()
        #expect(await server.programmes.health().unwell.contains(.clock))
        server.pass(seconds: 10)
        field.ground.clock.move(seconds: -wrong)
        #expect(server.programmes.clock() == before.adding(seconds: 10))
        try await server.programmes.watchClock()
        #expect(await !server.programmes.health().unwell.contains(.clock))
    }
}
