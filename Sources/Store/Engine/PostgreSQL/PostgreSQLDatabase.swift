/// A programme kept by a PostgreSQL server, which any number of nodes may share.
final class PostgreSQLDatabase: Database {
    let engine = Engine.postgresql
    private let uri: String
    private let workers: PostgreSQLWorkers
    private let turns = PostgreSQLTurns()
    private let limits: DatabaseLimits
    let soundness = Soundness(isLookedThrough: true)

    init(uri: String, connections: Int, limits: DatabaseLimits) async throws {
        self.uri = uri
        self.limits = limits
        workers = PostgreSQLWorkers(uri: uri, limits: limits, count: max(1, connections))
        do {
            // Whoever starts a server, or asks at the command line, hears at once that there is none.
            let attempt = PostgreSQLAttempts(.read, within: limits, waitingForServer: false)
            try await working { try attempt.run(on: $0.usableConnection, Self.checkDatabase) }
        } catch {
            await close()
            throw error
        }
    }

    deinit { workers.close() }

    func read<T: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> T) async throws -> T {
        let attempts = PostgreSQLAttempts(.read, within: limits)
        return try await working { try attempts.run(on: $0.usableConnection, body) }
    }

    func write<T: Sendable>(
        inTurnOf agency: String?, _ body: @escaping @Sendable (any Transaction) throws -> T
    ) async throws -> T {
        let attempts = PostgreSQLAttempts(.write, turn: agency.map { PostgreSQLTurn(of: $0) }, within: limits)
        guard let agency else { return try await working { try attempts.run(on: $0.usableConnection, body) } }
        return try await withCheckedThrowingContinuation { caller in
            turns.enter(agency) { [workers, turns, soundness] in
                let isTaken = workers.add { worker in
                    let result = Result { try attempts.run(on: worker.usableConnection, body) }
                        .mapError(soundness.noting)
                    turns.leave(agency)
                    caller.resume(with: result)
                }
                if !isTaken { caller.resume(throwing: Self.closed) }
                return isTaken
            }
        }
    }

    func alterSchema<T: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> T) async throws -> T {
        try await working { [uri, limits] _ in
            let connection = try Self.connectionForSchema(uri: uri, limits)
            return try PostgreSQLAttempts(.write, within: limits).run(
                on: {
                    guard connection.isUsable else { throw StoreFault.unavailable("the connection was lost") }
                    return connection
                }, body)
        }
    }

    func lookForDamage() async throws {}

    func dropRemnants() async throws {}

    func close() async {
        workers.close()
        await workers.finished()
    }

    private func working<T: Sendable>(
        _ job: @escaping @Sendable (PostgreSQLWorkers.Worker) throws -> T
    ) async throws -> T {
        try await withCheckedThrowingContinuation { caller in
            let isTaken = workers.add { [soundness] worker in
                caller.resume(with: Result { try job(worker) }.mapError(soundness.noting))
            }
            if !isTaken { caller.resume(throwing: Self.closed) }
        }
    }

    private static let closed = StoreFault.unavailable("it has been closed")

    /// A connection that alone may change the schema. The lock is taken before its transaction looks at anything, lasts
    /// beyond the commit and ends with the connection, as does the freedom from limits of time.
    private static func connectionForSchema(uri: String, _ limits: DatabaseLimits) throws -> PostgreSQLConnection {
        var unlimited = limits
        unlimited.statement = nil
        do {
            let connection = try PostgreSQLConnection(uri: uri, unlimited)
            // The number is the programme's own, the same for every server.
            try connection.run("SELECT pg_advisory_lock(7302865719)")
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
