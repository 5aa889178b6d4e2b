import Foundation
import GRDB

/// A transaction's body at work on SQLite. Statements are prepared once for each connection.
final class SQLiteTransaction: Transaction {
    private let database: GRDB.Database
    /// The first failure of a statement: from then on the transaction is lost, as it is on PostgreSQL.
    private var failure: (any Error)?

    private init(_ database: GRDB.Database) { self.database = database }

    /// Runs a body; throws what it throws, or the failure of a statement it tried to ignore.
    static func run<T>(_ body: (any Transaction) throws -> T, on database: GRDB.Database) throws -> T {
        let transaction = SQLiteTransaction(database)
        let result = try body(transaction)
        if let failure = transaction.failure { throw failure }
        return result
    }

    func rows(_ sql: SQL) throws -> [Row] {
        try running(sql) { statement in
            let columns = Row.Columns(statement.columnNames)
            let answers = try GRDB.Row.fetchCursor(statement)
            var rows: [Row] = []
            while let answer = try answers.next() {
                rows.append(Row(columns: columns, values: try Self.values(of: answer)))
            }
            return rows
        }
    }

    @discardableResult func execute(_ sql: SQL) throws -> Int {
        try running(sql) { statement in
            let before = database.totalChangesCount
            try statement.execute()
            // The count of the last change stays when a statement changes nothing.
            return database.totalChangesCount == before ? 0 : database.changesCount
        }
    }

    private func running<T>(_ sql: SQL, _ run: (Statement) throws -> T) throws -> T {
        if let failure { throw failure }
        do {
            let statement = try prepared(sql)
            do {
                return try run(statement)
            } catch let error as DatabaseError {
                throw StoreFault(sqlite: error)
            }
        } catch {
            failure = error
            throw error
        }
    }

    private func prepared(_ sql: SQL) throws -> Statement {
        do {
            let statement = try database.cachedStatement(sql: sql.text)
            // The places are numbered in the order of the values, so position and name agree.
            try statement.setArguments(StatementArguments(try sql.checkedBindings().map { $0.value.databaseValue }))
            return statement
        } catch let error as DatabaseError {
            // The file is read for its schema, too.
            guard error.resultCode == .SQLITE_ERROR else { throw StoreFault(sqlite: error) }
            // While it is prepared no value has been looked at: the message speaks of the statement's words alone.
            throw StoreFault.other(error.message ?? "\(error.extendedResultCode)")
        }
    }

    private static func values(of row: GRDB.Row) throws -> [Value] {
        try zip(row.columnNames, row.databaseValues).map { column, value in
            switch value.storage {
            case .null: .null
            case .int64(let integer): .integer(integer)
            case .string(let text): .text(text)
            case .blob(let data): .blob([UInt8](data))
            case .double: throw StoreFault.unreadable(column: column, problem: "holds a fraction")
            }
        }
    }
}

extension Value {
    fileprivate var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let integer): integer.databaseValue
        case .text(let text): text.databaseValue
        case .blob(let bytes): Data(bytes).databaseValue
        }
    }
}
