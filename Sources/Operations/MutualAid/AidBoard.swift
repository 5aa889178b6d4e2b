import Program
import Store

/// The agreements of one agency, as its own offices see them.
package struct AidBoard: Sendable {
    package let agreements: [ListedAid]
    /// The other agencies of this server, which are public, by title: whom an agreement can be proposed to.
    package let agencies: [AidAgency]
    package let today: Day

    /// Those that wait for whoever looks.
    package var waiting: [ListedAid] { agreements.filter(\.isForReader) }
}

/// An agency as anybody may know it.
package struct AidAgency: Sendable, Equatable {
    package let id: String
    package let title: String
}

/// One agreement. Of the other side there are its title, the office that approved, and the day.
package struct ListedAid: Sendable {
    package let agreement: AidAgreement
    /// The side of the agency whose board it is.
    package let side: AidAgreement.Side
    package let other: String
    package let ownApproval: AidYes?
    package let otherApproval: AidYes?
    /// What decides for the own agency, by its title.
    package let approver: String?
    /// Whether it waits for a yes or no of whoever looks.
    package let isForReader: Bool
}

/// An office's yes.
package struct AidYes: Sendable, Equatable {
    /// The office's title, by its own agency's policy.
    package let office: String
    package let on: Day
}

extension Programmes {
    /// The agreements of somebody's agency, those that are not over first.
    package func aidBoard(for staff: Staff) async throws -> AidBoard {
        let today = staff.today
        return try await database.read { transaction in
            let agency = staff.agency
            let held = try transaction.roles(of: staff.account, agency: agency.id, on: today)
            let agreements = try transaction.aidAgreements(of: agency.id).compactMap { agreement -> ListedAid? in
                guard let side = agreement.side(of: agency.id),
                    let other = try self.agency(agreement.agency(side.other), transaction)
                else { return nil }
                return listed(agreement, side, agency, other, held, on: today)
            }
            let others = try transaction.agencies().filter { $0.id != agency.id }
                .map { AidAgency(id: $0.id, title: $0.name) }
            return AidBoard(
                agreements: agreements.sorted { $0.isBefore($1, on: today) },
                agencies: others.sorted { ($0.title, $0.id) < ($1.title, $1.id) }, today: today)
        }
    }

    private func listed(
        _ agreement: AidAgreement, _ side: AidAgreement.Side, _ agency: Agency, _ other: Agency, _ held: Set<RoleID>,
        on today: Day
    ) -> ListedAid {
        func yes(_ side: AidAgreement.Side, _ policy: PolicyPack) -> AidYes? {
            agreement.approval(side).map { AidYes(office: policy.title(of: $0.role), on: $0.on) }
        }
        let approvers = agency.policy.aidApprovers(of: agreement.purposes)
        return ListedAid(
            agreement: agreement, side: side, other: other.name, ownApproval: yes(side, agency.policy),
            otherApproval: yes(side.other, other.policy),
            approver: approvers.sorted().first.map(agency.policy.title(of:)),
            isForReader: agreement.isLive(on: today) && agreement.awaits == side && !approvers.isDisjoint(with: held))
    }

    /// An agency by its id.
    func agency(_ id: String, _ transaction: any Transaction) throws -> Agency? {
        try transaction.agency(id: id).map { try agency($0, in: transaction) }
    }
}

extension ListedAid {
    fileprivate func isBefore(_ other: ListedAid, on today: Day) -> Bool {
        let (mine, theirs) = (agreement.isLive(on: today), other.agreement.isLive(on: today))
        if mine != theirs { return mine }
        if agreement.proposedOn != other.agreement.proposedOn {
            return agreement.proposedOn > other.agreement.proposedOn
        }
        return agreement.id < other.agreement.id
    }
}
