/// Who may decide on the off-duty time of one member: the holders of the role today, and who leads the member.
package struct DutyApprovers: Sendable, Equatable {
    /// Holders of the role that approves, today.
    package let holders: Set<String>
    /// Who leads the member, where that role leads members.
    package let leader: String?
    package let persons: SamePerson

    package init(holders: Set<String>, leader: String?, persons: SamePerson) {
        self.holders = holders
        self.leader = leader
        self.persons = persons
    }

    /// Those who may decide, by account. Where the member is led by a holder, it is that one alone; else any of them. Nobody decides on
    /// their own time.
    package func mayDecide(onTimeOf member: String) -> Set<String> {
        let others = holders.filter { !persons.isOne($0, member) }
        if let leader, others.contains(leader) { return [leader] }
        return others
    }
}

extension PolicyPack {
    /// The role that approves off-duty time; nothing where no pay is kept.
    package var dutyTimeApprovedBy: RoleID? { dutyTime.offDutyPay?.approvedBy }

    /// Whether the role that approves leads members, so that each is decided on by their own leader first.
    package var leadersApproveTheirOwn: Bool {
        dutyTimeApprovedBy.map { $0 == team.supervision?.by } ?? false
    }
}

extension DutyTimeRules {
    /// The entry with that decision, or why it cannot be decided on.
    package func decided(
        _ entry: DutyEntry, approved: Bool, by account: String, at now: Instant
    ) -> Result<DutyEntry, Refusal> {
        let basis = offDutyPay?.basis ?? keeping.basis
        switch entry.approval(under: self) {
        case .notNeeded: return .failure(Refusal("This needs no approval.", basis: basis))
        case .before, .after, .declined:
            return .failure(Refusal("This was decided on before. Its member can ask anew.", basis: basis))
        case .waits: break
        }
        var decided = entry
        decided.decision = DutyDecision(by: account, at: now, isApproved: approved, of: entry.time)
        return .success(decided)
    }
}

extension PolicyPack {
    /// What the rules on duty time give to the roles they name.
    var conferredByDutyTime: [ConferredPower] {
        guard dutyTime.isKept else { return [] }
        return [
            ConferredPower(.keepDutyTime, on: supporterRoles.map(\.id)),
            ConferredPower(.seeDutyHours, on: [administration.by]),
            ConferredPower(.approveDutyTime, on: dutyTimeApprovedBy.map { [$0] } ?? []),
            ConferredPower(.exportDutyTime, on: payrollRule.map { [$0.exportedBy] } ?? []),
        ]
    }

    /// Who exports hours for payroll; nothing where no pay is kept.
    package var payrollRule: PayrollRule? { dutyTime.keeping.value == .hoursWithPay ? dutyTime.payroll : nil }
}
