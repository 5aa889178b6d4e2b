import ArgumentParser
import Configuration
import Foundation
import Operations
import Program
import Sealing
import Store

/// Where an installation keeps what it keeps. Each option may come from the environment instead.
struct InstallationOptions: ParsableArguments {
    @Option(
        help: """
            The database: sqlite:PATH or postgresql://…; by default a SQLite file in the data folder. \
            [PEERSUPPORT_DATABASE]
            """)
    var database: String?

    @Option(help: "The folder of keys, checkpoints and the SQLite file. [PEERSUPPORT_DATA] (default: ./data)")
    var data: String?

    private var environment: ConfigReader { ConfigReader(provider: EnvironmentVariablesProvider()) }

    var folder: URL {
        URL(filePath: data ?? environment.string(forKey: "peersupport.data") ?? "data", directoryHint: .isDirectory)
    }

    var address: DatabaseAddress {
        get throws {
            let inFolder = folder.appendingPathComponent("peersupport.sqlite").path
            let text = database ?? environment.string(forKey: "peersupport.database", isSecret: true)
            do {
                return try DatabaseAddress(text ?? "sqlite:\(inFolder)")
            } catch {
                throw ValidationError("--database: \(error)")
            }
        }
    }

    /// Where a backup of PostgreSQL is tried by restoring it, unless on the database's own server.
    var checkAddress: DatabaseAddress? {
        get throws {
            guard let text = environment.string(forKey: "peersupport.check.database", isSecret: true) else {
                return nil
            }
            do {
                return try DatabaseAddress(text)
            } catch {
                throw ValidationError("PEERSUPPORT_CHECK_DATABASE: \(error)")
            }
        }
    }

    var checkpoints: CheckpointFolder { CheckpointFolder(folder.appendingPathComponent("checkpoints")) }

    /// Outside the database: the newest write that is known to be kept.
    var mark: CommittedMark { CommittedMark(folder.appendingPathComponent("last-write")) }

    var keys: URL { folder.appendingPathComponent("keys") }

    /// Opens an installation to look at: one that is not there is not made by looking, and nothing of it is changed.
    func openExisting() async throws -> Programmes {
        _ = try await isThere(making: false)
        let database = try await address.open()
        return Programmes(
            database: database, keys: try await ServerKeys.vouchedFor(in: keys, by: database, making: false)
        ).proving(with: GlpsolSolver())
    }

    /// Opens an installation to work with, its schema brought to this version.
    ///
    /// - Parameter isMaking: whether it is made where it is not there yet.
    func open(making isMaking: Bool = false) async throws -> Programmes {
        try await migrated(making: isMaking).programmes
    }

    /// The same, with the steps of the schema that were taken.
    func migrated(making isMaking: Bool) async throws -> (programmes: Programmes, steps: [Migration]) {
        let isThere = try await isThere(making: isMaking)
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let database = try await address.open()
        let steps = try await Migrator(Schema.migrations).migrate(
            database, now: Programmes.systemClock().milliseconds)
        let keys = try await ServerKeys.vouchedFor(in: keys, by: database, making: true)
        if !isThere { say("There was no installation: a new one was made, with its keys in \(self.keys.path).") }
        let programmes = Programmes(database: database, keys: keys, steady: SteadyClock()).proving(
            with: GlpsolSolver())
        try await takeOverAccounts(of: programmes)
        try await lockOpenCounts(of: programmes)
        try await sealSheetsOfBefore(of: programmes)
        return (programmes, steps)
    }

    /// The steps of the schema that are to be taken. Nothing is made or changed by looking.
    func pending() async throws -> [Migration] {
        guard try await hasDatabase else { return Schema.migrations }
        return try await looking { try await Migrator(Schema.migrations).pending(in: $0) }
    }

    /// Whether the installation is there. Refuses one that is not, unless it may be made; and keys whose database is gone: who
    /// named another database, or lost theirs, is not served an empty one.
    ///
    /// The keys are looked for first: whoever else makes the installation just now has its database before it has keys.
    private func isThere(making isMaking: Bool) async throws -> Bool {
        let hasKeys = ServerKeys.fingerprints(in: keys).values.contains { $0 != .success(nil) }
        if try await hasDatabase { return true }
        if hasKeys {
            throw ValidationError(
                """
                There are keys in \(keys.path), but the database (\(try address)) is empty. Name the right one (--database, \
                PEERSUPPORT_DATABASE), or restore it from its backup. To begin anew, move the folder of keys away.
                """)
        }
        guard isMaking else {
            throw ValidationError("There is no installation in \(folder.path). Name its folder with --data.")
        }
        return false
    }

    /// Whether anything is in the database. The file of SQLite is not made by looking.
    private var hasDatabase: Bool {
        get async throws {
            if case .sqlite(let path) = try address, !FileManager.default.fileExists(atPath: path) { return false }
            return try await looking { try await !$0.columns().isEmpty }
        }
    }

    /// Opens the database alone, which has to be there, for one look.
    func looking<Seen: Sendable>(_ look: (any Database) async throws -> Seen) async throws -> Seen {
        let database = try await address.open(connections: 1)
        do {
            let seen = try await look(database)
            await database.close()
            return seen
        } catch {
            await database.close()
            throw error
        }
    }
}

/// Has the chains vouch for what was there before they did. An agency that cannot be read now is taken over once it can be.
private func takeOverAccounts(of programmes: Programmes) async throws {
    do {
        try await programmes.takeOverAccounts()
    } catch is FailedAgencies {
        say(
            "The accounts of an agency could not be taken over, since its rules cannot be read. See peersupport health."
        )
    }
}

/// Locks the counts that an earlier version kept open. Those of an agency that cannot be read now are locked once a sheet comes in there.
private func lockOpenCounts(of programmes: Programmes) async throws {
    do {
        try await programmes.lockOpenCounts()
    } catch is FailedAgencies {
        say(
            "The counts of an agency could not be locked, since its rules or counts cannot be read. See peersupport health."
        )
    }
}

/// Seals what was written before sheets were. What cannot be now is tried again while the server runs.
private func sealSheetsOfBefore(of programmes: Programmes) async throws {
    do {
        try await programmes.sealSheetsOfBefore()
    } catch is FailedAgencies {
        say("Sheets of an agency could not be sealed yet. See peersupport health.")
    }
}

extension Programmes {
    /// The agency of that name in addresses, or a message that there is none.
    func agency(named slug: String) async throws -> Agency {
        guard let agency = try await agency(slug: slug) else {
            throw ValidationError("There is no agency \(slug). Take it in first: peersupport agency create.")
        }
        return agency
    }
}
