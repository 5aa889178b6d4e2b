import Store
import TestSupport

/// A new database with the tables of a test, made as the programme's own are made.
func database(_ engine: Engine, _ tables: String...) async throws -> any Database {
    let database = try await TestDatabase.fresh(engine)
    try await Migrator([Migration(number: 1, name: "tables of the test", statements: tables)]).migrate(database, now: 0)
    return database
}

/// The only row of an answer.
func answer(_ engine: Engine, _ sql: SQL) async throws -> Row {
    let database = try await TestDatabase.fresh(engine)
    let rows = try await database.read { try $0.rows(sql) }
    guard let row = rows.first, rows.count == 1 else { throw Unexpected.rows(rows.count) }
    return row
}

extension Database {
    /// The first integer of the answer to a question.
    func integer(_ sql: SQL) async throws -> Int {
        try await read { transaction in
            guard let row = try transaction.row(sql) else { throw Unexpected.rows(0) }
            return try row.int(0)
        }
    }

    /// What a write throws; nil where it succeeds.
    func fault(_ body: @escaping @Sendable (any Transaction) throws -> Void) async -> (any Error)? {
        do {
            try await write(body)
            return nil
        } catch {
            return error
        }
    }
}

/// The kind of rule whose breach an error tells of; nil for any other error.
func brokenRule(_ error: (any Error)?) -> StoreFault.Constraint.Kind? {
    guard case .constraint(let constraint) = error as? StoreFault else { return nil }
    return constraint.kind
}

enum Unexpected: Error, Equatable {
    case rows(Int)
    case wanted
}

let engines = TestDatabase.engines
let onPostgreSQL = engines.contains(.postgresql)
let onSQLite = engines.contains(.sqlite)
