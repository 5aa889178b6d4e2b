import Foundation
import GRDB

/// Copies a SQLite file, page by page, as it is at one moment, however much is written to it meanwhile (SQLite's online backup).
struct SQLiteCopy {
    private let path: String
    private static let pagesAtOnce: CInt = 512

    init(of path: String) { self.path = path }

    /// Writes the copy as one file, with no other beside it.
    func write(to file: URL, _ progress: @escaping CopyProgress) throws -> CopiedRows {
        let files = FileManager.default
        guard files.fileExists(atPath: path) else { throw StoreFault.unavailable("there is no file \(path)") }
        guard !files.fileExists(atPath: file.path) else { throw StoreFault.other("\(file.path) is there already") }
        guard files.createFile(atPath: file.path, contents: nil, attributes: [.posixPermissions: 0o600]) else {
            throw StoreFault.unavailable("the file \(file.path) cannot be made")
        }
        do {
            let source = try DatabaseQueue(path: path, configuration: Self.configuration)
            let copy = try DatabaseQueue(path: file.path, configuration: Self.configuration)
            let counts = try source.inDatabase { try Self.copy($0, to: copy, progress) }
            try copy.close()
            try source.close()
            return counts
        } catch let error as DatabaseError {
            throw StoreFault(sqlite: error)
        }
    }

    /// What is counted and what is copied is seen by one transaction, so that no write comes in between.
    private static func copy(
        _ source: GRDB.Database, to copy: DatabaseQueue, _ progress: @escaping CopyProgress
    ) throws -> CopiedRows {
        var counts: CopiedRows = [:]
        try source.inTransaction(.deferred) {
            let tables = try String.fetchAll(
                source, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND substr(name, 1, 7) <> 'sqlite_'")
            counts = try SQLiteTransaction.run({ try $0.counted(Set(tables)) }, on: source)
            try copy.writeWithoutTransaction { copy in
                try source.backup(to: copy, pagesPerStep: pagesAtOnce) { step in
                    progress(step.totalPageCount - step.remainingPageCount, step.totalPageCount)
                }
                try copy.execute(sql: "PRAGMA journal_mode = DELETE")
            }
            return .commit
        }
        return counts
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(60)
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF")
        }
        return configuration
    }
}
