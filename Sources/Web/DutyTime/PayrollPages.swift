import HTML
import Operations
import Program

enum PayrollActs {
    static let export = Act(
        "exportDutyTime", "Export what is approved of days that are over for payroll, each line once.",
        at: DutyTimeAddresses.payroll, for: .holding(.exportDutyTime), where: \.hasPayroll,
        taking: Input(from, until) { PayrollPeriod(from: $0, until: $1) }, then: .created("The export."),
        see: { done in
            done.id.map { DutyTimeAddresses.export.link(PathID($0)) } ?? DutyTimeAddresses.payroll.link()
        }, refused: PayrollPages.again,
        perform: { visit, period in try await visit.programmes.exportDutyTime(period, by: visit.staff) })

    @Sendable private static func clauses(_ pack: PolicyPack) -> [ClauseID] { pack.payrollRule?.basis.clauses ?? [] }

    private static let from = Field<Day>.day("from", "From", FieldWords(citesOnPage: false, clauses: clauses))
    private static let until = Field<Day>.day(
        "until", "Until", FieldWords(hint: "A day that is over.", citesOnPage: false, clauses: clauses))
}

/// The hours that payroll is told of: no seeker, no incident, no reason and no time of day.
enum PayrollPages {
    static let title = "Hours for payroll"

    @Sendable
    static func again(_ visit: StaffVisit, _ refused: Refused?) async throws -> Answer? {
        guard let rule = visit.pack.payrollRule, let view = try await visit.programmes.payroll(for: visit.staff) else {
            return nil
        }
        let last = visit.staff.today.month.previous
        let filled = Filled(first: ["from": last.days.first?.text ?? "", "until": last.days.last?.text ?? ""])
        return .page(
            page(
                title, in: Shells.staff(visit, at: DutyTimeAddresses.payroll),
                lead: """
                    What is approved, and what was on duty where the policy has a pay code for it. Each line is exported once. No rate and no \
                    amount is computed. \(rule.basis.notes)
                    """, announcement: refused?.announcement,
                main: """
                    \(without(view))
                    \(section(
                        "Export", lead: "\(view.notExported) \(view.notExported == 1 ? "entry" : "entries") in no export yet.",
                        PayrollActs.export.form(visit, filled: filled, refused: refused, button: "Export")))
                    \(section("Exports", exports(view.exports)))
                    """), again: refused)
    }

    private static func without(_ view: PayrollView) -> HTML? {
        guard !view.withoutTerms.isEmpty else { return nil }
        return callout(
            "The directory does not say everything", tone: .warning,
            """
            <p>It names no cost centre or no memorandum of understanding of \(view.withoutTerms.listed("and")). The export leaves it empty; \
            a personnel file brings it.</p>
            """)
    }

    private static func exports(_ exports: [PayrollExport]) -> HTML {
        guard !exports.isEmpty else { return emptyState("No export yet", "Each stands here once it is made.") }
        return dataTable(
            "Exports", columns: ["Days", "Made on", ""],
            rows: exports.map { export in
                [
                    "\(export.period.from.longName) to \(export.period.until.longName)",
                    HTML(text: export.madeOn.longName),
                    linkButton("Look at it", to: DutyTimeAddresses.export.link(PathID(export.id)), style: .quiet),
                ]
            }, captioned: .unseen)
    }

    static func export(_ id: PathID, _ visit: StaffVisit) async throws -> Answer? {
        guard let exported = try await visit.programmes.payrollExport(id.text, for: visit.staff) else { return nil }
        let rules = visit.pack.dutyTime
        let columns = rules.payrollColumns
        let days = "\(exported.export.period.from.longName) to \(exported.export.period.until.longName)"
        return .page(
            page(
                title, in: Shells.staff(visit, at: DutyTimeAddresses.payroll), lead: HTML(text: days),
                back: Crumb(title, DutyTimeAddresses.payroll.link()), width: .wide,
                main: """
                    \(actions(linkButton(
                        "Download (CSV)", to: DutyTimeAddresses.exportFile.link(id), style: .primary, icon: .sheet)))
                    \(dataTable(
                        "Lines", columns: columns.map { TableColumn($0.words) },
                        rows: exported.lines.map { line in
                            columns.map { HTML(text: rules.value(of: $0, in: line)) }
                        }, captioned: .unseen))
                    """))
    }

    static func file(_ id: PathID, _ visit: StaffVisit) async throws -> Answer? {
        guard let exported = try await visit.programmes.payrollExport(id.text, for: visit.staff) else { return nil }
        let rules = visit.pack.dutyTime
        let columns = rules.payrollColumns
        return .commaTable(
            [columns.map(\.rawValue)]
                + exported.lines.map { line in columns.map { rules.value(of: $0, in: line) } })
    }
}

extension PayrollColumn {
    fileprivate var words: String {
        switch self {
        case .employeeNumber: "Number"
        case .member: "Member"
        case .day: "Day"
        case .duty: "Duty"
        case .hours: "Hours"
        case .payCode: "Pay code"
        case .compensation: "Compensation"
        case .approved: "Approved"
        case .costCentre: "Cost centre"
        case .overtimeType: "Overtime type"
        case .memorandum: "Memorandum of understanding"
        case .exported: "Exported"
        }
    }
}
