import Program
import Sealing
import Store

extension Programmes {
    /// A yes to activating supporters after hours (OCP-I.C.2.c), for a request or for a call-out of a desk: they are asked at once.
    /// Nothing where this person is not asked for it, somebody has taken the request already, or the call-out is finished.
    ///
    /// - Parameter id: of the activation, which the notice names; never of a request.
    package func approveActivation(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .signedIn) { doing in
            let (agency, transaction, escalation) = (doing.agency, doing.transaction, doing.policy.escalation)
            guard let rule = escalation.activation(approvedBy: doing.staff.rolesToday) else { return .nothing }
            if try transaction.callOut(ofActivation: id, agency: agency.id) != nil {
                return try approveCallOut(id, under: rule, doing)
            }
            guard
                let row = try transaction.requestRoutes.request(agency: agency.id, offering: id),
                case .offered(let stage, _, _) = row.standing
            else { return .nothing }
            if let refusal = escalation.mayApprove(at: stage, under: rule) { return .refused(refusal) }
            let around = try askingAround(for: row.pack, in: agency, at: doing.now, transaction)
            try transaction.withdrawNotices(about: id, in: agency)
            try transaction.askAround(
                for: row.id, from: .secondApproval, seen: row.standing,
                waves: try transaction.requestRoutes.copies(of: row.id).waves, offering: id, around)
            try answeredAsking(by: doing.staff.account, in: agency, at: doing.now, transaction)
            return .done(.entry(.activationApproved, on: id, under: rule.basis.clauses))
        }
    }
}
