import Program
import Sealing
import Store

extension Programmes {
    /// Whether the pack has a rule by which the staff member tells of a response in person.
    package func responseRule(for staff: Staff) -> NotificationRule? {
        staff.policy.responseRule(for: staff.rolesToday)
    }

    /// The supporter responds in person now: whoever the pack names is told, and acknowledges (KSO-K.1). Refused where the
    /// pack has no such rule for them. No entry in the chain: when a supporter was out would tell too much.
    package func tellResponse(_ response: NewResponse, by staff: Staff) async throws -> Result<Void, Refusal> {
        try await quietAct(by: staff, .anyOf([.takeRequests, .callOut])) { doing in
            let (staff, agency, transaction) = (doing.staff, doing.agency, doing.transaction)
            switch doing.policy.telling(of: response, for: staff.rolesToday) {
            case .failure(let refusal): return .refused(refusal)
            case .success(let rule):
                let id = RandomId().text
                try transaction.insert(
                    ResponseRow(id: id, account: staff.account, toldOn: staff.today, vehicle: response.vehicle),
                    agency: agency.id)
                try transaction.raise(
                    doing.policy.notice(of: id, under: rule, by: staff.account, at: doing.now), in: agency,
                    at: doing.now)
                return .done(.response)
            }
        }.whileAllowed()
    }
}

extension Staff {
    /// The roles held today.
    package var rolesToday: Set<RoleID> { Set(holdings.filter { $0.isHeld(on: today) }.map(\.role)) }
}
