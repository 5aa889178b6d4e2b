import Foundation
import GRDB

extension StoreFault {
    /// The fault an error of SQLite means; an error of the body's own stays what it is.
    static func reading(_ error: any Error) -> any Error {
        (error as? DatabaseError).map { StoreFault(sqlite: $0) } ?? error
    }

    /// Reads SQLite's result code. Of its message only what names the schema is kept.
    init(sqlite error: DatabaseError) {
        switch error.extendedResultCode {
        case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_ROWID:
            self = .constraint(Constraint(.unique, named: error.schemaWords))
        case .SQLITE_CONSTRAINT_NOTNULL:
            self = .constraint(Constraint(.notNull, named: error.schemaWords))
        case .SQLITE_CONSTRAINT_CHECK:
            self = .constraint(Constraint(kind: .check, table: nil, columns: [], name: error.schemaWords))
        case .SQLITE_CONSTRAINT_DATATYPE:
            self = .constraint(Constraint(kind: .check, table: nil, columns: [], name: error.message))
        case .SQLITE_CONSTRAINT_FOREIGNKEY:
            self = .constraint(Constraint(kind: .foreignKey, table: nil, columns: [], name: nil))
        default:
            self = Self.withoutConstraint(error)
        }
    }

    private static func withoutConstraint(_ error: DatabaseError) -> StoreFault {
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: .busy("another process holds the file (\(error.resultCode))")
        case .SQLITE_MISUSE: .unavailable("it has been closed")
        case .SQLITE_CORRUPT, .SQLITE_NOTADB:
            .damaged("the file is not as it was written (\(error.extendedResultCode))")
        // The engine ended the transaction, as it does where the disk is full.
        case .SQLITE_ABORT: .unavailable("the transaction was ended by the engine")
        case .SQLITE_CANTOPEN, .SQLITE_IOERR, .SQLITE_FULL, .SQLITE_NOMEM,
            .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_PROTOCOL:
            .unavailable("the file cannot be used (\(error.extendedResultCode))")
        default: .other("\(error.extendedResultCode)")
        }
    }
}

extension StoreFault.Constraint {
    /// Reads `table.column, table.column`, or `index 'name'` for an index on an expression.
    fileprivate init(_ kind: Kind, named words: String?) {
        let columns = (words ?? "").components(separatedBy: ", ").map { $0.split(separator: ".", maxSplits: 1) }
        if let table = columns.first?.first, columns.allSatisfy({ $0.count == 2 }) {
            self.init(kind: kind, table: String(table), columns: columns.map { String($0[1]) }, name: nil)
        } else {
            self.init(kind: kind, table: nil, columns: [], name: words)
        }
    }
}

extension DatabaseError {
    /// What follows `UNIQUE constraint failed: ` and its like.
    fileprivate var schemaWords: String? {
        guard let message, let heading = message.range(of: "failed: ") else { return nil }
        return String(message[heading.upperBound...])
    }
}
