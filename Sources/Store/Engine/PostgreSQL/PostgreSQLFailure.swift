/// A statement that PostgreSQL did not carry out: the fault the caller may see, and whether the transaction may be
/// repeated instead.
struct PostgreSQLFailure: Error {
    let fault: StoreFault
    /// True when nothing was kept and a second try may well succeed: a collision, or a connection lost on the way.
    let mayRepeat: Bool
    let isConnectionLost: Bool
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
        self.isConnectionLost = isConnectionLost
        isDuplicate = state == "23505"
        mayRepeat = isCollision || isConnectionLost
        fault =
            switch state {
            case _ where isConnectionLost: .unavailable("the connection was lost")
            case "23505": broken(.unique)
            case "23503": broken(.foreignKey)
            case "23514": broken(.check)
            case "23502": broken(.notNull)
            case _ where isCollision: .busy("transactions kept colliding")
            case "55P03": .busy("others held on to a lock")
            case "57014": .timeout("a statement took too long (57014)")
            case let state? where ["08", "53", "57", "58"].contains(state.prefix(2)):
                .unavailable("the server cannot serve (\(state))")
            case let state? where state.hasPrefix("42"): .other("\(message ?? "a mistake in a statement") (\(state))")
            case let state?: .other(state)
            case nil: .unavailable("the server gave no answer")
            }
    }
}
