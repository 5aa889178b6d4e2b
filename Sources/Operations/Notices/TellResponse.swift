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
        let rule: NotificationRule
        switch staff.policy.tellingOfResponse(for: staff.rolesToday) {
        case .failure(let refusal): return .failure(refusal)
        case .success(let given): rule = given
        }
        if let refusal = staff.policy.refusal(of: response) { return .failure(refusal) }
        let now = clock()
        let id = RandomId().text
        return try await database.write { transaction in
            try transaction.insert(
                ResponseRow(id: id, account: staff.account, toldOn: staff.today, vehicle: response.vehicle),
                agency: staff.agency.id)
            try transaction.raise(
                staff.policy.notice(of: id, under: rule, by: staff.account, at: now), in: staff.agency, at: now)
            return .success(())
        }
    }
}

extension Staff {
    /// The roles held today.
    package var rolesToday: Set<RoleID> { Set(holdings.filter { $0.isHeld(on: today) }.map(\.role)) }
}
