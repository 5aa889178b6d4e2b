import Foundation

/// How a body becomes a transaction on PostgreSQL.
enum PostgreSQLAttempts: Sendable {
    /// One unchanging state of the database. It is not SERIALIZABLE: a read alone decides nothing, and this way it never
    /// collides with a write, so no page makes an act repeat.
    case read
    /// As if transactions ran one after the other.
    case write

    /// How often a body is tried before its caller is told that transactions kept colliding.
    private static let mostTries = 20

    private var beginning: StaticString {
        switch self {
        case .read: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
        case .write: "BEGIN ISOLATION LEVEL SERIALIZABLE READ WRITE"
        }
    }

    /// Runs `body`, again and again while it collides with others or loses its connection before the commit. Each try
    /// asks `connection` anew, so that a lost one is replaced. Blocks the thread.
    func run<T>(on connection: () throws -> PostgreSQLConnection, _ body: (any Transaction) throws -> T) throws -> T {
        var tries = 1
        while true {
            do {
                return try once(on: try connection(), body)
            } catch let failure as PostgreSQLFailure {
                let mayRepeat = failure.mayRepeat || (failure.isDuplicate && tries == 1)
                guard mayRepeat, tries < Self.mostTries else { throw failure.fault }
                Thread.sleep(forTimeInterval: Self.pause(after: tries))
                tries += 1
            }
        }
    }

    /// Seconds, longer after each try up to 50 ms, and uneven so that two that collided do not meet again.
    private static func pause(after tries: Int) -> TimeInterval {
        Double.random(in: 0.2...1) * min(0.001 * pow(2, Double(tries)), 0.05)
    }

    private func once<T>(on connection: PostgreSQLConnection, _ body: (any Transaction) throws -> T) throws -> T {
        try connection.command(beginning)
        let transaction = PostgreSQLTransaction(connection)
        let result = Result { try body(transaction) }
        do {
            if let failure = transaction.failure { throw failure }
            let value = try result.get()
            try commit(connection)
            return value
        } catch {
            // Where this fails the connection is lost, and then the server undoes the transaction by itself.
            _ = try? connection.command("ROLLBACK")
            throw error
        }
    }

    private func commit(_ connection: PostgreSQLConnection) throws {
        do {
            guard try connection.command("COMMIT") == "COMMIT" else {
                throw StoreFault.other("the server undid the transaction instead of committing it")
            }
        } catch let failure as PostgreSQLFailure where failure.isConnectionLost && self == .write {
            throw StoreFault.outcomeUnknown
        }
    }
}
