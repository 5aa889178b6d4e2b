import Program
import Store

extension Programmes {
    /// A report on the use of the programme, for whoever the policy has read it: of published figures, of the team and of the directory
    /// (IACP-2.3-2). Hours of each supporter are in it for whoever receives the stat sheets alone. Nothing for anybody else, and nothing
    /// is written by looking.
    package func useReport(_ id: String, for staff: Staff) async throws -> UseReport? {
        guard let rule = staff.reports.first(where: { $0.id == id }) else { return nil }
        let plan = try await teamPlan(for: staff)
        let publications = try await database.read { transaction in
            try transaction.publications(agency: staff.agency.id, from: staff.today.month.year - 2)
                .map { try opened($0, transaction) }
        }
        return rule.report(
            UseFigures(
                publications: publications, members: plan.members, coverage: plan.coverage, size: plan.size,
                hours: plan.hours, answered: plan.answered, threshold: staff.policy.threshold.smallestCount.number),
            on: staff.today)
    }
}

extension Staff {
    /// The reports that they read.
    package var reports: [UtilisationReport] {
        policy.team.reports.filter { $0.readers.contains(where: holds) }
    }
}
