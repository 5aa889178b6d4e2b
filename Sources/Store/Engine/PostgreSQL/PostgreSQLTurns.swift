import Crypto
import DequeModule
import Synchronization

/// Of the acts of one agency that take turns, one at a time is with the workers; the others of this process wait here and
/// hold no connection. So the workers stay free for other agencies, whatever one agency is asked at once.
final class PostgreSQLTurns: Sendable {
    /// Hands the act to the workers. False where they take none any more.
    typealias Start = @Sendable () -> Bool

    /// Those who wait behind the one that is under way; no entry where none is.
    private let waiting = Mutex<[String: Deque<Start>]>([:])

    /// Starts the act at once, or after those of the agency that came before it.
    func enter(_ agency: String, _ start: @escaping Start) {
        let isFirst = waiting.withLock { waiting in
            if waiting[agency] == nil {
                waiting[agency] = []
                return true
            }
            waiting[agency]?.append(start)
            return false
        }
        if isFirst, !start() { leave(agency) }
    }

    /// The agency's act that was under way has ended: the next one starts.
    func leave(_ agency: String) {
        while let start = next(of: agency) {
            if start() { return }
        }
    }

    private func next(of agency: String) -> Start? {
        waiting.withLock { waiting in
            guard let start = waiting[agency]?.popFirst() else {
                waiting[agency] = nil
                return nil
            }
            return start
        }
    }
}

/// The turn of an agency among all servers that share the database: a lock of the session, taken before `BEGIN` and let go
/// after the transaction's end. Inside the transaction it would be too late: the state a `SERIALIZABLE` transaction sees is
/// fixed before its first statement waits.
struct PostgreSQLTurn: Sendable {
    /// The lock's number: the same on every server, and as good as never that of another agency.
    private let number: Int64

    init(of agency: String) {
        number = SHA256.hash(data: Array("turn of \(agency)".utf8)).prefix(8).reduce(0) { $0 << 8 | Int64($1) }
    }

    /// Waits for the turn. Throws `PostgreSQLFailure`.
    func take(on connection: PostgreSQLConnection) throws {
        try connection.run("SELECT pg_advisory_lock(\(number))")
    }

    /// Lets the next one have it. Where the server does not hear of it, the connection ends and the turn with it.
    func letGo(on connection: PostgreSQLConnection) {
        do {
            try connection.dispatch("SELECT pg_advisory_unlock(\(number))")
        } catch {
            connection.abandon()
        }
    }
}
