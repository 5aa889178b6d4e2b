import Store
import TestSupport
import Testing

@Suite("Whoever looks sees one state")
struct HeldReadsTests {
    private static let counter = "CREATE TABLE counter (id TEXT NOT NULL PRIMARY KEY, n BIGINT NOT NULL)"

    @Test("what others write meanwhile is not seen; what the visit itself writes is", arguments: engines)
    func oneState(engine: Engine) async throws {
        let database = try await database(engine, Self.counter)
        try await database.write { try $0.execute("INSERT INTO counter VALUES ('a', 1)") }
        let held = HeldReads(of: database)
        defer { held.letGo() }
        #expect(try await held.integer("SELECT n FROM counter") == 1)
        try await database.write { try $0.execute("UPDATE counter SET n = 2") }
        #expect(try await held.integer("SELECT n FROM counter") == 1)
        try await held.write { try $0.execute("UPDATE counter SET n = n + 1") }
        #expect(try await held.integer("SELECT n FROM counter") == 3)
    }

    @Test("it lets go of its connection, whatever it read", arguments: engines)
    func lettingGo(engine: Engine) async throws {
        let database = try await database(engine, Self.counter)
        for _ in 0..<20 {
            let held = HeldReads(of: database)
            #expect(try await held.integer("SELECT COUNT(*) FROM counter") == 0)
            await #expect(throws: Unexpected.wanted) { try await held.read { _ in throw Unexpected.wanted } }
            // A body that failed costs the state, not the visit.
            #expect(try await held.integer("SELECT COUNT(*) FROM counter") == 0)
            held.letGo()
        }
        // Each of twenty would still hold one of a few.
        #expect(try await database.integer("SELECT COUNT(*) FROM counter") == 0)
    }

    @Test("what a closed database says reaches whoever reads", arguments: engines)
    func closed(engine: Engine) async throws {
        let database = try await database(engine, Self.counter)
        await database.close()
        let held = HeldReads(of: database)
        defer { held.letGo() }
        await #expect(throws: StoreFault.self) { try await held.integer("SELECT COUNT(*) FROM counter") }
    }
}
