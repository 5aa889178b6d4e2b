import Store
import Synchronization

/// A database whose next commit is not answered: the connection breaks at the very end, whether it was kept or not. Later ones are.
package final class UnansweredCommits: Database {
    /// What becomes of the commit that nobody hears of.
    package enum Fate: Sendable, CaseIterable {
        case kept, lost
    }

    private let base: any Database
    private let fate = Mutex<Fate?>(nil)

    package init(_ base: any Database) { self.base = base }

    package func loseTheNextAnswer(_ fate: Fate) { self.fate.withLock { $0 = fate } }

    package var engine: Engine { base.engine }

    package func read<T: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> T) async throws -> T {
        try await base.read(body)
    }

    package func write<T: Sendable>(
        inTurnOf agency: String?, _ body: @escaping @Sendable (any Transaction) throws -> T
    ) async throws -> T {
        let fate = fate.withLock { fate in
            defer { fate = nil }
            return fate
        }
        switch fate {
        case nil: return try await base.write(inTurnOf: agency, body)
        case .kept: _ = try await base.write(inTurnOf: agency, body)
        case .lost:
            try? await base.write(inTurnOf: agency) { transaction in
                _ = try body(transaction)
                throw StoreFault.outcomeUnknown
            }
        }
        throw StoreFault.outcomeUnknown
    }

    package func alterSchema<T: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> T
    ) async throws -> T { try await base.alterSchema(body) }

    package var soundness: Soundness { base.soundness }

    package func lookForDamage() async throws { try await base.lookForDamage() }

    package func dropRemnants() async throws { try await base.dropRemnants() }

    package func close() async { await base.close() }
}
