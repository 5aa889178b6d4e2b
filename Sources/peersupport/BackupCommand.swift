import ArgumentParser
import Foundation
import Operations
import Store
import Web

struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copies the database and the keys, each to a place of its own, while servers run.",
        discussion: """
            Whatever was acknowledged before it began is in it. It is restored into a passing database and compared before it gets \
            its name: damage, the rows of each table, the keys, the audit chains. With PostgreSQL, whose own pg_dump and pg_restore \
            are used, the role has to be allowed to make that database (ALTER ROLE … CREATEDB), or another server is named for \
            it in the environment, since the address may hold a password. [PEERSUPPORT_CHECK_DATABASE] Nothing is overwritten.
            """)

    @OptionGroup var installation: InstallationOptions

    @Option(help: "The folder for copies of the database. Each gets a folder of its own in it.")
    var to: String

    @Option(help: "The folder for copies of the keys: another disk, or another machine.")
    var keysTo: String

    @Flag(help: "Keys and database may lie together: whoever takes that one place has all there is.")
    var keysBesideTheDatabase = false

    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        guard
            let places = BackupPlaces(
                database: URL(filePath: to, directoryHint: .isDirectory),
                keys: URL(filePath: keysTo, directoryHint: .isDirectory), together: keysBesideTheDatabase)
        else {
            throw ValidationError(
                """
                --keys-to would put the keys beside the database: the same folder, or one inside the other. Whoever takes that \
                place has both. Name another place, or say that it may be: --keys-beside-the-database
                """)
        }
        _ = try await installation.pending()
        let backup = Backup(
            of: try installation.address, keys: installation.keys, to: places,
            checkingOn: try installation.checkAddress)
        let made = try await backup.make(named: Self.stamp(), .onStandardError)
        if json {
            printJSON([
                "database": .string(made.database.path), "keys": .string(made.keys.path),
                "rows": .integer(Int(made.rows.values.reduce(0, +))),
            ])
        } else {
            print("Database: \(made.database.path)")
            print("Keys:     \(made.keys.path)")
        }
    }

    /// The moment in UTC, to the second, as it can stand in a file's name.
    private static func stamp() -> String {
        Date.now.formatted(.iso8601).filter { !"-:".contains($0) }
    }
}

struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Makes an installation of a backup, where there is none.",
        discussion: """
            The database has to be empty and the data folder without keys; nothing is overwritten. It is compared with what was \
            copied: damage, the rows of each table, the keys, the audit chains.
            """)

    @OptionGroup var installation: InstallationOptions

    @Option(help: "The folder with the copy of the database, as backup printed it.")
    var from: String

    @Option(help: "The folder with the copy of the keys.")
    var keysFrom: String

    func run() async throws {
        try FileManager.default.createDirectory(
            at: installation.folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let restoring = Restoring(
            database: URL(filePath: from, directoryHint: .isDirectory),
            keys: URL(filePath: keysFrom, directoryHint: .isDirectory), to: try installation.address, installation.keys)
        let rows = try await restoring.run(.onStandardError)
        print("Restored: \(rows.values.reduce(0, +)) rows in \(rows.count) tables, with their keys.")
        say(
            """
            What was done since the backup is gone, and roles that ended since are back. Compare with the checkpoints you keep \
            elsewhere before you serve it: peersupport audit verify --checkpoints FOLDER
            """)
    }
}

extension BackupProgress {
    /// Each phase in a line, and how far it is where somebody looks.
    static var onStandardError: BackupProgress {
        let line = ProgressLine(label: "Done")
        return BackupProgress(phase: { say($0) }, step: { line.show($0, of: $1) })
    }
}
