import Foundation
import Store
import TestSupport
import Testing

@Suite("What is wrong with the database's files is noticed")
struct SoundnessTests {
    /// A database in a file, with a table in it.
    private func file() async throws -> (address: TestAddress, path: String, database: any Database) {
        let address = try await TestDatabase.freshAddress(.sqlite)
        guard case .sqlite(let path) = address.address else { throw Unexpected.wanted }
        let database = try await address.open()
        try await database.alterSchema { try $0.execute("CREATE TABLE entry (n BIGINT NOT NULL, words TEXT NOT NULL)") }
        return (address, path, database)
    }

    private func insert(_ n: Int, into database: any Database) async throws {
        try await database.write { _ = try $0.execute("INSERT INTO entry VALUES (\(n), 'words')") }
    }

    @Test(
        "a log that is taken away or replaced costs nothing that was acknowledged, and nothing is written after it",
        .enabled(if: onSQLite), arguments: [true, false])
    func lostLog(isReplaced: Bool) async throws {
        let (address, path, database) = try await file()
        try await insert(1, into: database)
        #expect(database.soundness.damages == [])
        try FileManager.default.removeItem(atPath: "\(path)-wal")
        if isReplaced { _ = FileManager.default.createFile(atPath: "\(path)-wal", contents: nil) }
        try await insert(2, into: database)
        #expect(database.soundness.damages == [.lostLog])
        let fault = await database.fault { _ = try $0.execute("INSERT INTO entry VALUES (3, 'words')") }
        guard case .unavailable = fault as? StoreFault else { throw Unexpected.wanted }
        #expect(try await database.integer("SELECT count(*) FROM entry") == 2)
        await database.close()
        let again = try await address.open()
        #expect(try await again.integer("SELECT sum(n) FROM entry") == 3)
        try await insert(3, into: again)
        #expect(again.soundness.damages == [])
    }

    @Test("where another file lies in its place, nothing is said to be kept", .enabled(if: onSQLite))
    func replacedFile() async throws {
        let (_, path, database) = try await file()
        try await insert(1, into: database)
        try FileManager.default.moveItem(atPath: path, toPath: "\(path).away")
        defer { try? FileManager.default.removeItem(atPath: "\(path).away") }
        _ = FileManager.default.createFile(atPath: path, contents: nil)
        await #expect(throws: StoreFault.outcomeUnknown) { try await insert(2, into: database) }
        #expect(database.soundness.damages == [.replacedFile])
        await #expect(throws: StoreFault.self) { try await insert(3, into: database) }
    }

    @Test("a damaged page is found by looking, and by whoever comes upon it", .enabled(if: onSQLite))
    func damagedPage() async throws {
        let (address, path, database) = try await file()
        try await database.write { transaction in
            for n in 1...2000 {
                try transaction.execute("INSERT INTO entry VALUES (\(n), \(String(repeating: "w", count: 100)))")
            }
        }
        #expect(!database.soundness.isLookedThrough)
        try await database.lookForDamage()
        #expect(database.soundness.isLookedThrough && database.soundness.damages == [])
        await database.close()
        let handle = try FileHandle(forUpdating: URL(fileURLWithPath: path))
        try handle.seek(toOffset: 20 * 4096)
        try handle.write(contentsOf: [UInt8](repeating: 0xA5, count: 4096))
        try handle.close()

        let looked = try await address.open()
        await #expect {
            try await looked.lookForDamage()
        } throws: { isDamage($0) }
        #expect(looked.soundness.damages == [.damagedPage])
        let read = try await address.open()
        await #expect {
            try await read.integer("SELECT count(*) FROM entry WHERE words <> 'w'")
        } throws: { isDamage($0) }
        #expect(read.soundness.damages == [.damagedPage])
        // It is read on, and written where it can be.
        try await insert(1, into: read)
    }

    @Test(
        "a page that PostgreSQL cannot read is named as such", .enabled(if: onPostgreSQL),
        arguments: ["XX001", "XX002"])
    func onAServer(state: String) async throws {
        let database = try await TestDatabase.fresh(.postgresql)
        let fault = await database.fault { transaction in
            try transaction.execute("SELECT set_config('test.state', \(state), true)")
            try transaction.execute(
                "DO $$ BEGIN RAISE EXCEPTION 'page' USING ERRCODE = current_setting('test.state'); END $$")
        }
        #expect(isDamage(fault))
        #expect(database.soundness.damages == [.damagedPage])
    }

    private func isDamage(_ fault: (any Error)?) -> Bool {
        if case .damaged = fault as? StoreFault { true } else { false }
    }
}
