import Program
import Sealing
import Store

// The one way off serving and back. Whatever is the cause, from that moment somebody is offered nothing, opens no request, stands on no
// page or list, and every copy of a key that they had is gone.
extension Programmes {
    /// Takes somebody off serving: their roles rest, or end where nothing is to come back.
    ///
    /// - Parameters:
    ///   - roles: which of their roles.
    ///   - interruption: what they wait for; nothing where they do not come back.
    ///   - termEnd: a role that ended by itself with this day waits as well.
    func takeOffServing(
        _ account: String, _ roles: [RoleID], waitingFor interruption: Interruption?, endedWith termEnd: Day? = nil,
        in agency: Agency, by actor: AuditActor, at now: Instant, _ transaction: any Transaction
    ) throws {
        let today = try agency.day(at: now)
        try transaction.vouching(for: [account], in: agency, by: actor, with: keys.vouching, at: now) {
            if let interruption {
                try transaction.interrupt(
                    roles, of: account, by: interruption, agency: agency.id, on: today, endedWith: termEnd)
            } else {
                for row in try transaction.holdings(of: account, agency: agency.id)
                where roles.contains(row.holding.role) && row.holding.until.map({ $0 > today }) ?? true {
                    try transaction.endHolding(agency: agency.id, account: account, id: row.id, on: today)
                }
            }
        }
        try transaction.endDesignees(of: account, agency: agency.id, on: today)
        try transaction.deleteOutbox(of: account, agency: agency.id)
        try transaction.calmed(account, in: agency)
        try transaction.leaveCallOuts(account, in: agency, at: now)
        try letGo(of: account, in: agency, at: now, transaction)
    }

    /// Lets somebody's roles go on as they were, once nothing keeps them from serving. Where something else still does, they wait for
    /// that instead.
    ///
    /// - Parameter standing: the membership with what still pauses it, the one that is over left out; nothing for somebody without one.
    func letServe(
        _ account: String, after interruption: Interruption, standing: Membership?, in agency: Agency,
        by actor: AuditActor, at now: Instant, _ transaction: any Transaction
    ) throws {
        let today = try agency.day(at: now)
        if let standing, !standing.pauses.isEmpty {
            guard case .suspension(let suspension) = interruption else { return }
            return try transaction.passInterrupted(from: suspension, toPausesOf: standing.id)
        }
        try transaction.vouching(for: [account], in: agency, by: actor, with: keys.vouching, at: now) {
            for interrupted in try transaction.interruptedHoldings(by: interruption, agency: agency.id) {
                let others = try transaction.holdings(
                    of: [interrupted.holding.role], agency: agency.id, heldAfter: today
                ).filter { $0.account != account }.map(\.holding)
                let own = try transaction.holdings(ofPersonOf: account, agency: agency.id, heldAfter: today)
                guard agency.policy.mayGoOn(interrupted.holding, beside: others, own: own) else { continue }
                try transaction.goOn(interrupted, account: account, agency: agency.id)
            }
        }
        if let standing { try transaction.forgetInterrupted(byPausesOf: standing.id) }
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
