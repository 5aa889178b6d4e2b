import Store
import Synchronization

/// A database whose writing fails at a statement of the test's choice, as when the power goes.
struct FailingDatabase: Database {
    let inner: any Database
    let fuse: Fuse

    var engine: Engine { inner.engine }

    func read<T: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> T) async throws -> T {
        try await inner.read(body)
    }

    func write<T: Sendable>(
        inTurnOf agency: String?, _ body: @escaping @Sendable (any Transaction) throws -> T
    ) async throws -> T {
        let fuse = fuse
        return try await inner.write(inTurnOf: agency) { transaction in
            try body(FailingTransaction(inner: transaction, failingAt: fuse.statement))
        }
    }

    func alterSchema<T: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> T) async throws -> T {
        try await inner.alterSchema(body)
    }

    func dropRemnants() async throws { try await inner.dropRemnants() }

    func close() async { await inner.close() }
}

/// Which statement of each transaction fails, from 1; none where it is 0.
final class Fuse: Sendable {
    private let place = Atomic<Int>(0)

    var statement: Int {
        get { place.load(ordering: .sequentiallyConsistent) }
        set { place.store(newValue, ordering: .sequentiallyConsistent) }
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
