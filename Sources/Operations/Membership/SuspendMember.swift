import Program
import Sealing
import Store

extension Programmes {
    /// Takes a member off the team at once, where the pack lets the staff member: from this moment they are offered nothing, open
    /// no request, stand on no page or list, and every copy of a key that they had is gone. Whoever has the last word is told
    /// until it is said (KSO-H.9.a, KSO-F.1-0). Nothing of what led to it is kept.
    ///
    /// Nothing where the pack has no such rule for them, or there is no such account.
    package func suspend(_ account: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.manageAccounts)) { doing in
            let (transaction, agency, policy, now) = (doing.transaction, doing.agency, doing.policy, doing.now)
            guard let (rule, decider) = policy.suspending(by: doing.staff.rolesToday),
                try transaction.account(agency: agency.id, id: account) != nil
            else { return .nothing }
            let (suspender, today) = (doing.staff.account, doing.staff.today)
            let refusal = policy.maySuspend(
                account, holding: try transaction.holdings(of: account, agency: agency.id).map(\.holding),
                by: suspender, try transaction.persons(of: [account, suspender], agency: agency.id),
                isSuspended: try transaction.openSuspension(of: account, agency: agency.id) != nil,
                on: today)
            if let refusal { return .refused(refusal) }
            let suspension = Suspension(
                id: RandomId().text, account: account, ground: rule.ground, begunBy: suspender, begunOn: today)
            try transaction.insert(suspension, agency: agency.id)
            if let membership = try transaction.keptMembership(of: account, agency: agency, on: today) {
                if try transaction.openRemoval(of: membership.id, agency: agency.id) == nil {
                    _ = try transaction.begin(of: membership, ground: rule.ground, by: doing.staff, in: agency)
                }
                let heard = policy.membership.removal.consultation?.value ?? []
                try transaction.tell(
                    heard.filter { !doing.staff.holds($0) }, .removalWaits, of: membership, in: agency, at: now)
                try transaction.note(.suspended, in: membership, agency: agency, on: today, by: suspender)
            }
            try takeOffServing(
                account, policy.teamRoles, waitingFor: .suspension(suspension.id), in: agency,
                by: doing.staff.actor, at: now, transaction)
            try transaction.raise(policy.notice(of: suspension, to: decider), in: agency, at: now)
            return .done(
                .entry(
                    .memberSuspended, on: account, under: policy.membership.removal.suspensionClauses,
                    details: [rule.ground]))
        }
    }
}
