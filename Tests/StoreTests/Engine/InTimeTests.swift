import Dispatch
import Foundation
import Store
import TestSupport
import Testing

@Suite("Whoever asks the database is answered in time")
struct InTimeTests {
    private let table = "CREATE TABLE entry (n BIGINT NOT NULL)"

    @Test("a look ends when its limit is over", arguments: engines)
    func look(engine: Engine) async throws {
        let database = try await database(engine, table)
        let isOver = DispatchSemaphore(value: 0)
        await #expect(throws: StoreFault.timeout("it did not answer in time")) {
            try await database.read(within: .milliseconds(50)) { _ in _ = isOver.wait(timeout: .now() + 120) }
        }
        isOver.signal()
        #expect(try await database.read(within: .seconds(60)) { _ in 7 } == 7)
    }

    @Test("what was given up is not done afterwards, whether it had begun or not", arguments: engines)
    func givenUp(engine: Engine) async throws {
        let database = try await database(engine, table)
        let hasty = DatabaseInTime(database, within: .seconds(4))
        let (isHeld, isOver) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let begun = Task {
            try await hasty.write(inTurnOf: "kern") { transaction in
                try transaction.execute("INSERT INTO entry VALUES (1)")
                isHeld.signal()
                _ = isOver.wait(timeout: .now() + 120)
            }
        }
        try await TestDatabase.fresh(engine).read { _ in _ = isHeld.wait(timeout: .now() + 120) }
        // The one before it has the turn, so this one never begins.
        await #expect(throws: StoreFault.timeout("it did not answer in time")) {
            try await hasty.write(inTurnOf: "kern") { try $0.execute("INSERT INTO entry VALUES (2)") }
        }
        await #expect(throws: StoreFault.timeout("it did not answer in time")) { try await begun.value }
        isOver.signal()
        // It is written when those before it have ended.
        try await database.write(inTurnOf: "kern") { try $0.execute("INSERT INTO entry VALUES (3)") }
        #expect(try await database.integer("SELECT n FROM entry") == 3)
    }

    @Test("what is done in time is kept, and a fault is the body's own", arguments: engines)
    func inTime(engine: Engine) async throws {
        let database = DatabaseInTime(try await database(engine, table), within: .seconds(60))
        #expect(try await database.write { try $0.execute("INSERT INTO entry VALUES (1)") } == 1)
        await #expect(throws: Unexpected.wanted) { try await database.write { _ in throw Unexpected.wanted } }
        #expect(try await database.integer("SELECT count(*) FROM entry") == 1)
    }

    @Test("a commit that is not answered in time is not known", .enabled(if: onPostgreSQL))
    func atTheCommit() async throws {
        let address = try await TestDatabase.freshAddress(.postgresql)
        let slow = try await address.open(connections: 1)
        try await slow.alterSchema { try $0.execute("CREATE TABLE entry (n BIGINT NOT NULL)") }
        let process = pid_t(try await slow.integer("SELECT pg_backend_pid()"))
        defer { kill(process, SIGCONT) }
        await #expect(throws: StoreFault.outcomeUnknown) {
            try await DatabaseInTime(slow, within: .milliseconds(500)).write { transaction in
                try transaction.execute("INSERT INTO entry VALUES (1)")
                kill(process, SIGSTOP)
            }
        }
    }
}
