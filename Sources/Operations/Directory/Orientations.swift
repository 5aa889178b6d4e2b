import Program
import Store

/// Who of the new employees is due for the orientation, and how many came.
package struct OrientationsView: Sendable {
    /// The longest due first.
    package let due: [OrientationRow]
    package let dueCount: Int
    /// How many are due for longer than the policy's time.
    package let late: Int
    package let came: Int
}

extension Programmes {
    /// How many of those due a page names.
    package static let orientationsShown = 200

    /// Who is due for the orientation (OCP-II.B.6).
    package func orientations(for staff: Staff) async throws -> OrientationsView {
        try await database.read { transaction in
            let agency = staff.agency.id
            let counts = try transaction.orientationCounts(agency: agency, on: staff.today)
            return OrientationsView(
                due: try transaction.orientationsDue(agency: agency, limit: Self.orientationsShown),
                dueCount: counts.due, late: counts.late, came: counts.came)
        }
    }

    /// Keeps that those people came to the orientation of that day: its attendance is how many of them were due.
    package func keepOrientation(of people: [String], on day: Day, by staff: Staff) async throws -> Result<
        Int, Refusal
    >? {
        try await act(by: staff, .holding(.managePeople)) { doing in
            guard let rule = doing.policy.awareness.orientation else { return .nothing }
            guard !people.isEmpty else {
                return .refused(Refusal("Tick who came.", field: "people", clauses: rule.basis.clauses))
            }
            guard day <= doing.staff.today else {
                return .refused(
                    Refusal("The orientation is still to come on that day.", field: "day", clauses: rule.basis.clauses))
            }
            let came = try doing.transaction.setCame(people, on: day, agency: doing.agency.id)
            guard came > 0 else { return .done(0, .silent(.unchanged)) }
            return .done(came, .entry(.orientationKept, under: rule.basis.clauses, details: [day.text, "\(came)"]))
        }
    }
}
