import Program

extension DemonstrationMaking {
    /// The professionals beside the team with licence and scope, and what whoever plans has said of the agency.
    func plans(of agency: Agency, _ team: DemonstrationTeam, on today: Day) async throws {
        let policy = agency.policy
        guard let role = policy.team.planning?.by.first, let planner = team.byRole[role] else { return }
        let plans = try await staff(planner, of: agency)
        for (factor, value) in [SizingRule.Factor.crimeLevel: 10, .area: 2, .budget: 14]
        where policy.team.sizing?.factors.contains(factor) == true {
            try await programmes.setSizingEntry(factor, to: value, by: plans)?.made("what a size takes into account")
        }
        for rule in policy.governance.consultants {
            guard let professional = team.byRole[rule.role] else { continue }
            try await license(professional, by: rule, of: agency, team, on: today)
            try await programmes.writeScope(Self.scope, of: rule.id, by: plans)?.made("a scope")
            try await programmes.confirmScope(1, of: rule.id, by: try await staff(professional, of: agency))?
                .made("a scope")
        }
    }

    private func license(
        _ professional: DemonstrationTeam.Member, by rule: ConsultantRule, of agency: Agency, _ team: DemonstrationTeam,
        on today: Day
    ) async throws {
        guard rule.licensed, let expiry = today.adding(days: 45),
            let keeper = agency.policy.roles(with: .manageAccounts).lazy.compactMap({ team.byRole[$0.id] }).first
        else { return }
        let licence = ConsultantLicence(
            consultant: rule.id, account: professional.account, licence: "Psychologist 00000, an invented number",
            jurisdiction: "This state", expiresOn: expiry)
        try await programmes.recordLicence(licence, by: try await staff(keeper, of: agency))?.made("a licence")
    }

    private static let scope = """
        Advises the team in confidence, at any hour where it cannot wait. Trains it twice a year. Sees nobody of the team as a patient.
        """

    /// A new text of the rules that somebody has begun: the call-out list is looked at further ahead.
    func draft(of agency: Agency, _ team: DemonstrationTeam) async throws {
        let policy = agency.policy
        let drafters = policy.revisionRule(for: [.rules]).draftedBy
        guard let drafter = drafters.lazy.compactMap({ team.byRole[$0] }).first else { return }
        let text = """
            extends: \(policy.id)
            id: \(policy.id)
            version: "2"
            availability:
              gap-warning-days:
                value: 21
                basis: {chosen: "Before the holidays two weeks were not enough to fill a gap."}
            """
        _ = try await programmes.draftPolicy(
            NewPolicyText(text: text, confirmedPromises: nil), by: try await staff(drafter, of: agency))?
            .made("a draft of the rules")
    }
}
