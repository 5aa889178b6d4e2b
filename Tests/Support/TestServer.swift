import Foundation

/// A PostgreSQL server of this test process alone, on a unix socket in its own folder. It runs without waiting for the
/// disk, since it goes with the process.
struct TestServer: Sendable {
    private let programs: URL
    private let folder: URL

    private static let starting = Task { try await TestServer() }

    static var shared: TestServer {
        get async throws { try await starting.value }
    }

    private init() async throws {
        programs = try Self.findPrograms()
        folder = try await TestGround.shared.folder.appendingPathComponent("server")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        if Self.isRoot { try await run(["/bin/chown", "postgres", folder.path]) }
        let data = folder.appendingPathComponent("data").path
        try await run(
            asServer("initdb", "-D", data, "-A", "trust", "-U", "app", "--locale=C", "-E", "UTF8", "--no-sync"))
        _ = try process(
            asServer("postgres", "-D", data, "-k", folder.path)
                + Self.settings.flatMap { ["-c", $0] })
        try await waitUntilReady()
    }

    /// Nothing has to outlive the process; and hundreds of databases that are used once need no tidying up.
    private static let settings = [
        "listen_addresses=", "max_connections=1500", "fsync=off", "full_page_writes=off", "wal_level=minimal",
        "max_wal_senders=0", "autovacuum=off",
    ]

    private func waitUntilReady() async throws {
        for _ in 0..<1500 {
            if try await status(of: [program("pg_isready"), "-q", "-h", folder.path]) == 0 { return }
            try await Task.sleep(for: .milliseconds(20))
        }
        throw Problem.notReady
    }

    /// Makes an empty database, or a copy of another.
    func createDatabase(_ name: String, likeThatOf template: String?) async throws {
        // As files: through the log of the server it takes three times as long.
        try await run([
            program("createdb"), "-h", folder.path, "-U", "app", "-S", "file_copy", "-T", template ?? "template0", name,
        ])
    }

    /// Drops databases, whoever still has them open.
    func dropDatabases(_ names: [String]) async throws {
        let statements = names.flatMap { ["-c", "DROP DATABASE IF EXISTS \($0) WITH (FORCE)"] }
        try await run([program("psql"), "-h", folder.path, "-U", "app", "-d", "postgres", "-q"] + statements)
    }

    /// The libpq URI of a database on this server.
    func uri(of database: String) -> String { "postgresql:///\(database)?host=\(folder.path)&user=app" }

    private static var isRoot: Bool { NSUserName() == "root" }

    private func program(_ name: String) -> String { programs.appendingPathComponent(name).path }

    /// The server refuses to run as root, so then its programs run as Debian's user for it.
    private func asServer(_ name: String, _ arguments: String...) -> [String] {
        (Self.isRoot ? ["/usr/sbin/runuser", "-u", "postgres", "--"] : []) + [program(name)] + arguments
    }

    private func run(_ command: [String]) async throws {
        let status = try await status(of: command)
        guard status == 0 else { throw Problem.failed(command: command.joined(separator: " "), status: status) }
    }

    private func status(of command: [String]) async throws -> Int32 {
        try await withCheckedThrowingContinuation { caller in
            do {
                _ = try process(command) { caller.resume(returning: $0.terminationStatus) }
            } catch {
                caller.resume(throwing: error)
            }
        }
    }

    /// Starts a program that is silent, reads nothing and begins in this server's folder.
    private func process(
        _ command: [String], atEnd: (@Sendable (Process) -> Void)? = nil
    ) throws -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: command[0])
        process.arguments = Array(command.dropFirst())
        process.currentDirectoryURL = folder
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        process.terminationHandler = atEnd
        try process.run()
        return process
    }

    /// Debian keeps the server's programs outside the path, one folder for each version; the latest is taken.
    private static func findPrograms() throws -> URL {
        let versions = URL(fileURLWithPath: "/usr/lib/postgresql")
        let found = (try? FileManager.default.contentsOfDirectory(atPath: versions.path)) ?? []
        let installed = found.sorted { (Int($0) ?? 0) > (Int($1) ?? 0) }.map { "\(versions.path)/\($0)/bin" }
        let path = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
        let programs = (path + installed).map { URL(fileURLWithPath: "\($0)/initdb").resolvingSymlinksInPath() }
        guard let initdb = programs.first(where: { FileManager.default.isExecutableFile(atPath: $0.path) }) else {
            throw Problem.notInstalled
        }
        return initdb.deletingLastPathComponent()
    }

    private enum Problem: Error, CustomStringConvertible {
        case notInstalled
        case notReady
        case failed(command: String, status: Int32)

        var description: String {
            switch self {
            case .notInstalled:
                "PostgreSQL is not installed: apt install postgresql, or set PEERSUPPORT_TEST_ENGINES=sqlite"
            case .notReady: "PostgreSQL was started and does not answer"
            case .failed(let command, let status): "\(command) ended with status \(status)"
            }
        }
    }
}
