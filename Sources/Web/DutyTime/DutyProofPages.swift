import HTML
import Operations
import Program

/// Proof that somebody acted for the agency while off duty, for workers' compensation (SAC-II.D.1b). It is the member's own: nobody else has an
/// address for it.
enum DutyProofPages {
    static func answer(_ visit: StaffVisit) async throws -> Answer? {
        guard let rule = visit.pack.dutyTime.workersCompensation,
            let entries = try await visit.programmes.dutyTimeProof(of: visit.staff)
        else { return nil }
        return .page(
            page(
                "Proof of off-duty service", in: Shells.staff(visit, at: DutyTimeAddresses.own),
                lead: """
                    To print, use your browser’s print. Only you can take it along, and it names nobody you helped. \(rule.basis.notes)
                    """, back: Crumb(DutyTimePages.title, DutyTimeAddresses.own.link()), width: .wide,
                main: entries.isEmpty
                    ? emptyState("Nothing is kept of off-duty service", "What you write down as off duty stands here.")
                    : """
                    \(slip(
                        visit.agency.name,
                        """
                        \(prose(
                            """
                            <p>\(visit.staff.name), \(visit.pack.terms.supporter), wrote down these times of service to the \
                            \(visit.pack.terms.programme) while off duty. As of \(visit.staff.today.longName).</p>
                            """))
                        \(table(entries, visit))
                        """))
                    \(actions(linkButton("Take it along as a table (CSV)", to: DutyTimeAddresses.proofFile.link(), icon: .sheet)))
                    """))
    }

    private static func table(_ entries: [DutyEntry], _ visit: StaffVisit) -> HTML {
        let sum = entries.map(\.time.minutes).reduce(0, +)
        return dataTable(
            "Off-duty service", columns: ["When", TableColumn("Hours", .number), "Activity"],
            rows: entries.map { entry in
                [
                    HTML(text: entry.time.words(visit.agency.calendar)),
                    HTML(text: entry.time.minutes.asHundredthsOfHours), HTML(text: entry.activity.words),
                ]
            }, total: ["Together", HTML(text: sum.asHundredthsOfHours), ""], captioned: .unseen)
    }

    static func file(_ visit: StaffVisit) async throws -> Answer? {
        guard let entries = try await visit.programmes.dutyTimeProof(of: visit.staff) else { return nil }
        let calendar = visit.agency.calendar
        return .commaTable(
            [["day", "from", "until", "hours", "activity"]]
                + entries.map { entry in
                    let (from, until) = (calendar.clock(at: entry.time.start), calendar.clock(at: entry.time.end))
                    return [
                        from.day?.text ?? "", from.time, until.time, entry.time.minutes.asHundredthsOfHours,
                        entry.activity.words,
                    ]
                })
    }
}
