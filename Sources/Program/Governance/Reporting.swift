extension PolicyPack {
    /// What comes with the lines of who answers to whom: whoever is answered to sees how that stands, and whom they name to stand in where
    /// the policy lets them.
    var conferredByReporting: [ConferredPower] {
        governance.reporting.map { ConferredPower(.hearReports, on: [$0.to], designees: $0.designeeAllowed) }
    }

    /// The lines that end with somebody of those roles, or of those that they stand in for where the line lets them.
    package func linesReporting(to roles: Set<RoleID>, standingInFor others: Set<RoleID>) -> [ReportingLine] {
        governance.reporting.filter { roles.contains($0.to) || ($0.designeeAllowed && others.contains($0.to)) }
    }

    /// What a role answers for in the policy's words, each with the clauses it comes from.
    package func duties(of role: RoleID) -> [RoleDuty] { governance.duties.filter { $0.role == role } }

    /// Who is accountable for the programme, for the cover of what it publishes; nothing where the policy places it nowhere, or does not
    /// want it there.
    package var accountable: String? {
        governance.accountability.flatMap { rule in
            rule.onSummaryCover ? "\(rule.division), \(title(of: rule.role))" : nil
        }
    }
}
