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
            try doing.vouching(for: account, with: keys.vouching) {
                try transaction.insert(suspension, interrupting: policy.teamRoles, agency: agency.id)
            }
            try transaction.endDesignees(of: account, agency: agency.id, on: today)
            try transaction.deleteOutbox(of: account, agency: agency.id)
            try transaction.calmed(account, in: agency)
            try transaction.leaveCallOuts(account, in: agency, at: now)
            try letGo(of: account, in: agency, at: now, transaction)
            try transaction.raise(policy.notice(of: suspension, to: decider), in: agency, at: now)
            return .done(
                .entry(
                    .memberSuspended, on: account, under: policy.membership.removal.suspensionClauses,
                    details: [rule.ground]))
        }
    }
}

extension Transaction {
    /// Whoever was paged and is of the team no more does not call in; the desk is told to look.
    func leaveCallOuts(_ account: String, in agency: Agency, at now: Instant) throws {
        try deleteCallerNumbers(for: account, agency: agency.id)
        for page in try runningPages(of: account, agency: agency.id) {
            guard try setAnswer(.cannot, of: account, callOut: page.callOut, agency: agency.id),
                let callOut = try callOut(agency: agency.id, id: page.callOut), callOut.begunBy != account
            else { continue }
            try ping(
                [callOut.begunBy], .urgent, key: "\(CallOutRow.ping(page.callOut)) \(account) left",
                in: agency, at: now)
        }
    }
}
