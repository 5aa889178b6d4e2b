/// Why the database did not do what it was told. A fault is an error of the system, not a refusal by a rule; it never
/// carries a bound value, so it may be logged.
package enum StoreFault: Error, Sendable, Equatable {
    /// A rule of the schema was broken; nothing of the transaction was kept.
    case constraint(Constraint)
    /// The database cannot be reached, opened or written to; nothing of the transaction was kept.
    case unavailable(String)
    /// Others had what the transaction needs for longer than it may wait: their turn, a lock, or one collision after the
    /// other. Nothing was kept; trying again later is safe.
    case busy(String)
    /// A statement took longer than any may. Nothing was kept.
    case timeout(String)
    /// Something of the database's files cannot be read as what it should be. Nothing of the transaction was kept.
    case damaged(String)
    /// The connection was lost while the transaction was being committed: it may have been kept or not. It is never
    /// repeated by the store; the caller has to look before doing it again.
    case outcomeUnknown
    /// An answer did not have the shape the code reads: a column missing, doubled, NULL or of another kind.
    case unreadable(column: String, problem: String)
    /// Anything else, such as a mistake in a statement.
    case other(String)

    /// The rule of the schema that was broken. SQLite names table and columns, PostgreSQL table and constraint; neither
    /// engine names all, and SQLite names nothing for a foreign key.
    package struct Constraint: Sendable, Equatable {
        /// What the rule demands.
        package enum Kind: String, Sendable, CaseIterable {
            /// No two rows with the same key, the primary key included.
            case unique
            /// The row referred to exists.
            case foreignKey
            /// The condition of a CHECK, or the type of the column, holds.
            case check
            /// The column has a value.
            case notNull
        }

        package let kind: Kind
        package let table: String?
        /// The columns of a unique or not-null rule.
        package let columns: [String]
        /// The constraint's name.
        package let name: String?
    }
}

extension StoreFault: CustomStringConvertible {
    /// The fault in words for the operator's log.
    package var description: String {
        switch self {
        case .constraint(let constraint): "the schema refused the change: \(constraint)"
        case .unavailable(let reason): "the database is unavailable: \(reason)"
        case .busy(let reason): "the database is busy: \(reason)"
        case .timeout(let reason): "the database took too long: \(reason)"
        case .damaged(let reason): "the database is damaged: \(reason)"
        case .outcomeUnknown:
            "the connection was lost while committing: the change may have been kept or not, look before repeating it"
        case .unreadable(let column, let problem): "column \(column) \(problem)"
        case .other(let reason): "the database failed: \(reason)"
        }
    }
}

extension StoreFault.Constraint: CustomStringConvertible {
    /// The kind of the rule and what the engine names of it.
    package var description: String {
        let columns = columns.isEmpty ? nil : "columns \(columns.joined(separator: ", "))"
        let named = [table.map { "table \($0)" }, columns, name.map { "constraint \($0)" }].compactMap(\.self)
        return ([kind.rawValue] + named).joined(separator: ", ")
    }
}
