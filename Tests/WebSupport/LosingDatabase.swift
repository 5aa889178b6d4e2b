import Store

/// A database in which somebody loses their right between the gate, which reads, and their act, which writes: the loss stands at the
/// beginning of every write. Where the act then refuses to be done, the loss is undone with it, and the next can be tried.
package final class LosingDatabase: Database {
    /// What is lost.
    package enum Loss: Sendable {
        /// Every session has ended.
        case session
        /// Nobody holds a role any more.
        case roles
    }

    private let base: any Database
    private let loss: Loss

    package init(_ base: any Database, losing loss: Loss) {
        self.base = base
        self.loss = loss
    }

    package var engine: Engine { base.engine }

    package func read<T: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> T) async throws -> T {
        try await base.read(body)
    }

    package func write<T: Sendable>(
        inTurnOf agency: String?, _ body: @escaping @Sendable (any Transaction) throws -> T
    ) async throws -> T {
        try await base.write(inTurnOf: agency) { [loss] transaction in
            switch loss {
            case .session: try transaction.execute("UPDATE session SET ends_at = 0")
            case .roles: try transaction.execute("UPDATE holding SET starts_on = '2199-01-01', held_until = NULL")
            }
            return try body(transaction)
        }
    }

    package func alterSchema<T: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> T
    ) async throws -> T { try await base.alterSchema(body) }

    package func dropRemnants() async throws { try await base.dropRemnants() }

    package func close() async { await base.close() }
}
