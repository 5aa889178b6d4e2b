import Dispatch
import Foundation
import Logging
import Operations
import Program
import Sealing
import Store
import TestSupport
import Testing

/// How people say how they are reached, and prove it.
@Suite struct ContactMethodTests {
    private let sink = DeliverySink()

    private func added(_ ground: Ground, _ staff: Staff) async throws -> ContactMethod {
        let new = NewContactMethod(kind: .text, address: "916 555 0101", delay: 0)
        return try await ground.programmes.addContactMethod(new, for: staff, carried: sink.carriers.kinds).get()
    }

    private func confirm(_ ground: Ground, _ id: String, _ digits: String, _ staff: Staff) async throws -> Bool {
        let answer = try #require(try await ground.programmes.confirm(id, with: digits, for: staff))
        return answer.refusedFields == nil
    }

    @Test(arguments: engines) func aMethodIsProvedByItsCode(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let pat = try await ground.member("pat")
        let id = try await added(ground, pat).id
        try await ground.withCourier(to: sink) { try await ground.allIsSent() }
        let words = try #require(sink.arrivals.first?.words)
        let digits = String(words.dropLast().suffix(6))
        #expect(words == Saying.code(digits).written)
        #expect(try await confirm(ground, id, digits == "000000" ? "000001" : "000000", pat) == false)
        #expect(try await confirm(ground, id, digits, pat))
        #expect(try await confirm(ground, id, digits, pat) == false, "they work once")
        let test = try #require(try await ground.programmes.sendTest(to: id, for: pat))
        #expect(test.refusedFields == nil)
        try await ground.withCourier(to: sink) { try await ground.allIsSent() }
        #expect(sink.arrivals.map(\.words).last == Saying.test.written)
    }

