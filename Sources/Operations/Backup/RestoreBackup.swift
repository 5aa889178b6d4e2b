import Foundation
import Sealing
import Store

/// Makes an installation of a backup, in a place where there is none.
package struct Restoring: Sendable {
    private let database: URL
    private let keys: URL
    private let address: DatabaseAddress
    private let keysFolder: URL

    /// - Parameters:
    ///   - database: the folder of the backup's database.
    ///   - keys: the folder of its keys.
    ///   - address: where the database is to be; it has to be empty.
    ///   - keysFolder: where the keys are to be; there may be none.
    package init(database: URL, keys: URL, to address: DatabaseAddress, _ keysFolder: URL) {
        self.database = database
        self.keys = keys
        self.address = address
        self.keysFolder = keysFolder
    }

    /// Restores it, and looks whether it is what was copied.
    ///
    /// - Returns: the rows of each table.
    /// - Throws: ``BackupFault`` before anything is changed, or where what came back is not what was copied; `StoreFault`.
    package func run(_ progress: BackupProgress) async throws -> CopiedRows {
        let manifest = try BackupManifest.read(from: database)
        guard manifest.engine == address.engine.rawValue else { throw BackupFault.otherEngine(backup: manifest.engine) }
        guard manifest.step <= Schema.migrations.count else { throw BackupFault.laterVersion(step: manifest.step) }
        // Refuses keys that are no keys, or that others could read.
        try manifest.requireFit(try ServerKeys.load(from: keys, making: []))
        try await requireEmpty()
        let folder = try WholeFolder(named: keysFolder.lastPathComponent, in: keysFolder.deletingLastPathComponent())
        do {
            try keys.copyKeys(to: folder)
            progress.phase("Restoring the database.")
            try await restoreDatabase(manifest, progress)
            try folder.finish()
        } catch {
            folder.discard()
            throw error
        }
        return manifest.rows
    }

    private func requireEmpty() async throws {
        guard !FileManager.default.fileExists(atPath: keysFolder.path) else {
            throw BackupFault.notEmpty(keysFolder.path)
        }
        switch address {
        case .sqlite(let path):
            for suffix in ["", "-wal", "-shm"] where FileManager.default.fileExists(atPath: path + suffix) {
                throw BackupFault.notEmpty(path + suffix)
            }
        case .postgresql:
            let database = try await address.open(connections: 1)
            let columns: [SchemaColumn]
            do {
                columns = try await database.columns()
            } catch {
                await database.close()
                throw error
            }
            await database.close()
            guard columns.isEmpty else { throw BackupFault.notEmpty("Something in the database") }
        }
    }

    /// SQLite's file gets its name when it is known to be right. PostgreSQL takes all of the dump or nothing, and says where to look
    /// if it is not right then.
    private func restoreDatabase(_ manifest: BackupManifest, _ progress: BackupProgress) async throws {
        let (file, tables) = (database.appending(path: manifest.file), manifest.rows.count)
        let check = BackupCheck(manifest: manifest, keys: keys)
        switch address {
        case .sqlite(let path):
            let place = URL(filePath: path).deletingLastPathComponent()
            let problems = try await address.withPassingDatabase(in: place) { passing in
                try await passing.fill(from: file, tables: tables, progress: progress.step)
                progress.phase("Checking: damage, rows, keys and audit chains.")
                let problems = try await check.problems(of: passing, isPassing: false)
                if problems.isEmpty, case .sqlite(let checked) = passing {
                    try WholeFolder.sync(URL(filePath: checked))
                    try FileManager.default.linkItem(atPath: checked, toPath: path)
                    try WholeFolder.sync(place)
                }
                return problems
            }
            guard problems.isEmpty else { throw BackupFault.notWhole(problems) }
        case .postgresql:
            try await address.fill(from: file, tables: tables, progress: progress.step)
            progress.phase("Checking: damage, rows, keys and audit chains.")
            let problems = try await check.problems(of: address, isPassing: false)
            guard problems.isEmpty else { throw BackupFault.notWhole(problems) }
        }
    }
}
