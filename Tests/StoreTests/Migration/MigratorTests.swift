import Store
import TestSupport
import Testing

@Suite("The schema is brought up to date, once and only as it was agreed")
struct MigratorTests {
    /// Steps as they may come in the field: a table, a column with data beside it, a table that refers to the first.
    static let steps = [
        Migration(
            number: 1, name: "units",
            statements: ["CREATE TABLE unit (id TEXT NOT NULL PRIMARY KEY, seal BLOB) WITHOUT ROWID"]),
        Migration(
            number: 2, name: "sizes of units",
            statements: [
                "ALTER TABLE unit ADD COLUMN size BIGINT NOT NULL DEFAULT 0 CHECK (size >= 0)",
                "UPDATE unit SET size = 12",
            ]),
        Migration(
            number: 3, name: "members",
            statements: [
                """
                CREATE TABLE member (
                    id TEXT NOT NULL PRIMARY KEY,
                    unit TEXT NOT NULL REFERENCES unit (id),
                    note TEXT NOT NULL DEFAULT 'a BLOB, a BIGINT'
                );
                """,
                "CREATE INDEX member_of_unit ON member (unit)",
            ]),
    ]

    static let columns =
        ["id", "note", "unit"].map { SchemaColumn(table: "member", column: $0) }
        + ["applied_at", "checksum", "name", "number"].map { SchemaColumn(table: "schema_migration", column: $0) }
        + ["id", "seal", "size"].map { SchemaColumn(table: "unit", column: $0) }

    private func migrator(_ steps: [Migration] = steps) throws -> Migrator { try Migrator(steps) }

    @Test("from every earlier version, with its data", arguments: engines, 0...3)
    func upgrade(engine: Engine, from version: Int) async throws {
        let database = try await TestDatabase.fresh(engine)
        #expect(try await migrator().migrate(database, upTo: version, now: 1).map(\.number) == Array(1..<(version + 1)))
        if version > 0 { try await database.write { try $0.execute("INSERT INTO unit (id) VALUES ('north')") } }
        #expect(try await migrator().pending(in: database).map(\.number) == Array((version + 1)..<4))

        #expect(try await migrator().migrate(database, now: 2).map(\.number) == Array((version + 1)..<4))
        #expect(try await database.columns() == Self.columns)
        #expect(try await migrator().pending(in: database).isEmpty)
        if version == 1 { #expect(try await database.integer("SELECT size FROM unit") == 12) }
        let times = try await database.read { transaction in
            try transaction.rows("SELECT applied_at FROM schema_migration ORDER BY number").map {
                try $0.int("applied_at")
            }
        }
        #expect(times == (1...3).map { $0 <= version ? 1 : 2 })
    }

    @Test("types and words in quotes mean the same on both engines", arguments: engines)
    func types(engine: Engine) async throws {
        let database = try await TestDatabase.fresh(engine)
        try await migrator().migrate(database, now: 0)
        try await database.write { transaction in
            try transaction.execute(
                "INSERT INTO unit (id, seal, size) VALUES ('north', \([0, 255] as [UInt8]), \(Int64.max))")
            try transaction.execute("INSERT INTO member (id, unit) VALUES ('a', 'north')")
        }
        let row = try await database.read { transaction in
            try transaction.row("SELECT seal, size, note FROM unit JOIN member ON member.unit = unit.id")
        }
        #expect(try row?.blob("seal") == [0, 255])
        #expect(try row?.int64("size") == .max)
        #expect(try row?.text("note") == "a BLOB, a BIGINT")
        let text: SQL = "INSERT INTO unit (id, size) VALUES ('south', \("many"))"
        #expect(await database.fault { try $0.execute(text) } is StoreFault)
    }

    @Test("a step that fails leaves the schema as it was", arguments: engines)
    func failing(engine: Engine) async throws {
        let database = try await TestDatabase.fresh(engine)
        try await migrator().migrate(database, upTo: 1, now: 0)
        let before = try await database.columns()
        let broken = [
            Self.steps[0], Self.steps[1], Migration(number: 3, name: "broken", statements: ["CREATE TABLE x ("]),
        ]
        await #expect(throws: StoreFault.self) { try await Migrator(broken).migrate(database, now: 0) }
        #expect(try await database.columns() == before)
        #expect(try await migrator().pending(in: database).map(\.number) == [2, 3])
    }

    @Test("a step taken in another form is refused", arguments: engines)
    func altered(engine: Engine) async throws {
        let database = try await TestDatabase.fresh(engine)
        try await migrator().migrate(database, upTo: 2, now: 0)
        let other = Migration(number: 2, name: "sizes of units", statements: ["UPDATE unit SET size = 13"])
        let refused = MigrationFault.altered(number: 2, name: "sizes of units")
        let migrator = try Migrator([Self.steps[0], other, Self.steps[2]])
        await #expect(throws: refused) { try await migrator.migrate(database, now: 0) }
        await #expect(throws: refused) { try await migrator.pending(in: database) }
        #expect(try await !database.columns().contains { $0.table == "member" })
    }

    @Test("a record that was tampered with is refused", arguments: engines)
    func tampered(engine: Engine) async throws {
        let database = try await TestDatabase.fresh(engine)
        try await migrator().migrate(database, now: 0)
        try await database.write { transaction in
            try transaction.execute("UPDATE schema_migration SET checksum = 'f' || checksum WHERE number = 1")
        }
        await #expect(throws: MigrationFault.altered(number: 1, name: "units")) {
            try await migrator().migrate(database, now: 0)
        }
    }

