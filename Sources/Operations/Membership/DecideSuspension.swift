import Program
import Sealing
import Store

extension Programmes {
    /// The last word on a suspension, by whom a notice asks for it: the member is removed for good, or everything is as it was
    /// before (KSO-F.1-0). Nothing where it is no notice of theirs, or asks for something else.
    package func decideSuspension(
        _ notice: String, _ decision: SuspensionDecision, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .signedIn) { doing in
            let (transaction, agency, account) = (doing.transaction, doing.agency, doing.staff.account)
            guard let notice = try transaction.notice(notice, for: transaction.reader(doing.staff)),
                notice.kind == .suspension
            else { return .nothing }
            let suspension = try notice.about.flatMap { try transaction.suspension($0, agency: agency.id) }
            let hands = [account] + (suspension.map { [$0.account, $0.begunBy] } ?? [])
            let decided = doing.policy.decided(
                decision, on: suspension, isAsked: notice.isOpen, by: account,
                try transaction.persons(of: hands, agency: agency.id), on: doing.staff.today)
            let ended: SuspensionEnd
            switch decided {
            case .failure(let refusal): return .refused(refusal)
            case .success(let end): ended = end
            }
            try doing.vouching(for: ended.member, with: keys.vouching) {
                try transaction.carryOut(ended, in: agency)
            }
            try transaction.answer(
                notice, Acknowledgement(by: account, at: doing.now, how: .page), in: agency)
            return .done(.entry(ended.kind, on: ended.member, under: notice.clauses))
        }
    }
}

extension SuspensionEnd {
    fileprivate var kind: AuditKind {
        switch self {
        case .removed: .memberRemoved
        case .lifted: .memberRestored
        }
    }

    fileprivate var member: String {
        switch self {
        case .removed(let suspension, _), .lifted(let suspension): suspension.account
        }
    }
}

extension Transaction {
    fileprivate func carryOut(_ end: SuspensionEnd, in agency: Agency) throws {
        switch end {
        case .removed(let suspension, let day):
            try confirmSuspension(suspension.id, agency: agency.id, on: day)
        case .lifted(let suspension): try lift(suspension, in: agency)
        }
    }

    /// Lets the member's roles go on as they were, and forgets that they were interrupted.
    private func lift(_ suspension: Suspension, in agency: Agency) throws {
        for interrupted in try interruptedHoldings(of: suspension, agency: agency.id) {
            let others = try holdings(
                of: [interrupted.holding.role], agency: agency.id, heldAfter: suspension.begunOn
            ).filter { $0.account != suspension.account }.map(\.holding)
            let own = try holdings(ofPersonOf: suspension.account, agency: agency.id, heldAfter: suspension.begunOn)
            guard agency.policy.mayGoOn(interrupted.holding, beside: others, own: own) else { continue }
            try goOn(interrupted, account: suspension.account, agency: agency.id)
        }
        try deleteSuspension(suspension.id, agency: agency.id)
    }
}
