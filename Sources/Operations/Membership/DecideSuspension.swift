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
            if decision == .remove, let suspension,
                let (_, removal) = try transaction.removalUnderWay(of: suspension.account, in: agency),
                let refusal = doing.policy.lacksConsultation(removal.heard)
            {
                return .refused(refusal)
            }
            try carryOut(ended, doing)
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

extension Programmes {
    private func carryOut(_ end: SuspensionEnd, _ doing: Doing) throws {
        let (transaction, agency, actor) = (doing.transaction, doing.agency, doing.staff.actor)
        switch end {
        case .removed(let suspension, let day):
            try transaction.confirmSuspension(suspension.id, agency: agency.id, on: day)
            if let (_, removal) = try transaction.removalUnderWay(of: suspension.account, in: agency) {
                try transaction.decideRemoval(removal.id, isRemoved: true, on: day, agency: agency.id)
            }
            try endMembership(
                of: suspension.account, .removed, in: agency, by: actor, doing.staff.account, at: doing.now,
                transaction)
        case .lifted(let suspension):
            let member = suspension.account
            var membership = try transaction.livingMembership(of: member, agency: agency.id)
            membership?.pauses.removeAll { $0.cause == .suspension }
            try letServe(
                member, after: .suspension(suspension.id), standing: membership, in: agency, by: actor, at: doing.now,
                transaction)
            if let (_, removal) = try transaction.removalUnderWay(of: member, in: agency) {
                try transaction.decideRemoval(
                    removal.id, isRemoved: false, on: doing.staff.today, agency: agency.id)
            }
            if let membership {
                try transaction.note(
                    .suspensionLifted, in: membership, agency: agency, on: doing.staff.today, by: doing.staff.account)
            }
            try transaction.deleteSuspension(suspension.id, agency: agency.id)
        }
    }
}
