import Program
import Sealing
import Store

/// Off-duty time as whoever decides on it sees it: who, when, how long, which kind of activity.
package struct DutyTimeToDecide: Sendable {
    package let entry: DutyEntry
    package let member: String
    package let approval: DutyApproval
}

/// What waits for a decision, and what the reader decided on.
package struct DutyTimeApprovals: Sendable {
    package let waiting: [DutyTimeToDecide]
    package let decided: [DutyTimeToDecide]
}

extension Programmes {
    /// What waits for the staff member's decision, the soonest first, and what they decided on of late.
    package func dutyTimeApprovals(for staff: Staff) async throws -> DutyTimeApprovals? {
        guard staff.powers.contains(.approveDutyTime) else { return nil }
        return try await database.read { transaction in
            let all = try changingEntries(staff.agency, on: staff.today, transaction)
            let approvers = try dutyApprovers(of: Array(Set(all.map(\.account))), staff.agency, transaction)
            let rules = staff.policy.dutyTime
            let waiting = all.filter { owned in
                owned.entry.approval(under: rules) == .waits
                    && approvers[owned.account]?.mayDecide(onTimeOf: owned.account).contains(staff.account) == true
            }
            let decided = all.filter { owned in
                owned.entry.decision?.by == staff.account && owned.entry.approval(under: rules) != .waits
            }
            let names = try transaction.accountNames(
                agency: staff.agency.id, of: Set((waiting + decided).map(\.account)).sorted())
            let listed = { (owned: OwnedDutyEntry) in
                DutyTimeToDecide(
                    entry: owned.entry, member: names[owned.account] ?? "", approval: owned.entry.approval(under: rules)
                )
            }
            return DutyTimeApprovals(waiting: waiting.map(listed), decided: decided.reversed().map(listed))
        }
    }

    /// Approves off-duty time, or declines it. Nothing where there is none that is theirs to decide on.
    package func decideDutyTime(
        _ id: String, approved: Bool, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.approveDutyTime)) { doing in
            let (transaction, agency, account) = (doing.transaction, doing.agency, doing.staff.account)
            let months = try dutyMonths(
                DutyTimeRules.changingMonths(on: doing.staff.today), agency: agency, transaction)
            guard let rule = doing.policy.dutyTime.offDutyPay, let (place, member, entry) = months.find(id),
                try dutyApprovers(of: [member], agency, transaction)[member]?.mayDecide(onTimeOf: member)
                    .contains(account) == true || entry.decision?.by == account
            else { return .nothing }
            switch doing.policy.dutyTime.decided(entry, approved: approved, by: account, at: doing.now) {
            case .failure(let refusal): return .refused(refusal)
            case .success(let decided):
                var month = months[place]
                month[member] = month[member].map { $0.id == id ? decided : $0 }
                guard try keep(month, agency: agency, on: doing.staff.today, transaction) else { return .nothing }
                try transaction.raise(
                    NewNotice(kind: .dutyTimeDecided, to: .account(member), under: rule.basis.clauses), in: agency,
                    at: doing.now)
                return .done(
                    .entry(
                        .dutyTimeDecided, under: rule.basis.clauses,
                        details: [id, member, approved ? "approved" : "declined"]))
            }
        }
    }

    /// Who may decide on the time of each of those members.
    func dutyApprovers(
        of members: [String], _ agency: Agency, _ transaction: any Transaction
    ) throws -> [String: DutyApprovers] {
        guard let role = agency.policy.dutyTimeApprovedBy, !members.isEmpty else { return [:] }
        let today = try agency.day(at: clock())
        let holders = try transaction.holdings(of: [role], agency: agency.id, heldAfter: today)
            .filter { $0.holding.isHeld(on: today) }.map(\.account)
        let leaders =
            agency.policy.leadersApproveTheirOwn
            ? Dictionary(
                try transaction.livingMemberships(agency: agency.id).compactMap { membership in
                    membership.leader.map { (membership.account, $0) }
                }, uniquingKeysWith: { first, _ in first }) : [:]
        let persons = try transaction.persons(of: members + holders, agency: agency.id)
        return Dictionary(
            members.map { ($0, DutyApprovers(holders: Set(holders), leader: leaders[$0], persons: persons)) },
            uniquingKeysWith: { first, _ in first })
    }

    /// Everything that can still change, the earliest first.
    private func changingEntries(
        _ agency: Agency, on today: Day, _ transaction: any Transaction
    ) throws -> [OwnedDutyEntry] {
        try dutyMonths(DutyTimeRules.changingMonths(on: today), agency: agency, transaction)
            .flatMap { month in
                month.entries.flatMap { account, entries in
                    entries.map { OwnedDutyEntry(account: account, entry: $0) }
                }
            }
            .sorted { ($0.entry.time.start, $0.entry.id) < ($1.entry.time.start, $1.entry.id) }
    }
}

extension Array where Element == DutyMonth {
    /// The entry with its place and its member.
    func find(_ id: String) -> (place: Int, member: String, entry: DutyEntry)? {
        for (place, month) in enumerated() {
            for (account, entries) in month.entries {
                if let entry = entries.first(where: { $0.id == id }) { return (place, account, entry) }
            }
        }
        return nil
    }
}
