import Store

/// A database with something between whoever writes and the transaction, such as a fault or a count. Reads go by.
package struct InterposedDatabase: Database {
    private let base: any Database
    private let interpose: @Sendable (any Transaction) throws -> any Transaction

    /// - Parameter interpose: what a body gets instead of the transaction, made within it.
    package init(
        _ base: any Database, between interpose: @escaping @Sendable (any Transaction) throws -> any Transaction
    ) {
        self.base = base
        self.interpose = interpose
    }

    package var engine: Engine { base.engine }

    package func read<T: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> T) async throws -> T {
        try await base.read(body)
    }

    package func write<T: Sendable>(
        inTurnOf agency: String?, _ body: @escaping @Sendable (any Transaction) throws -> T
    ) async throws -> T {
        try await base.write(inTurnOf: agency) { [interpose] transaction in try body(try interpose(transaction)) }
    }

    package func alterSchema<T: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> T
    ) async throws -> T { try await base.alterSchema(body) }

    package var soundness: Soundness { base.soundness }

    package func lookForDamage() async throws { try await base.lookForDamage() }

    package func dropRemnants() async throws { try await base.dropRemnants() }

    package func close() async { await base.close() }
}
