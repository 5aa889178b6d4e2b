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

    var checkpoints: CheckpointFolder { CheckpointFolder(folder.appendingPathComponent("checkpoints")) }

    /// Opens an installation to look at: one that is not there is not made by looking.
    func openExisting() async throws -> Programmes {
        guard FileManager.default.fileExists(atPath: folder.appendingPathComponent("keys").path) else {
            throw ValidationError("There is no installation in \(folder.path). Name its folder with --data.")
        }
        return try await open(migrating: false)
    }

    /// Opens the installation, made where it is not there yet. Its schema is brought to this version where `migrating`.
    func open(migrating: Bool = true) async throws -> Programmes {
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let keys = try ServerKeys.load(from: folder.appendingPathComponent("keys"))
        let database = try await address.open()
        let migrator = try Migrator(Schema.migrations)
        if migrating {
            _ = try await migrator.migrate(database, now: Programmes.systemClock().milliseconds)
        }
        return Programmes(database: database, keys: keys)
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
