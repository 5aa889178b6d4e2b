import Program
import Store

/// A suspension as those see it who suspend, or have the last word.
package struct SuspendedMember: Sendable, Equatable {
    package let suspension: Suspension
    package let name: String
    /// In the pack's words.
    package let ground: String
    /// The title of the role that has the last word.
    package let decider: String
}

/// A suspension as the member sees it. The ground is not repeated: its clause says enough.
package struct OwnSuspension: Sendable, Equatable {
    package let since: Day
    /// Nothing while it waits for the last word.
    package let removedOn: Day?
    package let decider: String
    package let clauses: [ClauseID]
}

extension Programmes {
    /// Whether the pack lets the staff member suspend members.
    package func maySuspend(_ staff: Staff) -> Bool {
        staff.policy.suspending(by: staff.rolesToday) != nil
    }

    /// The account's suspension that waits, or was confirmed last, for whoever suspends; nothing for anybody else.
    package func suspension(of account: String, by staff: Staff) async throws -> SuspendedMember? {
        guard maySuspend(staff) else { return nil }
        return try await database.read { transaction in
            try transaction.latestSuspension(of: account, agency: staff.agency.id).map {
                try transaction.member($0, in: staff.agency)
            }
        }
    }

    /// What the member is told on their own home: while it waits, and for a month after a removal.
    package func ownSuspension(of staff: Staff) async throws -> OwnSuspension? {
        let removal = staff.policy.membership.removal
        guard removal.suspension != nil, let decider = removal.decider else { return nil }
        return try await database.read { transaction in
            guard let suspension = try transaction.latestSuspension(of: staff.account, agency: staff.agency.id),
                suspension.isTold(on: staff.today)
            else { return nil }
            return OwnSuspension(
                since: suspension.begunOn, removedOn: suspension.confirmedOn,
                decider: staff.policy.title(of: decider), clauses: removal.suspensionClauses)
        }
    }
}

extension Transaction {
    /// A suspension with the words for it.
    func member(_ suspension: Suspension, in agency: Agency) throws -> SuspendedMember {
        let removal = agency.policy.membership.removal
        return SuspendedMember(
            suspension: suspension,
            name: try accountNames(agency: agency.id, of: [suspension.account])[suspension.account] ?? "",
            ground: removal.grounds.first { $0.id == suspension.ground }?.label ?? suspension.ground,
            decider: removal.decider.map { agency.policy.title(of: $0) } ?? "")
    }
}
