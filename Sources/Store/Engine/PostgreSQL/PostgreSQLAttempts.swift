import Foundation

/// How a body becomes a transaction on PostgreSQL: tried until it meets nobody, or until its time is over.
struct PostgreSQLAttempts: Sendable {
    /// What a transaction may do, and what it sees.
    enum Kind: Sendable {
        /// One unchanging state of the database. It is not SERIALIZABLE: a read alone decides nothing, and this way it
        /// never collides with a write, so no page makes an act repeat.
        case read
        /// As if transactions ran one after the other.
        case write

        fileprivate var beginning: SQL {
            switch self {
            case .read: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
            case .write: "BEGIN ISOLATION LEVEL SERIALIZABLE READ WRITE"
            }
        }
    }

    private let kind: Kind
    private let turn: PostgreSQLTurn?
    /// When the last try may begin.
    private let deadline: ContinuousClock.Instant
    /// Whether a server that cannot be reached just now, as one that starts anew, is asked again.
    private let waitsForServer: Bool

    /// Its time begins now.
    init(
        _ kind: Kind, turn: PostgreSQLTurn? = nil, within limits: DatabaseLimits, waitingForServer: Bool = true
    ) {
        self.kind = kind
        self.turn = turn
        waitsForServer = waitingForServer
        deadline = .now + limits.patience
    }

    /// Runs `body` in its turn, again and again while it collides with others or loses its connection before the commit.
    /// Each try asks `connection` anew, so that a lost one is replaced. Blocks the thread.
    func run<T>(on connection: () throws -> PostgreSQLConnection, _ body: (any Transaction) throws -> T) throws -> T {
        var tries = 1
        while true {
            guard tries > 1 || .now < deadline else { throw StoreFault.busy("others were before it for too long") }
            do {
                return try inTurn(on: try connection(), body)
            } catch let failure as PostgreSQLFailure {
                let mayRepeat =
                    if failure.isUnreachable {
                        waitsForServer
                    } else if failure.isOfStandby, kind == .read {
                        false
                    } else {
                        failure.mayRepeat || (failure.isDuplicate && tries == 1)
                    }
                let pause = failure.isUnreachable ? Self.pauseWithoutServer : Self.pause(after: tries)
                guard mayRepeat, .now + pause < deadline else { throw failure.fault }
                Thread.sleep(forTimeInterval: pause / .seconds(1))
                tries += 1
            }
        }
    }

    /// Soon enough for a server that starts anew, and seldom enough for one that has all the connections it takes.
    private static let pauseWithoutServer = Duration.milliseconds(250)

    /// Longer after each try, up to a tenth of a second, and uneven so that two that collided do not meet again.
    private static func pause(after tries: Int) -> Duration {
        .milliseconds(Double.random(in: 0.2...1) * min(pow(2, Double(tries)), 100))
    }

    private func inTurn<T>(
        on connection: PostgreSQLConnection, _ body: (any Transaction) throws -> T
    ) throws -> T {
        guard let turn else { return try once(on: connection, body) }
        try turn.take(on: connection)
        let result = Result { try once(on: connection, body) }
        turn.letGo(on: connection)
        return try result.get()
    }

    private func once<T>(on connection: PostgreSQLConnection, _ body: (any Transaction) throws -> T) throws -> T {
        // It goes out with the first statement.
        try connection.queue(kind.beginning)
        let transaction = PostgreSQLTransaction(connection)
        let result = Result { try body(transaction) }
        do {
            if let failure = transaction.failure { throw failure }
            let value = try result.get()
            try commit(connection)
            return value
        } catch {
            if let failure = error as? PostgreSQLFailure, failure.isConnectionLost {
                connection.abandon()
            } else {
                // Where this fails the connection is lost, and then the server undoes the transaction by itself.
                try? connection.dispatch("ROLLBACK")
            }
            throw error
        }
    }

    private func commit(_ connection: PostgreSQLConnection) throws {
        // What was read stays true whatever becomes of this.
        guard kind == .write else { return try connection.dispatch("COMMIT") }
        do {
            guard try connection.run("COMMIT").command == "COMMIT" else {
                throw StoreFault.other("the server undid the transaction instead of committing it")
            }
        } catch let failure as PostgreSQLFailure where failure.leavesOutcomeOpen {
            connection.abandon()
            throw StoreFault.outcomeUnknown
        }
    }
}
