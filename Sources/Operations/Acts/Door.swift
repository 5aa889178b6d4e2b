import Program
import Sealing
import Store

/// Who does an act, as things are within its transaction, and what it is done with.
package struct Doing {
    /// Their account with the roles and powers of this moment, under the pack in force.
    package let staff: Staff
    package let transaction: any Transaction
    package let now: Instant

    var agency: Agency { staff.agency }
    var policy: PolicyPack { staff.policy }
}

// The doors of staff. Each opens the transaction, takes the actor as they are within it, asks the need once more, does the act, and
// keeps of it what the act says. A body loads, asks Program and saves; it may run more than once, so it has no other effect.
extension Programmes {
    /// The door for acts that the audit chain may hold. Acts of one agency take turns here, since they write to the same chain.
    ///
    /// - Parameter need: what the actor must be, as their route asks too.
    /// - Returns: Nothing where there is no such thing or the power is no longer held.
    package func act<Value: Sendable>(
        by staff: Staff, _ need: Need, _ body: @escaping @Sendable (Doing) throws -> Deed<Value>
    ) async throws -> Result<Value, Refusal>? {
        let now = clock()
        return try await database.write(inTurnOf: staff.agency.id) { transaction in
            try answer(by: staff, need, at: now, transaction) { doing in
                let deed = try body(doing)
                try transaction.leave(deed, in: doing.agency, by: doing.staff.actor, at: now)
                return deed.answer
            }
        }
    }

    /// The door for acts that the chain never holds. They write to no chain, so they wait for nobody.
    package func quietAct<Value: Sendable>(
        by staff: Staff, _ need: Need, _ body: @escaping @Sendable (Doing) throws -> QuietDeed<Value>
    ) async throws -> Result<Value, Refusal>? {
        let now = clock()
        return try await database.write { transaction in
            try answer(by: staff, need, at: now, transaction) { doing in try body(doing).answer }
        }
    }

    /// What a look leaves: messages are seen, an offer that an incident bars is passed on. It is no act, so it is not remembered as
    /// one, and nobody is refused it; where the right to look was lost it leaves nothing.
    func look(by staff: Staff, _ need: Need, leaving body: @escaping @Sendable (Doing) throws -> Void) async throws {
        let now = clock()
        try await database.write { transaction in
            guard let present = try present(staff, at: now, transaction), need.isMet(by: present) else { return }
            try body(Doing(staff: present, transaction: transaction, now: now))
        }
    }

    private func answer<Value>(
        by staff: Staff, _ need: Need, at now: Instant, _ transaction: any Transaction,
        _ body: (Doing) throws -> Result<Value, Refusal>?
    ) throws -> Result<Value, Refusal>? {
        guard let present = try present(staff, at: now, transaction) else { return .failure(.sessionEnded) }
        guard need.isMet(by: present) else { return nil }
        return try body(Doing(staff: present, transaction: transaction, now: now))
    }

    /// The same person now: whoever had the session when the gate let them in may have lost it, a role or the programme's pack may
    /// have changed since. Whoever came through the gate was asked just now, within this very transaction.
    private func present(_ staff: Staff, at now: Instant, _ transaction: any Transaction) throws -> Staff? {
        if let visited = transaction as? VisitedTransaction, visited.staff.session.id == staff.session.id {
            return visited.staff
        }
        return try self.staff(of: staff.session, with: staff.key, at: now, transaction)
    }
}

extension Programmes {
    /// The door for acts of whoever runs the installation, from the command line.
    package func act<Value: Sendable>(
        byOperatorOf agency: Agency, _ body: @escaping @Sendable (any Transaction, Instant) throws -> Deed<Value>
    ) async throws -> Result<Value, Refusal>? {
        let now = clock()
        return try await database.write(inTurnOf: agency.id) { transaction in
            let deed = try body(transaction, now)
            try transaction.leave(deed, in: agency, by: .operator, at: now)
            return deed.answer
        }
    }
}

extension Programmes {
    /// The door for what an agency's own directory pushes.
    func act<Value: Sendable>(
        byDirectoryOf agency: Agency, _ body: @escaping @Sendable (any Transaction, Instant) throws -> Deed<Value>
    ) async throws -> Result<Value, Refusal>? {
        let now = clock()
        return try await database.write(inTurnOf: agency.id) { transaction in
            let deed = try body(transaction, now)
            try transaction.leave(deed, in: agency, by: .directory, at: now)
            return deed.answer
        }
    }
}

/// What came of an act by which somebody showed who they are, with whose account it is.
protocol Proving: Sendable {
    var account: String { get }
}

// The doors of whoever has no session, and shows within the act who they are, by a passphrase or a code.
extension Programmes {
    /// The door for acts that the audit chain may hold, as acts of the account that was shown to be theirs.
    func act<Value: Proving>(
        provingAt agency: Agency, _ body: @escaping @Sendable (any Transaction, Instant) throws -> Deed<Value>
    ) async throws -> Result<Value, Refusal>? {
        let now = clock()
        return try await database.write(inTurnOf: agency.id) { transaction in
            let deed = try body(transaction, now)
            if case .done(let value, _) = deed {
                try transaction.leave(deed, in: agency, by: .account(value.account), at: now)
            }
            return deed.answer
        }
    }

    /// The door for acts that the chain never holds.
    func quietAct<Value: Sendable>(
        provingAt agency: Agency, _ body: @escaping @Sendable (any Transaction, Instant) throws -> QuietDeed<Value>
    ) async throws -> Result<Value, Refusal>? {
        let now = clock()
        return try await database.write { transaction in try body(transaction, now).answer }
    }
}

extension Need {
    /// Whether that person meets it.
    func isMet(by staff: Staff) -> Bool { isMet(by: staff.powers, owesSecondFactor: staff.owesSecondFactor) }
}

extension Transaction {
    /// Writes what an act that was done leaves in the audit chain.
    fileprivate func leave<Value>(_ deed: Deed<Value>, in agency: Agency, by actor: AuditActor, at now: Instant) throws
    {
        guard case .done(_, .entries(let entries)) = deed else { return }
        for entry in entries {
            try record(
                entry.kind, in: agency, by: actor, on: entry.subject, under: entry.clauses, details: entry.details,
                at: now)
        }
    }
}
