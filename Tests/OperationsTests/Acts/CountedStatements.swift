import Store
import Synchronization
import TestSupport

/// Counts the statements of what writes.
final class CountedStatements: Sendable {
    private let counted = Atomic<Int>(0)

    var count: Int { counted.load(ordering: .sequentiallyConsistent) }
    func reset() { counted.store(0, ordering: .sequentiallyConsistent) }

    func of(_ database: any Database) -> any Database {
        InterposedDatabase(database) { CountingTransaction(inner: $0, statements: self) }
    }

    fileprivate func add() { counted.add(1, ordering: .sequentiallyConsistent) }
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
