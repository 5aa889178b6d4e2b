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

extension Programmes {
    /// The door for acts of staff that the audit chain may hold: it opens the transaction, takes the actor as they are within it,
    /// asks the need once more, does the act, and gives the chain what the act says.
    ///
    /// Acts of one agency take turns, since they write to the same chain.
    ///
    /// - Parameters:
    ///   - need: what the actor must be, as their route asks too.
    ///   - body: loads, asks Program and saves. It may run more than once, so it has no other effect.
    /// - Returns: Nothing where there is no such thing or the power is no longer held.
    package func act<Value: Sendable>(
        by staff: Staff, _ need: Need, _ body: @escaping @Sendable (Doing) throws -> Deed<Value>
    ) async throws -> Result<Value, Refusal>? {
        let now = clock()
        return try await database.write(inTurnOf: staff.agency.id) { transaction in
            guard let present = try stillThere(staff, at: now, transaction) else { return .failure(.sessionEnded) }
            guard need.isMet(by: present.powers, owesSecondFactor: present.owesSecondFactor) else { return nil }
            let deed = try body(Doing(staff: present, transaction: transaction, now: now))
            return try conclude(deed, in: present.agency, by: present.actor, at: now, transaction)
        }
    }

    /// The same by whoever runs the installation, from the command line.
    package func act<Value: Sendable>(
        byOperatorOf agency: Agency, _ body: @escaping @Sendable (any Transaction, Instant) throws -> Deed<Value>
    ) async throws -> Result<Value, Refusal>? {
        let now = clock()
        return try await database.write(inTurnOf: agency.id) { transaction in
            try conclude(try body(transaction, now), in: agency, by: .operator, at: now, transaction)
        }
    }

    private func conclude<Value>(
        _ deed: Deed<Value>, in agency: Agency, by actor: AuditActor, at now: Instant, _ transaction: any Transaction
    ) throws -> Result<Value, Refusal>? {
        switch deed {
        case .nothing: return nil
        case .refused(let refusal): return .failure(refusal)
        case .done(let value, let trace):
            try transaction.leave(trace, in: agency, by: actor, at: now)
            return .success(value)
        }
    }

    /// The same person now: whoever had the session when the gate let them in may have lost it, a role or the programme's pack may
    /// have changed since.
    private func stillThere(_ staff: Staff, at now: Instant, _ transaction: any Transaction) throws -> Staff? {
        guard let session = try transaction.session(id: staff.session.id, at: now) else { return nil }
        return try self.staff(staff.session, of: session, key: staff.key, at: now, transaction)
    }
}

extension Transaction {
    /// Writes what an act leaves in the audit chain.
    fileprivate func leave(_ trace: Trace, in agency: Agency, by actor: AuditActor, at now: Instant) throws {
        switch trace {
        case .silent: break
        case .entries(let entries):
            for entry in entries {
                try record(
                    entry.kind, in: agency, by: actor, on: entry.subject, under: entry.clauses, details: entry.details,
                    at: now)
            }
        }
    }
}
