import Dispatch
import Store
import TestSupport
import Testing

@Suite("PostgreSQL repeats what may be repeated, and nothing else", .enabled(if: onPostgreSQL))
struct PostgreSQLTests {
    private static let counter = "CREATE TABLE counter (id TEXT NOT NULL PRIMARY KEY, n BIGINT NOT NULL)"

    private static let collide: SQL = "DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '40001'; END $$"

    private func counters() async throws -> any Database {
        let database = try await database(.postgresql, Self.counter)
        try await database.write { try $0.execute("INSERT INTO counter VALUES ('a', 0), ('b', 0)") }
        return database
    }

    /// Ends every other connection to the database, and returns when they are gone.
    private func terminateOthers(of database: any Database) async throws {
        let others: SQL = """
            SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid()
            """
        // Some may be ending by themselves while they are listed, so the list has to come back empty.
        try await eventually { try await database.read { try $0.rows(others).isEmpty } }
    }

    @Test("a row that somebody else inserted meanwhile is found by the second try")
    func duplicate() async throws {
        let database = try await counters()
        let runs = Runs()
        async let slow: Bool = database.write { transaction in
            let run = runs.begin()
            let isThere = try transaction.row("SELECT id FROM counter WHERE n = 77") != nil
            runs.meetOnFirst(run)
            if !isThere { try transaction.execute("INSERT INTO counter VALUES ('c', 77)") }
            return isThere
        }
        try await database.write { transaction in
            _ = runs.reached.wait(timeout: .now() + 120)
            try transaction.execute("INSERT INTO counter VALUES ('c', 77)")
        }
        runs.mayGoOn.signal()
        #expect(try await slow)
        #expect(runs.count == 2)
    }

    @Test("a transaction that was overtaken runs again on what is there then")
    func collision() async throws {
        let database = try await counters()
        let runs = Runs()
        async let slow: Void = database.write { transaction in
            let run = runs.begin()
            let n = try transaction.row("SELECT n FROM counter WHERE id = 'a'")?.int("n") ?? 0
            runs.meetOnFirst(run)
            try transaction.execute("UPDATE counter SET n = \(n + 1) WHERE id = 'a'")
        }
        try await database.write { transaction in
            _ = runs.reached.wait(timeout: .now() + 120)
            try transaction.execute("UPDATE counter SET n = n + 10 WHERE id = 'a'")
        }
        runs.mayGoOn.signal()
        try await slow
        #expect(runs.count == 2)
        #expect(try await database.integer("SELECT n FROM counter WHERE id = 'a'") == 11)
    }

    @Test("a collision is repeated even when the body did not let the fault through")
    func swallowed() async throws {
        let database = try await counters()
        let runs = Runs()
        async let slow: Void = database.write { transaction in
            let run = runs.begin()
            _ = try transaction.row("SELECT n FROM counter WHERE id = 'a'")
            runs.meetOnFirst(run)
            _ = try? transaction.execute("UPDATE counter SET n = n + 1 WHERE id = 'a'")
        }
        try await database.write { transaction in
            _ = runs.reached.wait(timeout: .now() + 120)
            try transaction.execute("UPDATE counter SET n = n + 10 WHERE id = 'a'")
        }
        runs.mayGoOn.signal()
        try await slow
        #expect(runs.count == 2)
        #expect(try await database.integer("SELECT n FROM counter WHERE id = 'a'") == 11)
    }

    @Test("of two transactions that wait for each other one runs again")
    func deadlock() async throws {
        let database = try await counters()
        let (first, second) = (Runs(), Runs())
        @Sendable func both(_ own: Runs, _ other: Runs, _ ids: [String]) async throws {
            try await database.write { transaction in
                let run = own.begin()
                try transaction.execute("UPDATE counter SET n = n + 1 WHERE id = \(ids[0])")
                other.mayGoOn.signal()
                own.meetOnFirst(run)
                try transaction.execute("UPDATE counter SET n = n + 1 WHERE id = \(ids[1])")
            }
        }
        async let forward: Void = both(first, second, ["a", "b"])
        async let backward: Void = both(second, first, ["b", "a"])
        _ = try await (forward, backward)
        #expect(first.count + second.count > 2)
        #expect(try await database.integer("SELECT SUM(n) FROM counter") == 4)
    }

