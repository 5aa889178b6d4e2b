import Program
import Store

extension Programmes {
    /// Of the registers that the policy has kept: counts alone.
    func registers(_ staff: Staff, _ transaction: any Transaction) throws -> [Evidence] {
        let (agency, policy, today) = (staff.agency, staff.policy, staff.today)
        var found: [Evidence] = []
        if policy.awareness.equipment != nil {
            let items = try transaction.equipment(agency: agency.id)
            let members = try transaction.memberAccounts(of: agency, on: today)
            found.append(
                Evidence(
                    .equipment, done: items.count { $0.loan != nil }, of: items.count,
                    missing: items.count { $0.isDueBack(from: members) }))
        }
        if policy.awareness.isKept {
            let done = try transaction.awareness(agency: agency.id, since: today.adding(days: -365) ?? today)
            let isDue = policy.awareness.awarenessDue(done, on: today) != nil
            found.append(Evidence(.awareness, done: done.count, of: done.count, missing: isDue ? 1 : 0))
        }
        if let rule = policy.governance.budget {
            let year = today.month.year
            let written = try transaction.budget(agency: agency.id, years: year...year)
            found.append(
                Evidence(
                    .budget, done: written.count { $0.planned != .none }, of: rule.lines.count,
                    missing: written.count(where: \.isOverspent)))
        }
        let help = try transaction.referrals(agency: agency.id)
        let late = help.count { $0.isPastCheck(on: today) }
        found.append(Evidence(.referrals, done: help.count - late, of: help.count, missing: late))
        return found
    }
}
