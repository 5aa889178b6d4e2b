import Program
import Store

/// What a committee's tasks have under way today: counts alone, so that whoever watches over the programme learns nothing of anybody.
package struct CommitteeWork: Sendable, Equatable {
    /// New texts of the rules on their way.
    package let drafts: Int
    /// Calls for new members that are open.
    package let openings: Int
    /// Applications under way.
    package let applications: Int
    /// Removals that wait for their decision.
    package let removals: Int
    /// Sessions and meetings planned for the next ninety days.
    package let sessions: Int
}

extension Programmes {
    package func committeeWork(for staff: Staff) async throws -> CommitteeWork {
        let (agency, today) = (staff.agency.id, staff.today)
        return try await database.read { transaction in
            let ahead = today...(today.adding(days: 90) ?? today)
            return CommitteeWork(
                drafts: try transaction.policyDrafts(agency: agency).count(where: \.isOpen),
                openings: try transaction.openings(agency: agency, closingFrom: today).count { $0.opensOn <= today },
                applications: try transaction.applicationsUnderWay(agency: agency).count,
                removals: try transaction.openRemovals(agency: agency).count,
                sessions: try transaction.gatherings(agency: agency, on: ahead).count(where: \.isPlanned))
        }
    }
}
