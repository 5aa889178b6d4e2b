import Dispatch
import Store
import TestSupport
import Testing

@Suite("A PostgreSQL that is away comes back without a human", .enabled(if: onPostgreSQL))
struct PostgreSQLAwayTests {
    /// The body's first run fails as that server's answer would have it.
    private static func failing(_ run: Int, with state: StaticString, _ transaction: any Transaction) throws {
        guard run == 1 else { return }
        try transaction.execute("SELECT set_config('test.state', \("\(state)"), true)")
        try transaction.execute(
            "DO $$ BEGIN RAISE EXCEPTION 'away' USING ERRCODE = current_setting('test.state'); END $$")
    }

    @Test(
        "a server that stops, or takes no writes any more, is left for a new connection",
        arguments: ["57P01", "57P02", "57P03", "08006", "25006", "0A000"] as [StaticString])
    func left(state: StaticString) async throws {
        let address = try await TestDatabase.freshAddress(.postgresql)
        let database = try await address.open(connections: 1)
        let before = try await database.integer("SELECT pg_backend_pid()")
        let runs = Runs()
        let after = try await database.write { transaction in
            try Self.failing(runs.begin(), with: state, transaction)
            return try transaction.row("SELECT pg_backend_pid()")?.int(0)
        }
        #expect(runs.count == 2)
        #expect(after != before)
    }

    @Test("where it stays so, it is told as such", arguments: ["57P01", "25006"] as [StaticString])
    func toldSo(state: StaticString) async throws {
        let database = try await TestDatabase.freshAddress(.postgresql).open(connections: 1, limits: .impatient)
        let fault = await database.fault { try Self.failing(1, with: state, $0) }
        guard case .unavailable(let reason) = fault as? StoreFault else { throw Unexpected.wanted }
        #expect(reason.contains("\(state)"))
    }

    @Test("a commit at which the server ended the connection is not known, one that it undid is tried again")
    func atTheCommit() async throws {
        let database = try await TestDatabase.fresh(.postgresql, connections: 1)
        try await database.alterSchema { transaction in
            try transaction.execute("CREATE TABLE entry (state TEXT)")
            try transaction.execute("CREATE SEQUENCE tries")
            try transaction.execute(
                """
                CREATE FUNCTION at_commit() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF nextval('tries') = 1 THEN RAISE EXCEPTION 'away' USING ERRCODE = NEW.state; END IF;
                    RETURN NULL;
                END $$
                """)
            try transaction.execute(
                """
                CREATE CONSTRAINT TRIGGER at_commit AFTER INSERT ON entry DEFERRABLE INITIALLY DEFERRED
                FOR EACH ROW EXECUTE FUNCTION at_commit()
                """)
        }
        let fault = await database.fault { try $0.execute("INSERT INTO entry VALUES ('57P01')") }
        #expect(fault as? StoreFault == .outcomeUnknown)
        try await database.write { _ = try $0.rows("SELECT setval('tries', 1, false)") }
        try await database.write { try $0.execute("INSERT INTO entry VALUES ('40001')") }
        #expect(try await database.integer("SELECT count(*) FROM entry") == 1)
    }

    /// A role with a limit of connections stands for a server that has all it takes: both answer 53300.
    @Test("where all connections are in use, one is waited for, and had once it is free")
    func tooMany() async throws {
        let address = try await TestDatabase.freshAddress(.postgresql)
        let owner = try await address.open(connections: 1)
        try await owner.alterSchema { try $0.execute("CREATE ROLE crowded LOGIN CONNECTION LIMIT 1") }
        guard case .postgresql(let uri) = address.address else { throw Unexpected.wanted }
        let guest = try DatabaseAddress(uri.replacing("user=app", with: "user=crowded"))
        let late = try await guest.open(connections: 1, limits: .impatient)
        let connections: SQL = """
            SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE usename = 'crowded'
            """
        try await eventually { try await owner.read { try $0.rows(connections).isEmpty } }
        let early = try await guest.open(connections: 1, limits: .patient)
        await #expect {
            try await late.integer("SELECT 1")
        } throws: { fault in
            guard case .unavailable = fault as? StoreFault else { return false }
            return true
        }
        await early.close()
        try await eventually { (try? await late.integer("SELECT 2")) == 2 }
        await late.close()
        try await owner.alterSchema { try $0.execute("DROP ROLE crowded") }
    }
}