    @Test("a database of a later version is refused", arguments: engines)
    func newer(engine: Engine) async throws {
        let database = try await TestDatabase.fresh(engine)
        try await migrator().migrate(database, now: 0)
        await #expect(throws: MigrationFault.newer(number: 3, name: "members")) {
            try await Migrator(Array(Self.steps.prefix(2))).migrate(database, now: 0)
        }
    }

    @Test("a gap in the record is refused", arguments: engines)
    func gap(engine: Engine) async throws {
        let database = try await TestDatabase.fresh(engine)
        try await migrator().migrate(database, now: 0)
        try await database.write { try $0.execute("DELETE FROM schema_migration WHERE number = 2") }
        await #expect(throws: MigrationFault.missingRecord(number: 2)) {
            try await migrator().migrate(database, now: 0)
        }
    }

    @Test("a gap in the steps, or a step that is not there, is refused")
    func order() async throws {
        #expect(throws: MigrationFault.notConsecutive(expected: 2, found: 3)) {
            try Migrator([Self.steps[0], Self.steps[2]])
        }
        #expect(throws: MigrationFault.notConsecutive(expected: 1, found: 2)) { try Migrator([Self.steps[1]]) }
        let database = try await TestDatabase.fresh(engines[0])
        await #expect(throws: MigrationFault.noSuchStep(4)) { try await migrator().migrate(database, upTo: 4, now: 0) }
    }

    @Test("servers that start together take each step once", arguments: engines)
    func together(engine: Engine) async throws {
        let address = try await TestDatabase.freshAddress(engine)
        let taken = try await withThrowingTaskGroup(of: [Int].self) { group in
            for _ in 0..<6 {
                group.addTask {
                    let database = try await address.open(connections: 2)
                    return try await Migrator(Self.steps).migrate(database, now: 0).map(\.number)
                }
            }
            return try await group.reduce(into: [[Int]]()) { $0.append($1) }
        }
        #expect(taken.filter { !$0.isEmpty } == [[1, 2, 3]])
    }

    @Test("a table is rebuilt with its references, and none may be left without its row", arguments: engines)
    func rebuilding(engine: Engine) async throws {
        let database = try await TestDatabase.fresh(engine)
        try await migrator().migrate(database, now: 0)
        try await database.write { transaction in
            try transaction.execute("INSERT INTO unit (id) VALUES ('north')")
            try transaction.execute("INSERT INTO member (id, unit) VALUES ('a', 'north')")
        }
        let fault = await #expect(throws: StoreFault.self) {
            try await database.alterSchema { try $0.execute("DELETE FROM unit") }
        }
        #expect(brokenRule(fault) == .foreignKey)
        #expect(try await database.integer("SELECT COUNT(*) FROM unit") == 1)
        // Afterwards references are watched over again, statement by statement.
        let orphan: SQL = "INSERT INTO member (id, unit) VALUES ('b', 'nowhere')"
        #expect(brokenRule(await database.fault { try $0.execute(orphan) }) == .foreignKey)
    }
}
