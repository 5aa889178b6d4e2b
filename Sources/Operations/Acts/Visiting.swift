import Program
import Sealing
import Store
import Synchronization

/// Whoever has come through the gate to do something.
package struct Visiting: Sendable {
    /// No key of one person meets another's.
    let actor: String
    /// What they came as, and what is asked again within each transaction; none for whoever comes with a receipt.
    let right: Right?
    let once: OnceKey?

    struct Right: Sendable {
        let session: SessionKey
        let key: AccountKey
        let need: Need
    }

    /// Staff, by the need of their route.
    package static func staff(_ staff: Staff, _ need: Need, once: OnceKey?) -> Visiting {
        Visiting(
            actor: staff.account, right: Right(session: staff.session, key: staff.key, need: need),
            once: once)
    }

    /// A seeker with their receipt.
    package static func seeker(_ pass: SeekerPass, once: OnceKey?) -> Visiting {
        Visiting(actor: "seeker \(pass.key.id)", right: nil, once: once)
    }
}

extension Programmes {
    /// The same programmes for one act of somebody who came through the gate. Whatever it writes is written only while their right
    /// lasts, and what is sent twice is done once.
    package func visited(by visiting: Visiting) -> Programmes {
        var visited = self
        visited.database = VisitedDatabase(base: database, programmes: self, visiting: visiting)
        return visited
    }

    /// Forgets acts of the day before yesterday and earlier: nobody sends those again.
    package func forgetDoneActs() async throws {
        let now = clock()
        try await database.write { transaction in try transaction.forgetActs(before: now.utcDay - 1) }
    }
}

/// The database as one visit writes to it: closed by default, so that no act can forget to ask.
///
/// The right is asked within the same transaction as the act, so that one that was lost between gate and act does nothing. An
/// act that was done is remembered with what it did, so that neither is stored without the other.
private final class VisitedDatabase: Database {
    private let base: any Database
    private let programmes: Programmes
    private let visiting: Visiting
    /// An act may take several transactions; it is remembered with the first that does something.
    private let isRemembered = Mutex(false)

    init(base: any Database, programmes: Programmes, visiting: Visiting) {
        self.base = base
        self.programmes = programmes
        self.visiting = visiting
    }

    var engine: Engine { base.engine }

    func read<T: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> T) async throws -> T {
        try await base.read(body)
    }

    func write<T: Sendable>(
        inTurnOf agency: String?, _ body: @escaping @Sendable (any Transaction) throws -> T
    ) async throws -> T {
        let now = programmes.clock()
        let name = isRemembered.withLock { $0 } ? nil : name
        let (value, isDone) = try await base.write(inTurnOf: agency) { [programmes, visiting] transaction in
            let asked = try visiting.right.map { right in
                VisitedTransaction(base: transaction, staff: try programmes.ask(right, at: now, transaction))
            }
            if let name, let row = try transaction.doneAct(name) { throw DoneBefore(made: row.made) }
            let value = try body(asked ?? transaction)
            guard let name, case .done(let made)? = (value as? any Concluding)?.conclusion else {
                return (value, false)
            }
            try transaction.rememberAct(name, made: made, on: now.utcDay)
            return (value, true)
        }
        if isDone { isRemembered.withLock { $0 = true } }
        return value
    }

    func alterSchema<T: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> T) async throws -> T {
        try await base.alterSchema(body)
    }

    func dropRemnants() async throws { try await base.dropRemnants() }

    func close() async { await base.close() }

    private var name: [UInt8]? { visiting.once.map { programmes.keys.doneActID(of: visiting.actor, $0.bytes) } }
}

/// A transaction of a visit of staff, with whoever visits as they were asked for within it, so that the door asks nothing twice.
struct VisitedTransaction: Transaction {
    let base: any Transaction
    let staff: Staff

    func rows(_ sql: SQL) throws -> [Row] { try base.rows(sql) }

    func execute(_ sql: SQL) throws -> Int { try base.execute(sql) }
}

extension Programmes {
    /// Whoever visits, as they are now. Throws where the session has ended or the need is met no more.
    fileprivate func ask(_ right: Visiting.Right, at now: Instant, _ transaction: any Transaction) throws -> Staff {
        guard let staff = try staff(of: right.session, with: right.key, at: now, transaction) else {
            throw RightLost(isSignedOut: true)
        }
        guard right.need.isMet(by: staff) else { throw RightLost(isSignedOut: false) }
        return staff
    }
}

extension Instant {
    /// Days since 1970 in UTC: as exact as is needed to forget what is a day old, and no more.
    fileprivate var utcDay: Int64 { milliseconds / 86_400_000 }
}
