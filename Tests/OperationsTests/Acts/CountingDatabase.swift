import Store
import Synchronization

/// A database that counts the statements of what writes.
struct CountingDatabase: Database {
    let inner: any Database
    let statements: CountedStatements

    var engine: Engine { inner.engine }

    func read<T: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> T) async throws -> T {
        try await inner.read(body)
    }

    func write<T: Sendable>(
        inTurnOf agency: String?, _ body: @escaping @Sendable (any Transaction) throws -> T
    ) async throws -> T {
        let statements = statements
        return try await inner.write(inTurnOf: agency) { transaction in
            try body(CountingTransaction(inner: transaction, statements: statements))
        }
    }

    func alterSchema<T: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> T) async throws -> T {
        try await inner.alterSchema(body)
    }

    func dropRemnants() async throws { try await inner.dropRemnants() }

    func close() async { await inner.close() }
}

final class CountedStatements: Sendable {
    private let counted = Atomic<Int>(0)

    var count: Int { counted.load(ordering: .sequentiallyConsistent) }
    func reset() { counted.store(0, ordering: .sequentiallyConsistent) }
    func add() { counted.add(1, ordering: .sequentiallyConsistent) }
}

private struct CountingTransaction: Transaction {
    let inner: any Transaction
    let statements: CountedStatements

    func rows(_ sql: SQL) throws -> [Row] {
        statements.add()
        return try inner.rows(sql)
    }

    func execute(_ sql: SQL) throws -> Int {
        statements.add()
        return try inner.execute(sql)
    }
}
