import Dispatch
import Foundation
import Store
import TestSupport
import Testing

@Suite("Acts of one agency take turns")
struct TurnTests {
    /// Reads the end of the agency's chain and writes the next one, as an act does with its audit entry.
    @Sendable private static func append(_ transaction: any Transaction, _ agency: String) throws {
        let n = try transaction.row("SELECT n FROM chain WHERE agency = \(agency)")?.int("n") ?? 0
        try transaction.execute("UPDATE chain SET n = \(n + 1) WHERE agency = \(agency)")
    }

    /// The database of several servers: one handle for each.
    private func servers(_ engine: Engine, _ limits: DatabaseLimits...) async throws -> [any Database] {
        let address = try await TestDatabase.freshAddress(engine)
        var servers: [any Database] = []
        for limits in limits { servers.append(try await address.open(connections: 2, limits: limits)) }
        try await servers[0].alterSchema { try $0.execute(SQL(verbatim: "CREATE TABLE chain (agency TEXT, n BIGINT)")) }
        try await servers[0].write { try $0.execute("INSERT INTO chain VALUES ('kern', 0), ('valley', 0)") }
        return servers
    }

    /// Returns when somebody waits for a turn on the server.
    private func someoneWaits(_ database: any Database) async throws {
        let waiting: SQL = """
            SELECT COUNT(*) FROM pg_locks
            WHERE locktype = 'advisory' AND NOT granted
                AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
            """
        try await eventually { try await database.integer(waiting) == 1 }
    }

    @Test("many at once lose nothing", arguments: engines)
    func many(engine: Engine) async throws {
        let servers = try await servers(engine, .patient, .patient)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<80 {
                let agency = number % 4 == 0 ? "valley" : "kern"
                group.addTask {
                    try await servers[number % 2].write(inTurnOf: agency) { try Self.append($0, agency) }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await servers[0].integer("SELECT n FROM chain WHERE agency = 'kern'") == 60)
        #expect(try await servers[1].integer("SELECT n FROM chain WHERE agency = 'valley'") == 20)
    }

    @Test(
        "one that waits for another server's has seen nothing yet, so they do not collide", .enabled(if: onPostgreSQL))
    func overServers() async throws {
        let servers = try await servers(.postgresql, .patient, .patient)
        let (first, second) = (Runs(), Runs())
        async let before: Void = servers[0].write(inTurnOf: "kern") { transaction in
            first.meetOnFirst(first.begin())
            try Self.append(transaction, "kern")
        }
        try await servers[1].write { _ in _ = first.reached.wait(timeout: .now() + 120) }
        async let after: Void = servers[1].write(inTurnOf: "kern") { transaction in
            _ = second.begin()
            try Self.append(transaction, "kern")
        }
        try await someoneWaits(servers[1])
        #expect(second.count == 0)
        first.mayGoOn.signal()
        _ = try await (before, after)
        #expect(first.count == 1 && second.count == 1)
        #expect(try await servers[0].integer("SELECT n FROM chain WHERE agency = 'kern'") == 2)
    }

    @Test("however many of one agency wait, others are served", .enabled(if: onPostgreSQL))
    func othersGoOn() async throws {
        let server = try await servers(.postgresql, .patient)[0]
        let slow = Runs()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.write(inTurnOf: "kern") { _ in slow.meetOnFirst(slow.begin()) } }
            try await server.write { _ in _ = slow.reached.wait(timeout: .now() + 120) }
            for _ in 0..<20 {
                group.addTask { try await server.write(inTurnOf: "kern") { try Self.append($0, "kern") } }
            }
            // Two connections: one is with the act that goes on, the other serves everybody else.
            for number in 1...20 {
                try await server.write(inTurnOf: "valley") { try Self.append($0, "valley") }
                #expect(try await server.integer("SELECT n FROM chain WHERE agency = 'valley'") == number)
            }
            #expect(try await server.integer("SELECT n FROM chain WHERE agency = 'kern'") == 0)
            slow.mayGoOn.signal()
            try await group.waitForAll()
        }
        #expect(try await server.integer("SELECT n FROM chain WHERE agency = 'kern'") == 20)
    }

    @Test("who does not get a turn in time is told so, and nothing is done", .enabled(if: onPostgreSQL))
    func busy() async throws {
        let servers = try await servers(
            .postgresql, .patient, .impatient)
        let slow = Runs()
        async let holding: Void = servers[0].write(inTurnOf: "kern") { _ in slow.meetOnFirst(slow.begin()) }
        try await servers[0].write { _ in _ = slow.reached.wait(timeout: .now() + 120) }
        // The first waits for the other server, those behind it for the first.
        let faults = await withTaskGroup(of: (any Error)?.self) { group in
            for _ in 0..<3 {
                group.addTask {
                    do {
                        try await servers[1].write(inTurnOf: "kern") { try Self.append($0, "kern") }
                        return nil
                    } catch {
                        return error
                    }
                }
            }
            return await group.reduce(into: [(any Error)?]()) { $0.append($1) }
        }
        for fault in faults {
            guard case .busy = fault as? StoreFault else { throw Unexpected.wanted }
        }
        slow.mayGoOn.signal()
        try await holding
        try await servers[1].write(inTurnOf: "kern") { try Self.append($0, "kern") }
        #expect(try await servers[0].integer("SELECT n FROM chain WHERE agency = 'kern'") == 1)
    }

    @Test("a turn ends with its act, however that ends", arguments: engines)
    func ending(engine: Engine) async throws {
        let servers = try await servers(engine, .patient, .patient)
        await #expect(throws: Unexpected.wanted) {
            try await servers[0].write(inTurnOf: "kern") { _ in throw Unexpected.wanted }
        }
        await #expect(throws: StoreFault.self) {
            try await servers[0].write(inTurnOf: "kern") { try $0.execute("INSERT INTO nowhere VALUES (1)") }
        }
        try await servers[1].write(inTurnOf: "kern") { try Self.append($0, "kern") }
        await servers[0].close()
        await #expect(throws: StoreFault.unavailable("it has been closed")) {
            try await servers[0].write(inTurnOf: "kern") { try Self.append($0, "kern") }
        }
        #expect(try await servers[1].integer("SELECT n FROM chain WHERE agency = 'kern'") == 1)
    }
}
