/// A statement that PostgreSQL did not carry out: the fault the caller may see, and whether the transaction may be
/// repeated instead.
struct PostgreSQLFailure: Error {
    let fault: StoreFault
    /// True when nothing was kept and a second try may well succeed: a collision, or a connection lost on the way.
    let mayRepeat: Bool
    /// The connection is of no use any more: it broke, the server ends it, or the server behind it takes no writes.
    let isConnectionLost: Bool
    /// The server behind the connection is a standby. Of a body that only reads it says no more than that a statement in it writes.
    let isOfStandby: Bool
    /// No server was reached, so that asking the next moment makes no sense.
    let isUnreachable: Bool
    /// Where it was a commit that failed so, it may have been kept: the connection broke, or the server ended it.
    let leavesOutcomeOpen: Bool
    /// A second row with the same key. Two transactions that each asked first may meet this way instead of as a collision;
    /// the one that comes second then finds the other's row when it asks again.
    let isDuplicate: Bool

    /// Reads what the server said. Its message is kept only where it speaks of the statement's words; elsewhere it may
    /// quote a value.
    init(
        state: String?, message: String?, table: String?, column: String?, constraint: String?, isConnectionLost: Bool
    ) {
        func broken(_ kind: StoreFault.Constraint.Kind) -> StoreFault {
            .constraint(
                StoreFault.Constraint(kind: kind, table: table, columns: column.map { [$0] } ?? [], name: constraint))
        }
        let isCollision = state == "40001" || state == "40P01"
        let isEnded = state.map(Self.isEnd) ?? isConnectionLost
        let takesNoWrites = state.map(Self.isOfStandby) ?? false
        self.isConnectionLost = isConnectionLost || isEnded || takesNoWrites || state == Self.lainIdle
        isOfStandby = takesNoWrites
        isUnreachable = false
        leavesOutcomeOpen = isEnded || (isConnectionLost && !isCollision)
        isDuplicate = state == "23505"
        mayRepeat = isCollision || isEnded || takesNoWrites || (isConnectionLost && state != Self.lainIdle)
        fault =
            switch state {
            case Self.lainIdle: .timeout("a transaction lay idle too long (25P03)")
            case let state? where takesNoWrites: .unavailable("the server takes no writes (\(state))")
            case let state? where isEnded: .unavailable("the server ends its connections (\(state))")
            case _ where isConnectionLost: .unavailable("the connection was lost")
            case "23505": broken(.unique)
            case "23503": broken(.foreignKey)
            case "23514": broken(.check)
            case "23502": broken(.notNull)
            case _ where isCollision: .busy("transactions kept colliding")
            case "55P03": .busy("others held on to a lock")
            case "57014": .timeout("a statement took too long (57014)")
            case "XX001", "XX002": .damaged("a page cannot be read (\(state ?? ""))")
            case let state? where ["08", "53", "57", "58"].contains(state.prefix(2)):
                .unavailable("the server cannot serve (\(state))")
            case let state? where state.hasPrefix("42"): .other("\(message ?? "a mistake in a statement") (\(state))")
            case let state?: .other(state)
            case nil: .unavailable("the server gave no answer")
            }
    }

    /// No connection could be made: nobody answers, the server begins or ends just now, or has as many as it takes. The words are
    /// libpq's own.
    init(unreachable words: String) {
        fault = .unavailable(words)
        mayRepeat = true
        isConnectionLost = true
        isOfStandby = false
        isUnreachable = true
        leavesOutcomeOpen = false
        isDuplicate = false
    }

    /// A transaction was begun and then nothing came: the server has ended it, and the connection with it.
    private static let lainIdle = "25P03"

    /// The server is told to stop, has broken down, begins just now, or speaks of the connection itself.
    private static func isEnd(_ state: String) -> Bool {
        ["57P01", "57P02", "57P03"].contains(state) || state.hasPrefix("08")
    }

    /// It was the one that takes writes, and is a standby now: of a write it says 25006, of `SERIALIZABLE READ WRITE` 0A000. None of
    /// our statements asks for anything else that a server might not have.
    private static func isOfStandby(_ state: String) -> Bool { state == "25006" || state == "0A000" }
}
