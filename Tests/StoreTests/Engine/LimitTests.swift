import Dispatch
import Foundation
import Store
import TestSupport
import Testing

@Suite("Whatever the database does, waiting for it ends")
struct LimitTests {
    /// Leaves a statement that is not answered soon, and has time to ask again.
    private let hasty = DatabaseLimits(patience: .seconds(120), statement: .seconds(2))

    private func database(_ engine: Engine, _ limits: DatabaseLimits) async throws -> any Database {
        try await TestDatabase.freshAddress(engine).open(connections: 1, limits: limits)
    }

    /// Runs the body while the server's process for the only connection stands still.
    private func whileItHangs(_ database: any Database, _ body: () async throws -> Void) async throws {
        let process = pid_t(try await database.integer("SELECT pg_backend_pid()"))
        kill(process, SIGSTOP)
        defer { kill(process, SIGCONT) }
        try await body()
    }

    @Test("a server that has stopped answering is left", .enabled(if: onPostgreSQL))
    func hanging() async throws {
        let database = try await database(
            .postgresql, DatabaseLimits(patience: .seconds(2), statement: .seconds(2)))
        try await whileItHangs(database) {
            await #expect(throws: StoreFault.unavailable("the connection was lost")) {
                try await database.integer("SELECT 1")
            }
            // The next one asks for a connection of its own.
            _ = try await database.integer("SELECT 1")
        }
    }

    @Test("while there is time, it is asked again by another connection", .enabled(if: onPostgreSQL))
    func askedAgain() async throws {
        let database = try await database(.postgresql, hasty)
        try await whileItHangs(database) { _ = try await database.integer("SELECT 1") }
    }

    @Test("a commit that is not answered is not known", .enabled(if: onPostgreSQL))
    func hangingAtTheEnd() async throws {
        let database = try await database(.postgresql, hasty)
        let process = pid_t(try await database.integer("SELECT pg_backend_pid()"))
        defer { kill(process, SIGCONT) }
        let fault = await database.fault { transaction in
            try transaction.execute("CREATE TABLE entry (n BIGINT)")
            kill(process, SIGSTOP)
        }
        #expect(fault as? StoreFault == .outcomeUnknown)
    }

    @Test("a lock of somebody else is not waited for without end", .enabled(if: onPostgreSQL))
    func locked() async throws {
        let address = try await TestDatabase.freshAddress(.postgresql)
        let database = try await address.open(limits: .impatient)
        try await database.alterSchema { try $0.execute("CREATE TABLE entry (n BIGINT)") }
        let (isHeld, isOver) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        async let holding: Void = database.write { transaction in
            try transaction.execute("LOCK TABLE entry IN ACCESS EXCLUSIVE MODE")
            isHeld.signal()
            _ = isOver.wait(timeout: .now() + 120)
        }
        try await database.read { _ in _ = isHeld.wait(timeout: .now() + 120) }
        await #expect(throws: StoreFault.busy("others held on to a lock")) {
            try await database.integer("SELECT COUNT(*) FROM entry")
        }
        isOver.signal()
        try await holding
    }

    @Test("another process that keeps the file to itself is not waited for without end", .enabled(if: onSQLite))
    func heldFile() async throws {
        let address = try await TestDatabase.freshAddress(.sqlite)
        let (other, database) = (
            try await address.open(), try await address.open(limits: .impatient)
        )
        let (isHeld, isOver) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        async let holding: Void = other.write { _ in
            isHeld.signal()
            _ = isOver.wait(timeout: .now() + 120)
        }
        try await other.read { _ in _ = isHeld.wait(timeout: .now() + 120) }
        let fault = await database.fault { _ in }
        guard case .busy = fault as? StoreFault else { throw Unexpected.wanted }
        isOver.signal()
        try await holding
        try await database.write { _ in }
    }

    @Test("who waits for a connection too long is told so", .enabled(if: onPostgreSQL))
    func noConnection() async throws {
        let database = try await database(.postgresql, .impatient)
        let (isHeld, isOver) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        async let holding: Void = database.read { _ in
            isHeld.signal()
            // Far longer than the other has patience, who is told once this one ends.
            _ = isOver.wait(timeout: .now() + 20)
        }
        try await TestDatabase.fresh(.sqlite).read { _ in _ = isHeld.wait(timeout: .now() + 120) }
        await #expect(throws: StoreFault.busy("others were before it for too long")) {
            try await database.read { _ in }
        }
        isOver.signal()
        try await holding
    }
}
