import HTML
import Operations
import Program

/// Where a critical incident is reported.
enum IncidentReportPage {
    static func html(_ visit: StaffVisit, _ refused: Refused? = nil) -> HTML {
        let local = visit.staff.agency.calendar.local(visit.programmes.clock())
        return page(
            "Report a critical incident", in: Shells.staff(visit), back: IncidentListPage.back,
            main: """
                \(definition(visit.pack))
                \(rule(visit.pack))
                \(said(visit.pack.statements(in: .incidentForm, to: [.everyone, .supporters])))
                \(IncidentReportActs.report.form(
                    visit, filled: Filled(first: ["happenedAt": local, "toldAt": local]), refused: refused,
                    button: "Report", isPrivate: true))
                """)
    }

    /// What the policy calls one (OCP-II.D.2).
    private static func definition(_ pack: PolicyPack) -> HTML? {
        pack.incidents.definition.map { definition in
            callout(
                "What a critical incident is",
                "<p>\(definition.value) \(definition.basis.clauses.notes)</p>")
        }
    }

    private static func rule(_ pack: PolicyPack) -> HTML? {
        pack.incidents.notification.map { rule in
            """
            <p>The \(pack.title(of: rule.to)) is told within \(rule.withinHours.number) hours, \
            \(rule.means.map(\.spoken).joined(separator: " or ")). \(rule.basis.clauses.notes)</p>
            """
        }
    }
}