    @Test(arguments: engines) func wrongDigitsCannotBeTriedForLong(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let pat = try await ground.member("pat")
        let id = try await added(ground, pat).id
        let digits = try await code(ground, id, pat)
        for _ in 1...5 { #expect(try await confirm(ground, id, "wrong", pat) == false) }
        #expect(try await confirm(ground, id, digits, pat) == false)
        _ = try #require(try await ground.programmes.sendCode(to: id, for: pat)).get()
        let fresh = try await code(ground, id, pat)
        #expect(try await confirm(ground, id, fresh, pat))
    }

    @Test(arguments: engines) func digitsAreTakenForAQuarterOfAnHour(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let pat = try await ground.member("pat")
        let id = try await added(ground, pat).id
        let digits = try await code(ground, id, pat)
        ground.clock.move(seconds: 900)
        #expect(try await confirm(ground, id, digits, pat) == false)
        try await ground.withCourier(to: sink) { try await ground.allIsSent() }
        #expect(sink.arrivals == [], "a code that is worth nothing is not sent")
        try await ground.programmes.forgetOldDeliveries()
        #expect(try await ground.database.integer("SELECT count(*) FROM contact_method WHERE code IS NOT NULL") == 0)
    }

    @Test(arguments: engines) func aMethodOfSomebodyElseIsNone(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let (pat, kim) = (try await ground.member("pat"), try await ground.member("kim"))
        let id = try await ground.confirmed(.text, "916 555 0101", for: pat, at: sink)
        let programmes = ground.programmes
        for method in [id, "unknown"] {
            #expect(try await programmes.sendCode(to: method, for: kim) == nil)
            #expect(try await programmes.sendTest(to: method, for: kim) == nil)
            #expect(try await programmes.confirm(method, with: "123456", for: kim) == nil)
            #expect(try await programmes.setDelay(of: method, to: 3, for: kim) == nil)
            #expect(try await programmes.removeContactMethod(method, for: kim) == false)
        }
        #expect(try await programmes.contactMethods(of: kim) == [])
        #expect(try await programmes.contactMethods(of: pat).map(\.method.delay) == [0])
    }

    @Test(arguments: engines) func twentyWordsADayAreTheMost(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let pat = try await ground.member("pat")
        let id = try await added(ground, pat).id
        for _ in 2...20 { _ = try #require(try await ground.programmes.sendCode(to: id, for: pat)).get() }
        #expect(try #require(try await ground.programmes.sendCode(to: id, for: pat)).refusedFields == [nil])
        let another = NewContactMethod(kind: .email, address: "pat@example.org", delay: 0)
        let refused = try await ground.programmes.addContactMethod(another, for: pat, carried: sink.carriers.kinds)
        #expect(refused.refusedFields == [nil])
        try await ground.ping(pat.account)
        ground.clock.move(seconds: 86_400)
        _ = try #require(try await ground.programmes.sendCode(to: id, for: pat)).get()
    }

    @Test(arguments: engines) func removingItLeavesNothing(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let pat = try await ground.member("pat")
        let before = try await ground.database.sizes()
        let device = try await ground.programmes.addDevice(
            try WebPushSubscription.example(), called: "My phone", delay: 0, for: pat, by: sink.carriers
        ).get()
        let id = try await ground.confirmed(.text, "916 555 0101", after: 3, for: pat, at: sink)
        try await ground.withCourier(to: sink) {
            try await ground.ping(pat.account)
            try await ground.allIsSent()
        }
        _ = try #require(try await ground.programmes.sendTest(to: id, for: pat)).get()
        for method in [device.id, id] {
            #expect(try await ground.programmes.removeContactMethod(method, for: pat))
        }
        ground.clock.move(seconds: 3 * 86_400)
        try await ground.programmes.forgetOldDeliveries()
        var after = try await ground.database.sizes()
        after["heartbeat"] = before["heartbeat"]
        #expect(after == before)
    }

    @Test(arguments: engines) func aServerThatIsNoPushServiceIsRefused(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let pat = try await ground.member("pat")
        let elsewhere = try WebPushSubscription.example(at: "https://10.0.0.1/admin")
        let refused = try await ground.programmes.addDevice(
            elsewhere, called: "My phone", delay: 0, for: pat, by: sink.carriers)
        #expect(refused.refusedFields == ["endpoint"])
        let new = NewContactMethod(kind: .push, address: "My phone", delay: 0)
        let typed = try await ground.programmes.addContactMethod(new, for: pat, carried: sink.carriers.kinds)
        #expect(typed.refusedFields == ["kind"])
    }

    /// A server that is stopped amid a round has failed at nothing, for no agency.
    @Test(arguments: engines) func stoppingAmidARoundIsNoFault(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        for _ in 0..<30 {
            try await ground.withHousekeeping {
                try await eventually { try await ground.hasGoneRound([.housekeeping]) }
            }
            #expect(try await ground.programmes.failingSteps().isEmpty)
            try await ground.database.write { try $0.execute("DELETE FROM heartbeat") }
        }
    }

    @Test(arguments: engines) func aWorkerThatIsSilentIsSeen(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        /// Those parts are unwell, and no step of them fails.
        func isUnwell(_ parts: Set<Health.Part>) async {
            let health = await ground.programmes.health()
            let failing = try? await ground.programmes.failingSteps()
            #expect(health.unwell == parts && health.failing.isEmpty, "\(health) \(failing ?? [])")
        }
        await isUnwell([.workers, .housekeeping])
        try await ground.withHousekeeping {
            try await eventually { try await ground.hasGoneRound([.housekeeping]) }
        }
        await isUnwell([.workers])
        // Those that send are not enough: a request that nobody moves on reaches nobody.
        let sending = Set(Worker.allCases).subtracting([.dueClock, .housekeeping])
        try await ground.withCourier(to: sink) {
            try await eventually { try await ground.hasGoneRound(sending) }
            await isUnwell([.workers])
            try await ground.withDueClock { try await eventually { await ground.programmes.health().isWell } }
        }
        // The clock stands still while the others go on.
        ground.clock.move(seconds: 61)
        try await ground.withCourier(to: sink) {
            try await eventually { try await ground.hasGoneRound(sending) }
        }
        await isUnwell([.workers])
        try await ground.withDueClock { try await eventually { await ground.programmes.health().isWell } }
        ground.clock.move(seconds: 61)
        await isUnwell([.workers])
        ground.clock.move(seconds: -130)
        await isUnwell([.clock])
        // It rests for ten minutes between two rounds; after half an hour something is wrong.
        ground.clock.move(seconds: 130 + 1800)
        await isUnwell([.workers, .housekeeping])
        await ground.database.close()
        #expect(await ground.programmes.health().unwell == [.database])
    }

    @Test(arguments: engines) func aDatabaseThatHangsIsSeen(_ engine: Engine) async throws {
        let ground = try await Ground(engine, longestLook: .milliseconds(300))
        let (hanging, goesOn) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        // As many as the database takes at once.
        async let reads: Void = withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<Ground.connections {
                group.addTask {
                    try await ground.database.read { _ in
                        hanging.signal()
                        _ = goesOn.wait(timeout: .now() + 120)
                    }
                }
            }
            try await group.waitForAll()
        }
        let other = try await TestDatabase.fresh(.sqlite)
        try await other.read { _ in for _ in 0..<Ground.connections { _ = hanging.wait(timeout: .now() + 120) } }
        #expect(await ground.programmes.health().unwell == [.database])
        for _ in 0..<Ground.connections { goesOn.signal() }
        try await reads
        try await eventually { await !ground.programmes.health().unwell.contains(.database) }
    }

    private func code(_ ground: Ground, _ id: String, _ staff: Staff) async throws -> String {
        let row = try await ground.database.read { transaction in
            try transaction.contactMethod(id, of: staff.account, agency: staff.agency.id)
        }
        return try #require(row?.code)
    }
}

extension Ground {
    /// Whether all of them went their round at the present moment of the ground's clock.
    fileprivate func hasGoneRound(_ workers: Set<Worker>) async throws -> Bool {
        let now = clock.now
        return try await database.read { transaction in
            try workers.allSatisfy { try transaction.heartbeat($0.rawValue) == now }
        }
    }

    /// The clock that moves requests on goes its rounds meanwhile.
    fileprivate func withDueClock(_ body: () async throws -> Void) async throws {
        let due = DueClock(programmes: programmes, logger: silent)
        try await running({ try await due.run() }, body)
    }

    /// The server keeps house meanwhile.
    func withHousekeeping(_ body: () async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("checkpoints-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let housekeeping = Housekeeping(
            programmes: programmes, checkpoints: CheckpointFolder(folder), logger: silent)
        try await running({ try await housekeeping.run() }, body)
    }

    private var silent: Logger {
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        return logger
    }

    private func running(
        _ run: @escaping @Sendable () async throws -> Void, _ body: () async throws -> Void
    ) async throws {
        let running = Task { try await run() }
        let result = await Swift.Result { try await body() }
        running.cancel()
        try await running.value
        try result.get()
    }
}
