import Program
import Sealing
import Store

extension Programmes {
    /// A yes to activating supporters after hours (OCP-I.C.2.c): they are asked at once. Nothing where this person is not asked
    /// for it, or somebody has taken the request already.
    ///
    /// - Parameter id: of the activation, which the notice names; never of a request.
    package func approveActivation(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        let now = clock()
        return try await database.write { transaction in
            guard let rule = staff.policy.escalation.afterHoursActivation,
                staff.holds(rule.approvedBy) || staff.holds(rule.then),
                let row = try transaction.requestRoutes.request(agency: staff.agency.id, offering: id),
                case .offered(let stage, _, _) = row.standing
            else { return nil }
            if let refusal = staff.policy.escalation.mayApprove(at: stage, under: rule) { return .failure(refusal) }
            let around = try askingAround(for: row.pack, in: staff.agency, at: now, transaction)
            try transaction.withdrawNotices(about: id, in: staff.agency)
            try transaction.askAround(
                for: row.id, from: .secondApproval, seen: row.standing,
                waves: try transaction.requestRoutes.copies(of: row.id).waves,
                offering: id, around)
            try transaction.record(
                .activationApproved, in: staff.agency, by: staff.actor, on: id, under: rule.basis.clauses, at: now)
            return .success(())
        }
    }
}
