import Program
import Store
import TestSupport
import Testing

/// Every earlier version of the schema, with rows in every table it had, becomes the newest, and keeps its rows.
@Suite struct UpgradeTests {
    /// Tables that a later version destroys with all that is in them.
    private static let destroyed: Set = ["schema_migration", "request_count"]

    @Test(arguments: engines, Array(1...Schema.migrations.count))
    func everyEarlierVersion(_ engine: Engine, _ version: Int) async throws {
        let seat = await Seat.taken()
        defer { withExtendedLifetime(seat) {} }
        let address = try await TestDatabase.freshAddress(engine)
        let earlier = try await address.open(connections: 1)
        let migrator = try Migrator(Schema.migrations)
        try await migrator.migrate(earlier, upTo: version, now: 1)
        let columns = try await earlier.columns()
        let tables = Set(columns.map(\.table))
        try await earlier.write { transaction in
            for sample in SampleRow.all where tables.contains(sample.table) {
                try transaction.execute(sample.statement)
            }
        }
        for table in tables.subtracting(Self.destroyed) {
            #expect(SampleRow.all.contains { $0.table == table }, "\(table) has no sample row")
        }
        let before = try await earlier.rowsByTable()
        await earlier.close()
        let database = try await address.open(connections: 1)
        let taken = try await migrator.migrate(database, now: 2)
        #expect(taken.count == Schema.migrations.count - version)
        #expect(try await migrator.pending(in: database).isEmpty)
        // A later version may know more of a row, and never less.
        let after = try await database.rowsByTable(of: columns)
        for table in tables.subtracting(Self.destroyed.union(["release"])) { #expect(after[table] == before[table]) }
        if let summaries = before["release"] {
            let moved = try await database.rowsByTable()["publication"]
            #expect(
                summaries.map { $0.replacing("kind=monthly-summary", with: "release=summary").parts }
                    == moved?.map(\.parts))
        }

        let fresh = try await TestDatabase.fresh(engine, connections: 1)
        try await migrator.migrate(fresh, now: 3)
        #expect(try await database.definition() == fresh.definition())
        #expect(try await database.columns() == fresh.columns())
    }

    /// What an upgraded schema forbids, a fresh one forbids too: rows of nobody are refused in both.
    @Test(arguments: engines) func theSampleRowsAreHeldByTheirRules(_ engine: Engine) async throws {
        let seat = await Seat.taken()
        defer { withExtendedLifetime(seat) {} }
        let database = try await TestDatabase.migrated(engine, connections: 1)
        for sample in SampleRow.all where sample.hasParent {
            await #expect(throws: StoreFault.self, "\(sample.table)") {
                try await database.write { transaction in try transaction.execute(sample.statement) }
            }
        }
    }
}

extension Database {
    /// The rules of every table as the engine itself writes them down.
    fileprivate func definition() async throws -> [String] {
        let listing: SQL =
            switch engine {
            case .sqlite:
                "SELECT coalesce(sql, name) AS line FROM sqlite_schema"
            case .postgresql:
                """
                SELECT indexdef AS line FROM pg_indexes WHERE schemaname = current_schema()
                UNION ALL
                SELECT CAST(conrelid AS regclass) || ' ' || conname || ' ' || pg_get_constraintdef(oid) AS line
                FROM pg_constraint WHERE connamespace = CAST(current_schema() AS regnamespace)
                UNION ALL
                SELECT table_name || ' ' || column_name || ' ' || data_type || ' ' || is_nullable AS line
                FROM information_schema.columns WHERE table_schema = current_schema()
                """
            }
        return try await read { transaction in try transaction.rows(listing).map { try $0.text("line") } }.sorted()
    }
}

extension String {
    /// What stands in the row, in whatever order its columns come.
    fileprivate var parts: Set<Substring> { Set(split(separator: ",")) }
}
