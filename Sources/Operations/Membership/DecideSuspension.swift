import Program
import Store

extension Programmes {
    /// The last word on a suspension, by whom a notice asks for it: the member is removed for good, or everything is as it was
    /// before (KSO-F.1-0). Nothing where it is no notice of theirs, or asks for something else.
    package func decideSuspension(
        _ notice: String, _ decision: SuspensionDecision, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        let now = clock()
        return try await database.write { transaction in
            guard let notice = try transaction.notice(notice, for: transaction.reader(staff)),
                notice.kind == .suspension
            else {
                return nil
            }
            guard notice.isOpen, let id = notice.about,
                let suspension = try transaction.suspension(id, agency: staff.agency.id), suspension.isOpen
            else { return .failure(Refusal("The last word on this was said before.")) }
            if let refusal = staff.policy.mayDecide(on: suspension, by: staff.account) { return .failure(refusal) }
            switch decision {
            case .remove:
                _ = try transaction.confirmSuspension(id, agency: staff.agency.id, on: staff.today)
            case .lift: try transaction.lift(suspension, in: staff.agency)
            }
            try transaction.answer(
                notice, Acknowledgement(by: staff.account, at: now, how: .page), in: staff.agency)
            try transaction.record(
                decision.act, in: staff.agency, by: staff.actor, on: suspension.account, under: notice.clauses, at: now)
            return .success(())
        }
    }
}

extension SuspensionDecision {
    fileprivate var act: AuditKind {
        switch self {
        case .remove: .memberRemoved
        case .lift: .memberRestored
        }
    }
}

extension Transaction {
    /// Lets the member's roles go on as they were, and forgets that they were interrupted.
    fileprivate func lift(_ suspension: Suspension, in agency: Agency) throws {
        for interrupted in try interruptedHoldings(of: suspension, agency: agency.id) {
            let others = try holdings(
                of: [interrupted.holding.role], agency: agency.id, heldAfter: suspension.begunOn
            ).filter { $0.account != suspension.account }.map(\.holding)
            guard agency.policy.mayGoOn(interrupted.holding, beside: others) else { continue }
            try goOn(interrupted, account: suspension.account, agency: agency.id)
        }
        try deleteSuspension(suspension.id, agency: agency.id)
    }
}
