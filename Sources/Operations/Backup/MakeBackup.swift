import Foundation
import Sealing
import Store

/// What is told while a backup is made or restored.
package struct BackupProgress: Sendable {
    let phase: @Sendable (String) -> Void
    let step: CopyProgress

    package init(phase: @escaping @Sendable (String) -> Void, step: @escaping CopyProgress) {
        self.phase = phase
        self.step = step
    }
}

/// A backup that was made and proved by restoring it.
package struct MadeBackup: Sendable {
    package let database: URL
    package let keys: URL
    package let rows: CopiedRows
}

/// Copies an installation while its servers run: the database to one place, the keys to another.
package struct Backup: Sendable {
    private let address: DatabaseAddress
    private let keys: URL
    private let places: BackupPlaces
    private let checkAddress: DatabaseAddress

    /// - Parameters:
    ///   - keys: the installation's folder of keys.
    ///   - check: the server on which a passing database is made for the check; the database's own where none is named.
    package init(of address: DatabaseAddress, keys: URL, to places: BackupPlaces, checkingOn check: DatabaseAddress?) {
        self.address = address
        self.keys = keys
        self.places = places
        checkAddress = check ?? address
    }

    /// Makes it. Both parts get their names only when the check has restored them elsewhere and found them right; whatever
    /// goes wrong leaves nothing behind.
    ///
    /// - Parameter stamp: what both parts are called by, such as `20261128T154500Z`.
    /// - Throws: ``KeysDoNotFit`` before anything is copied, ``BackupFault``, `StoreFault`.
    package func make(named stamp: String, _ progress: BackupProgress) async throws -> MadeBackup {
        let step = try await fittingStep()
        let database = try WholeFolder(named: "peersupport-\(stamp)", in: places.database)
        do {
            let copiedKeys = try WholeFolder(named: "peersupport-keys-\(stamp)", in: places.keys)
            do {
                let manifest = try await fill(database, copiedKeys, step, progress)
                try copiedKeys.finish()
                try database.finish()
                return MadeBackup(database: database.url, keys: copiedKeys.url, rows: manifest.rows)
            } catch {
                copiedKeys.discard()
                throw error
            }
        } catch {
            database.discard()
            throw error
        }
    }

    private func fill(
        _ copied: WholeFolder, _ copiedKeys: WholeFolder, _ step: Int, _ progress: BackupProgress
    ) async throws -> BackupManifest {
        progress.phase("Copying the database.")
        let file = copied.draft.appending(path: BackupManifest.file(of: address.engine.rawValue))
        let rows = try await address.copy(to: file, progress: progress.step)
        progress.phase("Copying the keys.")
        try keys.copyKeys(to: copiedKeys)
        let manifest = BackupManifest(
            engine: address.engine, step: step, rows: rows,
            keys: try ServerKeys.load(from: copiedKeys.draft, making: []), hash: try FileHash.of(file))
        try copied.put(try manifest.data(), named: BackupManifest.fileName)
        progress.phase("Checking: restoring into a passing database.")
        let problems = try await checkAddress.withPassingDatabase(in: copied.draft) { passing in
            try await passing.fill(from: file, tables: rows.count, progress: progress.step)
            progress.phase("Checking: damage, rows, keys and audit chains.")
            return try await BackupCheck(manifest: manifest, keys: copiedKeys.draft).problems(
                of: passing, isPassing: true)
        }
        guard problems.isEmpty else { throw BackupFault.notWhole(problems) }
        return manifest
    }

    /// The database's step of the schema, once its keys are known to be the right ones: others are not worth a backup.
    private func fittingStep() async throws -> Int {
        let database = try await address.open(connections: 1)
        do {
            _ = try await ServerKeys.vouchedFor(in: keys, by: database, making: false)
            let pending = try await Migrator(Schema.migrations).pending(in: database)
            await database.close()
            return Schema.migrations.count - pending.count
        } catch {
            await database.close()
            throw error
        }
    }
}

extension URL {
    /// Copies every key of this folder.
    func copyKeys(to folder: WholeFolder) throws {
        for file in ServerKeyFile.allCases {
            try folder.put(try Data(contentsOf: appending(path: file.rawValue)), named: file.rawValue)
        }
    }
}
