import Program

extension DemonstrationMaking {
    /// Hours that members wrote down in the past weeks: one decided on, one that waits, one on duty.
    func dutyTime(of agency: Agency, _ team: DemonstrationTeam, on today: Day) async throws {
        let rules = agency.policy.dutyTime
        guard rules.isKept else { return }
        let compensation = rules.offDutyPay?.options.value.first
        for (place, supporter) in team.supporters.prefix(3).enumerated() {
            let staff = try await staff(supporter, of: agency)
            for (back, from, status) in [(20, 1_140, DutyStatus.offDuty), (9, 600, .onDuty), (3, 1_200, .offDuty)] {
                guard let day = today.adding(days: -back - place) else { continue }
                let new = NewDutyTime(
                    day: day, from: from, until: from + 45 + 15 * place,
                    activity: rules.kindsOfActivity[place % rules.kindsOfActivity.count], status: status,
                    compensation: compensation, vehicle: rules.vehicles?.choices.first?.id)
                _ = try await programmes.recordDutyTime(new, planned: false, by: staff)
            }
        }
        guard let role = agency.policy.dutyTimeApprovedBy, let approver = team.byRole[role] else { return }
        let staff = try await staff(approver, of: agency)
        let first = team.supporters.first?.name
        for waiting in try await programmes.dutyTimeApprovals(for: staff)?.waiting ?? [] where waiting.member != first {
            _ = try await programmes.decideDutyTime(waiting.entry.id, approved: true, by: staff)
        }
    }
}
