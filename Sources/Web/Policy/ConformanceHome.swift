import HTML
import Operations
import PolicyPacks
import Program

/// How the programme stands, on the home of whoever watches over its duties: counts, and nobody's name (SAC-II.C.2).
enum ConformanceHome {
    static func onHome(_ visit: StaffVisit) async throws -> HTML? {
        guard visit.staff.powers.contains(.readConformance) else { return nil }
        let duties = try await DutiesToday(for: visit)
        let counts = duties.count(of: visit.staff.agency.pack.conformance)
        let late = DutyChoice.standing(counts[.overdue] == nil ? .due : .overdue)
        return section(
            "How the programme stands",
            """
            \(figures([DutyStanding.overdue, .due, .inOrder].map { Figure($0.words, "\(counts[$0, default: 0])") }))
            \(actions(
                linkButton("See which", to: PolicyAddresses.duties(late)),
                linkButton("Every duty", to: PolicyAddresses.policy.link(), style: .quiet)))
            """)
    }
}
