import Program
import Sealing
import Store

extension Programmes {
    /// A member says yes to another term; whoever confirms it is told.
    package func askToRenew(by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .signedIn) { doing in
            let (transaction, agency, account) = (doing.transaction, doing.agency, doing.staff.account)
            guard var membership = try transaction.keptMembership(of: account, agency: agency, on: doing.staff.today)
            else { return .nothing }
            if let refusal = doing.policy.mayAskToRenew(membership, on: doing.staff.today) { return .refused(refusal) }
            membership.renewalOn = doing.staff.today
            try transaction.update(membership, agency: agency.id)
            try doing.answerReminder(.termEnds, of: membership)
            try transaction.note(.renewalAsked, in: membership, agency: agency, on: doing.staff.today, by: account)
            let clauses = doing.policy.membership.term?.basis.clauses ?? []
            try transaction.tell(
                [doing.policy.renewalConfirmedBy], of: membership, under: clauses, in: agency, at: doing.now)
            return .done(.entry(.termRenewalAsked, on: account, under: clauses))
        }
    }

    /// Confirms another term after its member's yes, by the role that the pack names. Whoever was inactive for want of it serves again,
    /// where nothing else keeps them.
    package func confirmRenewal(of member: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.confirmRenewals)) { doing in
            let (transaction, agency, today) = (doing.transaction, doing.agency, doing.staff.today)
            guard let membership = try transaction.keptMembership(of: member, agency: agency, on: today) else {
                return .nothing
            }
            let persons = try transaction.persons(of: [member, doing.staff.account], agency: agency.id)
            if persons.isOne(member, doing.staff.account) {
                return .refused(
                    Refusal("Somebody else confirms your own term.", basis: doing.policy.membership.term?.basis))
            }
            let renewed: Membership
            switch doing.policy.renewed(membership, on: today) {
            case .failure(let refusal): return .refused(refusal)
            case .success(let next): renewed = next
            }
            if let old = membership.termEndsOn {
                try doing.vouching(for: member, with: keys.vouching) {
                    try transaction.extendHoldings(
                        of: doing.policy.supporterRoles.map(\.id), account: member, membership: membership.id,
                        endingOn: old, to: renewed.termEndsOn, agency: agency.id)
                }
            }
            try end(.term, of: membership, doing)
            try transaction.update(renewed, agency: agency.id)
            try transaction.note(.renewed, in: renewed, agency: agency, on: today, by: doing.staff.account)
            try transaction.tellMember(renewed, in: agency, at: doing.now)
            return .done(
                .entry(.termRenewed, on: member, under: doing.policy.membership.term?.basis.clauses ?? []))
        }
    }
}
