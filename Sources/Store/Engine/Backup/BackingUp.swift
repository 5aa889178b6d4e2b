import Foundation

/// What is told of long work: how much is done, of how much.
package typealias CopyProgress = @Sendable (_ done: Int, _ total: Int) -> Void

extension DatabaseAddress {
    /// Which of the engines it names.
    package var engine: Engine {
        switch self {
        case .sqlite: .sqlite
        case .postgresql: .postgresql
        }
    }

    /// Copies the whole database into a new file, as it is at one moment after this began: whatever was acknowledged before is
    /// in it. Servers go on working meanwhile.
    ///
    /// - Parameter file: made for its owner alone; on PostgreSQL a dump that `pg_restore` reads.
    /// - Returns: the rows of each table at that moment.
    /// - Throws: `StoreFault`, also where there is something of that name.
    package func copy(to file: URL, progress: @escaping CopyProgress) async throws -> CopiedRows {
        switch self {
        case .sqlite(let path):
            try await onThreadOfItsOwn { try SQLiteCopy(of: path).write(to: file, progress) }
        case .postgresql(let uri):
            try await onThreadOfItsOwn { try PostgreSQLCopy(uri: uri).dump(to: file, progress) }
        }
    }

    /// Fills a database in which nothing is with what ``copy(to:progress:)`` wrote: all of it, or nothing.
    ///
    /// - Parameter tables: how many it has, to tell how far it is.
    /// - Throws: `StoreFault`, also where something is in it already.
    package func fill(from file: URL, tables: Int, progress: @escaping CopyProgress) async throws {
        switch self {
        case .sqlite(let path):
            _ = try await onThreadOfItsOwn { try SQLiteCopy(of: file.path).write(to: URL(filePath: path), progress) }
        case .postgresql(let uri):
            try await onThreadOfItsOwn { try PostgreSQLCopy(uri: uri).restore(from: file, tables: tables, progress) }
        }
    }

    /// Does something with an empty database beside this one, which goes afterwards: for SQLite a file in that folder, for
    /// PostgreSQL a database on the same server, which its role has to be allowed to make.
    package func withPassingDatabase<Done: Sendable>(
        in folder: URL, _ body: (DatabaseAddress) async throws -> Done
    ) async throws -> Done {
        let name = "peersupport_check_\(UInt64.random(in: .min ... .max))"
        let passing: DatabaseAddress
        switch self {
        case .sqlite: passing = .sqlite(path: folder.appending(path: "\(name).sqlite").path)
        case .postgresql(let uri):
            passing = .postgresql(uri: try PostgreSQLSettings(of: uri).naming(database: name))
            try await onThreadOfItsOwn { try PostgreSQLCopy(uri: uri).create(database: name) }
        }
        let outcome: Result<Done, any Error>
        do {
            outcome = .success(try await body(passing))
        } catch {
            outcome = .failure(error)
        }
        switch self {
        case .sqlite:
            for suffix in ["", "-wal", "-shm"] {
                try? FileManager.default.removeItem(at: folder.appending(path: "\(name).sqlite\(suffix)"))
            }
        case .postgresql(let uri): try await onThreadOfItsOwn { try PostgreSQLCopy(uri: uri).drop(database: name) }
        }
        return try outcome.get()
    }
}

/// Copying waits for files and programs by blocking; on a thread of its own that holds up nothing else.
private func onThreadOfItsOwn<Done: Sendable>(_ work: @escaping @Sendable () throws -> Done) async throws -> Done {
    try await withCheckedThrowingContinuation { caller in
        Thread.detachNewThread { caller.resume(with: Result { try work() }) }
    }
}
