import Foundation
import Store
import TestSupport
import Testing

/// Everything that is kept is in the inventory, and the inventory's page is up to date.
@Suite struct InventoryTests {
    @Test(arguments: engines) func everyColumnIsNamedOnce(_ engine: Engine) async throws {
        let seat = await Seat.taken()
        defer { withExtendedLifetime(seat) {} }
        let database = try await TestDatabase.migrated(engine, connections: 1)
        let kept = try await database.columns()
        let named = Inventory.columns
        #expect(Set(kept).subtracting(named) == [], "columns without an entry in the inventory")
        #expect(Set(named).subtracting(kept) == [], "entries without a column")
        #expect(named.count == Set(named).count)
    }

    @Test func everyEntryIsALineOfWords() {
        for table in Inventory.tables {
            for line in [table.about] + table.entries.map(\.about) {
                #expect(line.count >= 3 && !line.contains("\n") && !line.contains("|"), "\(table.name): \(line)")
            }
        }
    }

    /// Run `peersupport data-inventory > docs/data-inventory.md` where this fails.
    @Test func thePageIsUpToDate() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let page = try String(contentsOf: root.appendingPathComponent("docs/data-inventory.md"), encoding: .utf8)
        #expect(page == Inventory.markdown)
    }
}
