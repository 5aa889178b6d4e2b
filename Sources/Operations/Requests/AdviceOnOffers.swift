import Program
import Store

/// Whom a supporter may ask before they say whether an offer is for them, and how.
package struct Adviser: Sendable, Equatable {
    package let role: RoleID
    package let title: String
    /// The role's numbers of this hour.
    package let calls: [ToCall]
    /// Whether somebody else holds the role today, who can call back.
    package let canCallBack: Bool
    /// Whether the supporter has asked to be called back and nobody has answered yet.
    package let isAskedToCallBack: Bool
}

extension Programmes {
    /// Has the role that the pack names called for a supporter who is not sure whether an offer is for them. The offer stays with them.
    /// Nothing where it is not offered to them.
    package func askToBeCalledBack(about id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await quietAct(by: staff, .holding(.takeRequests)) { doing in
            let (staff, transaction) = (doing.staff, doing.transaction)
            guard let offered = try offered(id, to: staff, at: doing.now, transaction),
                try !isTied(staff, to: offered, transaction)
            else { return .nothing }
            let notice = doing.policy.askingToBeCalledBack(
                by: staff.account, holders: try transaction.advisers(of: staff),
                waiting: try transaction.openNotices(of: .callBack, from: staff.account, agency: doing.agency.id))
            switch notice {
            case .failure(let refusal): return .refused(refusal)
            case .success(nil): return .done(.unchanged)
            case .success(let notice?):
                try transaction.raise(notice, in: doing.agency, at: doing.now)
                return .done(.notice)
            }
        }
    }
}

extension Transaction {
    /// Whom the pack names for advice on offers; nothing where it names nobody.
    func adviser(of staff: Staff, at now: Instant) throws -> Adviser? {
        let agency = staff.agency
        guard let role = agency.policy.requests.selfDisqualification.consults else { return nil }
        return Adviser(
            role: role, title: agency.policy.title(of: role), calls: agency.numbers(of: role, at: now),
            canCallBack: try !advisers(of: staff).isEmpty,
            isAskedToCallBack: try openNotices(of: .callBack, from: staff.account, agency: agency.id).areTo(role))
    }

    /// Whoever else holds that role today.
    fileprivate func advisers(of staff: Staff) throws -> [String] {
        guard let role = staff.policy.requests.selfDisqualification.consults else { return [] }
        return try accounts(in: role, withDesignees: false, besides: staff)
    }
}
