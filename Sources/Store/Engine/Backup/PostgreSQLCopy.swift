import Foundation

/// Copies a PostgreSQL database by PostgreSQL's own programs.
struct PostgreSQLCopy {
    private let uri: String
    private let settings: PostgreSQLSettings

    init(uri: String) throws {
        self.uri = uri
        settings = try PostgreSQLSettings(of: uri)
    }

    /// Writes a dump of what one snapshot shows; the rows are counted in the same.
    func dump(to file: URL, _ progress: CopyProgress) throws -> CopiedRows {
        let files = FileManager.default
        guard !files.fileExists(atPath: file.path) else { throw StoreFault.other("\(file.path) is there already") }
        guard files.createFile(atPath: file.path, contents: nil, attributes: [.posixPermissions: 0o600]) else {
            throw StoreFault.unavailable("the file \(file.path) cannot be made")
        }
        do {
            let connection = try unlimited()
            try connection.run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            guard let snapshot = try connection.run("SELECT pg_export_snapshot() AS snapshot").rows.first else {
                throw StoreFault.other("it exports no snapshot")
            }
            let tables = Set(try connection.run(Self.tables).rows.map { try $0.text("name") })
            let counts = try PostgreSQLTransaction(connection).counted(tables)
            var done = 0
            try PostgreSQLProgram("pg_dump", at: settings).run(
                Self.plain + [
                    "--format=custom", "--verbose", "--snapshot=\(try snapshot.text("snapshot"))",
                    "--file=\(file.path)",
                ]
            ) { line in
                guard line.contains("dumping contents of table") else { return }
                done += 1
                progress(min(done, tables.count), tables.count)
            }
            try connection.run("COMMIT")
            return counts
        } catch let failure as PostgreSQLFailure {
            throw failure.fault
        }
    }

    /// Takes a dump into an empty database, in one transaction.
    ///
    /// - Parameter tables: how many it has.
    func restore(from file: URL, tables: Int, _ progress: CopyProgress) throws {
        do {
            guard try unlimited().run(Self.tables).rows.isEmpty else { throw StoreFault.other("it is not empty") }
            var done = 0
            try PostgreSQLProgram("pg_restore", at: settings).run(
                Self.plain + [
                    "--exit-on-error", "--single-transaction", "--verbose",
                    "--dbname=\(settings.database ?? "")", file.path,
                ]
            ) { line in
                guard line.contains("processing data for table") else { return }
                done += 1
                progress(done, tables)
            }
        } catch let failure as PostgreSQLFailure {
            throw failure.fault
        }
    }

    func create(database: String) throws {
        do {
            try PostgreSQLProgram("createdb", at: settings).run(
                ["--no-password", "--template=template0", "--encoding=UTF8", "--locale=C"] + maintenance + [database])
        } catch StoreFault.other(let words) {
            throw StoreFault.other("no database for the check can be made: \(words)")
        }
    }

    func drop(database: String) throws {
        try PostgreSQLProgram("dropdb", at: settings).run(
            ["--no-password", "--if-exists", "--force"] + maintenance + [database])
    }

    /// Whoever may connect to our own database need not be let into another.
    private var maintenance: [String] { settings.database.map { ["--maintenance-db=\($0)"] } ?? [] }

    private static let plain = ["--no-password", "--no-owner", "--no-privileges"]
    private static let tables: SQL = """
        SELECT table_name AS name FROM information_schema.tables
        WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'
        """

    /// A connection that may take as long as it takes.
    private func unlimited() throws -> PostgreSQLConnection {
        var limits = DatabaseLimits()
        limits.statement = nil
        return try PostgreSQLConnection(uri: uri, limits)
    }
}
