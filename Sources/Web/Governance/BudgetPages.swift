import HTML
import Operations
import Program

/// The programme's budget, a table for each year.
enum BudgetPages {
    static let title = "Budget"

    @Sendable
    static func again(_ visit: StaffVisit, _ refused: Refused?) async throws -> Answer? {
        guard let rule = visit.pack.governance.budget else { return nil }
        let entries = try await visit.programmes.budget(for: visit.staff)
        let keeper = visit.pack.title(of: rule.keptBy)
        let html = page(
            title, in: Shells.staff(visit, at: BudgetAddresses.budget),
            lead:
                "Planned and spent by line; the \(keeper) keeps it. No amount belongs to a person. \(rule.basis.notes)",
            announcement: refused?.announcement,
            main: """
                \(rule.years(on: visit.staff.today).reversed().map { year in
                    section(String(year), table(entries.filter { $0.year == year }, year))
                }.joined())
                \(visit.staff.powers.contains(.keepBudget) ? section(
                    "Keep a line",
                    BudgetActs.keep.form(
                        visit, filled: Filled(first: ["year": String(visit.staff.today.month.year)]), refused: refused,
                        button: "Keep")) : nil)
                """)
        return .page(html, again: refused)
    }

    private static func table(_ entries: [BudgetEntry], _ year: Int) -> HTML {
        let planned = entries.reduce(0) { $0 + $1.planned.number }
        let spent = entries.reduce(0) { $0 + $1.spent.number }
        return dataTable(
            "Budget of \(year)",
            columns: [
                "Line", TableColumn("Planned", .number), TableColumn("Spent", .number), TableColumn("Left", .number),
            ],
            rows: entries.map { entry in
                [
                    entry.isOverspent
                        ? "\(entry.line.words) \(badge("Overspent", tone: .warning))" : HTML(text: entry.line.words),
                    HTML(text: entry.planned.text), HTML(text: entry.spent.text),
                    HTML(text: left(entry.planned.number - entry.spent.number)),
                ]
            },
            total: [
                "Together", HTML(text: Cents.words(planned)), HTML(text: Cents.words(spent)),
                HTML(text: left(planned - spent)),
            ], captioned: .unseen)
    }

    private static func left(_ cents: Int) -> String { cents < 0 ? "−\(Cents.words(-cents))" : Cents.words(cents) }
}
