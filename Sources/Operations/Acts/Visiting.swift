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
        try await database.write { transaction in try transaction.forgetActs(before: now.utcDay - 1, after: now.utcDay)
        }
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
        let writing = Writing(
            name: isRemembered.withLock { $0 } ? nil : name, agency: agency, now: programmes.clock(), body: body)
        do {
            return try await once(writing)
        } catch StoreFault.outcomeUnknown {
            guard let name = writing.name else { throw StoreFault.outcomeUnknown }
            return try await settled(writing, name)
        }
    }

    /// The act, and in the same transaction that it was done.
    private func once<T>(_ writing: Writing<T>) async throws -> T {
        let (value, isDone) = try await base.write(inTurnOf: writing.agency) { [programmes, visiting] transaction in
            let asked = try visiting.right.map { right in
                VisitedTransaction(base: transaction, staff: try programmes.ask(right, at: writing.now, transaction))
            }
            if let name = writing.name, let row = try transaction.doneAct(name) { throw DoneBefore(made: row.made) }
            let value = try writing.body(asked ?? transaction)
            guard let name = writing.name, case .done(let made)? = (value as? any Concluding)?.conclusion else {
                return (value, false)
            }
            try transaction.rememberAct(name, made: made, on: writing.now.utcDay)
            writing.last.withLock { $0 = value }
            return (value, true)
        }
        if isDone { isRemembered.withLock { $0 = true } }
        return value
    }

    /// The answer to the commit was lost. Whether the act was kept stands beside it by its name; where it was not, it is done now,
    /// and the name keeps it from being done twice should the lost commit still come through. Where the database stays away,
    /// nobody knows.
    private func settled<T>(_ writing: Writing<T>, _ name: [UInt8]) async throws -> T {
        func isKept() async throws -> T? {
            guard try await base.read({ transaction in try transaction.doneAct(name) }) != nil else { return nil }
            isRemembered.withLock { $0 = true }
            return writing.last.withLock { $0 }
        }
        do {
            if let value = try await isKept() { return value }
            return try await once(writing)
        } catch let done as DoneBefore {
            guard let value = writing.last.withLock({ $0 }) else { throw done }
            isRemembered.withLock { $0 = true }
            return value
        } catch let fault as StoreFault {
            switch fault {
            case .busy, .unavailable, .timeout, .outcomeUnknown: throw StoreFault.outcomeUnknown
            case .constraint, .damaged, .unreadable, .other: throw fault
            }
        }
    }

    func alterSchema<T: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> T) async throws -> T {
        try await base.alterSchema(body)
    }

    var soundness: Soundness { base.soundness }

    func lookForDamage() async throws { try await base.lookForDamage() }

    func dropRemnants() async throws { try await base.dropRemnants() }

    func close() async { await base.close() }

    private var name: [UInt8]? { visiting.once.map { programmes.keys.doneActID(of: visiting.actor, $0.bytes) } }
}

/// One transaction of a visit.
private final class Writing<T: Sendable>: Sendable {
    /// By which it is remembered; none where another transaction of the act is, or the act carries none.
    let name: [UInt8]?
    let agency: String?
    let now: Instant
    let body: @Sendable (any Transaction) throws -> T
    /// What its newest run came to that did something.
    let last = Mutex<T?>(nil)

    init(name: [UInt8]?, agency: String?, now: Instant, body: @escaping @Sendable (any Transaction) throws -> T) {
        self.name = name
        self.agency = agency
        self.now = now
        self.body = body
    }
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