    @Test("a body that collides for ever is given up, and nothing of it is kept")
    func givenUp() async throws {
        let address = try await TestDatabase.freshAddress(.postgresql)
        let database = try await address.open(limits: .impatient)
        try await database.alterSchema { try $0.execute("CREATE TABLE entry (n BIGINT)") }
        let runs = Runs()
        let fault = await database.fault { transaction in
            _ = runs.begin()
            try transaction.execute("INSERT INTO entry VALUES (1)")
            try transaction.execute(Self.collide)
        }
        #expect(fault as? StoreFault == .busy("transactions kept colliding"))
        #expect(runs.count > 1)
        #expect(try await database.integer("SELECT COUNT(*) FROM entry") == 0)
    }

    @Test("how often a body collided does not matter while there is time")
    func patience() async throws {
        let address = try await TestDatabase.freshAddress(.postgresql)
        let database = try await address.open()
        let runs = Runs()
        try await database.write { transaction in
            if runs.begin() <= 25 { try transaction.execute(Self.collide) }
        }
        #expect(runs.count == 26)
    }

    @Test("connections that were ended are made anew")
    func reconnecting() async throws {
        let address = try await TestDatabase.freshAddress(.postgresql)
        let (database, other) = (try await address.open(connections: 3), try await address.open(connections: 1))
        try await database.alterSchema { try $0.execute("CREATE TABLE entry (n BIGINT)") }
        for round in 1...3 {
            try await terminateOthers(of: other)
            try await database.write { try $0.execute("INSERT INTO entry VALUES (1)") }
            #expect(try await database.integer("SELECT COUNT(*) FROM entry") == round)
        }
    }

    @Test("a transaction that loses its connection before the commit runs again")
    func lostOnTheWay() async throws {
        let address = try await TestDatabase.freshAddress(.postgresql)
        let (database, other) = (try await address.open(connections: 1), try await address.open(connections: 1))
        try await database.alterSchema { try $0.execute("CREATE TABLE entry (n BIGINT)") }
        let runs = Runs()
        async let writing: Void = database.write { transaction in
            let run = runs.begin()
            try transaction.execute("INSERT INTO entry VALUES (1)")
            runs.meetOnFirst(run)
            try transaction.execute("INSERT INTO entry VALUES (2)")
        }
        try await other.read { _ in _ = runs.reached.wait(timeout: .now() + 120) }
        try await terminateOthers(of: other)
        runs.mayGoOn.signal()
        try await writing
        #expect(runs.count == 2)
        #expect(try await database.integer("SELECT COUNT(*) FROM entry") == 2)
    }

    @Test("a commit without an answer is told as such and never repeated")
    func outcomeUnknown() async throws {
        let address = try await TestDatabase.freshAddress(.postgresql)
        let (database, other) = (try await address.open(connections: 1), try await address.open(connections: 1))
        try await database.alterSchema { try $0.execute("CREATE TABLE entry (n BIGINT)") }
        let runs = Runs()
        async let fault = database.fault { transaction in
            let run = runs.begin()
            try transaction.execute("INSERT INTO entry VALUES (1)")
            runs.meetOnFirst(run)
        }
        try await other.read { _ in _ = runs.reached.wait(timeout: .now() + 120) }
        try await terminateOthers(of: other)
        runs.mayGoOn.signal()
        #expect(await fault as? StoreFault == .outcomeUnknown)
        #expect(runs.count == 1)
        #expect(try await database.integer("SELECT COUNT(*) FROM entry") == 0)
    }

    @Test("a statement that takes too long is ended")
    func tooLong() async throws {
        let database = try await TestDatabase.fresh(.postgresql)
        let fault = await database.fault { transaction in
            _ = try transaction.rows("SELECT set_config('statement_timeout', '50ms', true)")
            _ = try transaction.rows("SELECT pg_sleep(20)")
        }
        guard case .timeout = fault as? StoreFault else { throw Unexpected.wanted }
    }
}
