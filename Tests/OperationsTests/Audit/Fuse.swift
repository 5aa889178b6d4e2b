import Store
import Synchronization
import TestSupport

/// Which statement of each transaction fails, from 1; none where it is 0.
final class Fuse: Sendable {
    private let place = Atomic<Int>(0)

    var statement: Int {
        get { place.load(ordering: .sequentiallyConsistent) }
        set { place.store(newValue, ordering: .sequentiallyConsistent) }
    }

    /// The database with this in it, as when the power goes amid a transaction.
    func `in`(_ database: any Database) -> any Database {
        InterposedDatabase(database) { FailingTransaction(inner: $0, failingAt: self.statement) }
    }
}

struct PowerFailure: Error {}

private final class FailingTransaction: Transaction {
    private let inner: any Transaction
    private let failingAt: Int
    private var count = 0

    init(inner: any Transaction, failingAt: Int) {
        self.inner = inner
        self.failingAt = failingAt
    }

    func rows(_ sql: SQL) throws -> [Row] {
        try step()
        return try inner.rows(sql)
    }

    func execute(_ sql: SQL) throws -> Int {
        try step()
        return try inner.execute(sql)
    }

    private func step() throws {
        count += 1
        if count == failingAt { throw PowerFailure() }
    }
}
