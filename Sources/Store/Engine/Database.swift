/// The engines the programme can be kept in.
package enum Engine: String, Sendable, CaseIterable {
    /// One file beside the server, through GRDB.
    case sqlite
    /// A database server shared by any number of nodes, through libpq.
    case postgresql
}

/// An open database, whichever the engine. Opened by `DatabaseAddress.open`.
///
/// A body is one transaction, and transactions have the effect of running one after the other. A body may run more than
/// once (PostgreSQL repeats it when it collided with another), so it has no effect but on its transaction. What a body
/// returns reaches the caller only after the commit; when a body throws, nothing it did is kept and the caller gets the
/// error. Cancelling the caller's task does not undo a write that is under way.
package protocol Database: Sendable {
    var engine: Engine { get }

    /// Runs a body that only reads, on one unchanging state of the whole database. A statement that writes is refused.
    func read<T: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> T) async throws -> T

    /// Runs a body that reads and writes. It is durable when this returns.
    ///
    /// Writes in the turn of one agency run one after the other, on whichever server they were begun: each waits before it
    /// looks at anything, so they cannot collide. Give the agency where a body writes what every such act of the agency
    /// writes, as the end of its audit chain is. A body that writes rows of its own alone, such as an entry in one's draft
    /// sheet, waits for nobody: give nil.
    ///
    /// - Throws: `StoreFault.busy` where the turn, or a try without a collision, was not had in time.
    @discardableResult
    func write<T: Sendable>(
        inTurnOf agency: String?, _ body: @escaping @Sendable (any Transaction) throws -> T
    ) async throws -> T

    /// Runs a body that changes the schema, one such body at a time among all servers that share the database, with no
    /// limit of time. SQLite checks foreign keys at its end only, so that a table may be rebuilt.
    @discardableResult
    func alterSchema<T: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> T) async throws -> T

    /// What this server has seen of the state of the database's files.
    var soundness: Soundness { get }

    /// Looks through the whole database for damage, beside whatever else is done, and keeps in `soundness` what it finds. On SQLite
    /// it takes about a second for 200 MB. PostgreSQL's servers are looked through by their operators.
    ///
    /// - Throws: `StoreFault.damaged` where there is some.
    func lookForDamage() async throws

    /// Lets go of what the engine keeps of deleted content for its own use, as far as it can just now: SQLite empties its
    /// write-ahead log. PostgreSQL's servers are vacuumed by their operators.
    func dropRemnants() async throws

    /// Finishes what was begun, refuses what comes later with `StoreFault.unavailable`, and lets go of the database.
    func close() async
}

extension Database {
    /// Runs a body that reads and writes, in nobody's turn.
    @discardableResult
    package func write<T: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> T
    ) async throws -> T { try await write(inTurnOf: nil, body) }
}
