import Store
import TestSupport
import Testing

/// No table that tells of requests keeps its rows in the order in which they came.
@Suite struct RowOrderTests {
    /// Of requests themselves, and what is raised or sent about them.
    private static let unordered: Set<String> = {
        let confidential = Inventory.tables.filter { table in
            table.entries.contains { $0.confidentiality == .confidential }
        }
        return Set(confidential.map(\.name)).union([
            "ping", "outbox", "delivery_attempt", "word_of_asking", "notice", "disclosure", "disclosure_step",
            "response",
            "incident", "done_act",
        ])
    }()

    @Test(.enabled(if: engines.contains(.sqlite))) func noRowHasANumber() async throws {
        let database = try await TestDatabase.migrated(.sqlite, connections: 1)
        let tables = try await database.read { transaction in
            // Of a table with row ids `WITHOUT ROWID` says nothing.
            try transaction.rows("SELECT name FROM pragma_table_list WHERE schema = 'main' AND wr = 0").map {
                try $0.text("name")
            }
        }
        #expect(tables.contains("agency") && tables.contains("person"))
        #expect(Self.unordered.isSuperset(of: ["request", "request_copy", "request_message", "outbox"]))
        #expect(Self.unordered.intersection(tables) == [])
    }
}
