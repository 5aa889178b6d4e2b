import Foundation
import GRDB

/// A programme kept in one file. Reads run side by side, each on its own unchanging state; writes share commits.
final class SQLiteDatabase: Database {
    let engine = Engine.sqlite
    private let pool: DatabasePool
    private let writes: GroupCommit
    let soundness = Soundness(isLookedThrough: false)

    init(path: String, readers: Int, limits: DatabaseLimits) async throws {
        try Self.makeFile(at: path)
        do {
            pool = try DatabasePool(path: path, configuration: Self.configuration(readers: readers, limits))
            // GRDB sets NORMAL while it opens a pool, and NORMAL may lose the last commits when the power fails.
            try await pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            // Reading makes the write-ahead log.
            _ = try await pool.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_schema") }
        } catch let error as DatabaseError {
            throw StoreFault.unavailable("the file \(path) cannot be opened (\(error.extendedResultCode))")
        }
        writes = GroupCommit(pool: pool, files: SQLiteFiles(path: path), soundness: soundness)
    }

    func read<T: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> T) async throws -> T {
        do {
            return try await pool.read { try SQLiteTransaction.run(body, on: $0) }
        } catch {
            throw soundness.noting(StoreFault.reading(error))
        }
    }

    /// There is one writer, so every write has its turn.
    func write<T: Sendable>(
        inTurnOf agency: String?, _ body: @escaping @Sendable (any Transaction) throws -> T
    ) async throws -> T {
        try await writes.perform(body)
    }

    func alterSchema<T: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> T) async throws -> T {
        try await writes.performAlone(body)
    }

    func lookForDamage() async throws {
        let isWhole: Bool
        do {
            // The engine's words may hold what stands in a row, so they are not repeated.
            isWhole = try await pool.read { try String.fetchAll($0, sql: "PRAGMA quick_check(1)") } == ["ok"]
        } catch {
            throw soundness.noting(StoreFault.reading(error))
        }
        soundness.lookedThrough(isWhole: isWhole)
        if !isWhole { throw StoreFault.damaged("PRAGMA quick_check finds it not whole") }
    }

    func dropRemnants() async throws { try await writes.truncateLog() }

    func close() async {
        await writes.close()
        // It fails only for a connection that is in use or closed already; neither leaves anything to do.
        try? pool.close()
    }

    private static func configuration(readers: Int, _ limits: DatabaseLimits) -> Configuration {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(limits.patience / .seconds(1))
        configuration.maximumReaderCount = readers
        configuration.prepareDatabase { database in
            // What is deleted is overwritten, and nothing confidential goes to temporary files.
            try database.execute(
                sql: "PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF")
        }
        return configuration
    }

    /// Makes an empty file only its owner may read; SQLite gives the files beside it the same rights.
    private static func makeFile(at path: String) throws {
        guard !FileManager.default.fileExists(atPath: path) else { return }
        guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]) else {
            throw StoreFault.unavailable("the file \(path) cannot be made; its folder has to exist and be writable")
        }
    }
}
