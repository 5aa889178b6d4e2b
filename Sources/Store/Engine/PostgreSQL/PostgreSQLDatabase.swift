/// A programme kept by a PostgreSQL server, which any number of nodes may share.
final class PostgreSQLDatabase: Database {
    let engine = Engine.postgresql
    private let uri: String
    private let workers: PostgreSQLWorkers

    init(uri: String, connections: Int) async throws {
        self.uri = uri
        workers = PostgreSQLWorkers(uri: uri, count: max(1, connections))
        do {
            try await read(Self.checkDatabase)
        } catch {
            await close()
            throw error
        }
    }

    deinit { workers.close() }

    func read<T: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> T) async throws -> T {
        try await working { try PostgreSQLAttempts.read.run(on: $0.usableConnection, body) }
    }

    func write<T: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> T) async throws -> T {
        try await working { try PostgreSQLAttempts.write.run(on: $0.usableConnection, body) }
    }

    func alterSchema<T: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> T) async throws -> T {
        try await working { [uri] _ in
            let connection = try Self.connectionForSchema(uri: uri)
            return try PostgreSQLAttempts.write.run(
                on: {
                    guard connection.isUsable else { throw StoreFault.unavailable("the connection was lost") }
                    return connection
                }, body)
        }
    }

    func dropRemnants() async throws {}

    func close() async {
        workers.close()
        await workers.finished()
    }

    private func working<T: Sendable>(
        _ job: @escaping @Sendable (PostgreSQLWorkers.Worker) throws -> T
    ) async throws -> T {
        try await withCheckedThrowingContinuation { caller in
            let isTaken = workers.add { worker in caller.resume(with: Result { try job(worker) }) }
            if !isTaken { caller.resume(throwing: StoreFault.unavailable("it has been closed")) }
        }
    }

    /// A connection that alone may change the schema. The lock is taken before its transaction looks at anything, lasts
    /// beyond the commit and ends with the connection, as does the freedom from limits of time.
    private static func connectionForSchema(uri: String) throws -> PostgreSQLConnection {
        do {
            let connection = try PostgreSQLConnection(uri: uri)
            try connection.command("SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0")
            // The number is the programme's own, the same for every server.
            try connection.command("SELECT pg_advisory_lock(7302865719)")
            return connection
        } catch let failure as PostgreSQLFailure {
            throw failure.fault
        }
    }

    /// Refuses a database that would sort or keep text otherwise than SQLite does.
    private static func checkDatabase(_ transaction: any Transaction) throws {
        let settings: SQL = """
            SELECT pg_encoding_to_char(encoding) AS encoding, datcollate AS collation
            FROM pg_database WHERE datname = current_database()
            """
        guard let settings = try transaction.row(settings) else { throw StoreFault.unavailable("it has no settings") }
        let collation = try settings.text("collation")
        guard try settings.text("encoding") == "UTF8", ["C", "POSIX", "C.UTF-8", "C.utf8"].contains(collation) else {
            throw StoreFault.unavailable(
                "it has to be made with UTF-8 and C collation: CREATE DATABASE … ENCODING 'UTF8' LOCALE 'C' TEMPLATE template0"
            )
        }
    }
}
