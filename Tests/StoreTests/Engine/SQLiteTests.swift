import Foundation
import Store
import TestSupport
import Testing

@Suite("SQLite keeps what it acknowledges", .enabled(if: onSQLite))
struct SQLiteTests {
    @Test("the writer waits for the disk, overwrites what is deleted and watches over references")
    func settings() async throws {
        let database = try await TestDatabase.fresh(.sqlite)
        func setting(_ pragma: SQL) async throws -> Value? {
            try await database.write { try $0.row(pragma)?.value(0) }
        }
        #expect(try await setting("PRAGMA synchronous") == .integer(2))
        #expect(try await setting("PRAGMA secure_delete") == .integer(1))
        #expect(try await setting("PRAGMA foreign_keys") == .integer(1))
        #expect(try await setting("PRAGMA journal_mode") == .text("wal"))
    }

    @Test("only its owner may read the file and those beside it")
    func permissions() async throws {
        let address = try await TestDatabase.freshAddress(.sqlite)
        guard case .sqlite(let path) = address.address else { throw Unexpected.wanted }
        // The file is there while somebody has it.
        defer { withExtendedLifetime(address) {} }
        let database = try await address.open()
        try await database.alterSchema { try $0.execute("CREATE TABLE x (n BIGINT)") }
        for file in [path, path + "-wal", path + "-shm"] {
            let rights = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
            #expect(rights == 0o600)
        }
    }

    @Test("what was deleted is in no file once its remnants are dropped, and after an orderly stop")
    func remnants() async throws {
        let address = try await TestDatabase.freshAddress(.sqlite)
        guard case .sqlite(let path) = address.address else { throw Unexpected.wanted }
        // The file is there while somebody has it.
        defer { withExtendedLifetime(address) {} }
        let database = try await address.open()
        try await database.alterSchema { try $0.execute("CREATE TABLE x (word TEXT)") }
        func isAnywhere(_ word: String) -> Bool {
            [path, path + "-wal"].contains { file in
                FileManager.default.contents(atPath: file)?.range(of: Data(word.utf8)) != nil
            }
        }
        for (word, isOrderlyStop) in [("canary-one", false), ("canary-two", true)] {
            try await database.write { try $0.execute("INSERT INTO x VALUES (\(word))") }
            #expect(isAnywhere(word))
            try await database.write { try $0.execute("DELETE FROM x") }
            #expect(isAnywhere(word))
            if isOrderlyStop { await database.close() } else { try await database.dropRemnants() }
            #expect(!isAnywhere(word))
        }
    }

    @Test("closing again, and cleaning up after closing, are harmless")
    func closedTwice() async throws {
        let database = try await database(.sqlite, "CREATE TABLE x (n BIGINT)")
        await database.close()
        await database.close()
        await #expect(throws: StoreFault.self) { try await database.dropRemnants() }
        await #expect(throws: StoreFault.self) { try await database.write { try $0.execute("DELETE FROM x") } }
    }

    @Test("a commit that fails is a failure of all that shared it")
    func failingCommit() async throws {
        let database = try await database(
            .sqlite, "CREATE TABLE unit (id TEXT NOT NULL PRIMARY KEY)",
            "CREATE TABLE member (unit TEXT NOT NULL REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED)")
        let (held, queued) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        // The first write holds the engine until the others wait together for the next commit.
        async let first: Void = database.write { _ in
            held.signal()
            queued.wait()
        }
        #expect(try await database.read { _ in held.wait(timeout: .now() + 120) } == .success)
        async let good = database.fault { try $0.execute("INSERT INTO unit VALUES ('north')") }
        async let bad = database.fault { try $0.execute("INSERT INTO member VALUES ('nowhere')") }
        try await Task.sleep(for: .seconds(2))
        queued.signal()
        try await first
        #expect(brokenRule(await good) == .foreignKey)
        #expect(brokenRule(await bad) == .foreignKey)
        #expect(try await database.integer("SELECT COUNT(*) FROM unit") == 0)
        try await database.write { try $0.execute("INSERT INTO unit VALUES ('south')") }
        #expect(try await database.integer("SELECT COUNT(*) FROM unit") == 1)
    }

    @Test("a write goes on when its caller is cancelled, and others are not touched")
    func cancellation() async throws {
        let database = try await database(.sqlite, "CREATE TABLE entry (n BIGINT NOT NULL)")
        let begun = DispatchSemaphore(value: 0)
        let writing = Task {
            try await database.write { transaction in
                begun.signal()
                Thread.sleep(forTimeInterval: 0.05)
                return try transaction.execute("INSERT INTO entry VALUES (1)")
            }
        }
        #expect(try await database.read { _ in begun.wait(timeout: .now() + 120) } == .success)
        writing.cancel()
        #expect(try await writing.value == 1)
        #expect(try await database.integer("SELECT COUNT(*) FROM entry") == 1)
    }
}
