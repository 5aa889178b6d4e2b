import Program
import Sealing
import Store
import Synchronization

/// The database as a running server uses it: closed while the server's keys are not those that the database knows.
///
/// Somebody may have replaced a key on another server. What this one seals with the old key, nobody opens later; so it does
/// nothing at all until it is started with the new one. Whoever asks meanwhile hears that nothing was done and that they may ask
/// again, as where the database is away.
final class VouchedDatabase: Database {
    /// For looking whether the keys fit, and for nothing else.
    let base: any Database
    private let keys: ServerKeys
    private let foreign = Mutex<[ServerKeyFile]>([])

    init(_ base: any Database, for keys: ServerKeys) {
        self.base = base
        self.keys = keys
    }

    /// The keys that did not fit when it was looked last.
    var unfit: [ServerKeyFile] { foreign.withLock(\.self) }

    /// The keys of this server that are not those the database knows. Where there are some, the database is closed from now on;
    /// where there are none any more, it is open again.
    func notice(_ known: [ServerKeyRow]) -> [ServerKeyFile] {
        let unfit = known.unfit(of: keys)
        foreign.withLock { $0 = unfit }
        return unfit
    }

    /// Asks within a transaction whose work only these keys open later.
    func requireFit(_ transaction: any Transaction) throws {
        guard notice(try transaction.serverKeys()).isEmpty else { throw Self.closed }
    }

    private static let closed = StoreFault.unavailable("the keys of this server are not those that it knows")

    var engine: Engine { base.engine }

    func read<T: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> T) async throws -> T {
        guard unfit.isEmpty else { throw Self.closed }
        return try await base.read(body)
    }

    func write<T: Sendable>(
        inTurnOf agency: String?, _ body: @escaping @Sendable (any Transaction) throws -> T
    ) async throws -> T {
        guard unfit.isEmpty else { throw Self.closed }
        return try await base.write(inTurnOf: agency, body)
    }

    func alterSchema<T: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> T) async throws -> T {
        guard unfit.isEmpty else { throw Self.closed }
        return try await base.alterSchema(body)
    }

    var soundness: Soundness { base.soundness }

    func lookForDamage() async throws { try await base.lookForDamage() }

    func dropRemnants() async throws {
        guard unfit.isEmpty else { throw Self.closed }
        try await base.dropRemnants()
    }

    func close() async { await base.close() }
}

extension Programmes {
    /// Compares this server's keys with those the database knows, which somebody may have replaced on another server. While they
    /// differ it does nothing, and `/health` says so.
    ///
    /// - Returns: the keys that do not fit; nothing where the database does not answer.
    @discardableResult
    func compareKeys() async -> [ServerKeyFile]? {
        let known = try? await vouched.base.read(within: longestLook) { transaction in try transaction.serverKeys() }
        return known.map(vouched.notice)
    }
}
