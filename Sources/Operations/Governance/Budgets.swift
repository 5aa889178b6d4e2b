import Program
import Store

// The programme's budget by year and line, as whole figures (OCP-I.C.1).
extension Programmes {
    /// Every line of last year, this one and the next; one that was never written in has nothing planned or spent.
    package func budget(for staff: Staff) async throws -> [BudgetEntry] {
        guard let rule = staff.policy.governance.budget else { return [] }
        let years = rule.years(on: staff.today)
        let written = try await database.read { try $0.budget(agency: staff.agency.id, years: years) }
        return years.flatMap { year in
            rule.lines.map { line in
                written.first { $0.year == year && $0.line == line }
                    ?? BudgetEntry(year: year, line: line, planned: .none, spent: .none)
            }
        }
    }

    /// Keeps what is planned and spent in one line of one year, in place of what stood there.
    ///
    /// - Parameters:
    ///   - planned: nothing where that stays as it is.
    ///   - spent: likewise.
    package func keepBudgetLine(
        _ line: BudgetRule.Line, of year: Int, planned: Cents?, spent: Cents?, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.keepBudget)) { doing in
            guard let rule = doing.policy.governance.budget else { return .nothing }
            guard planned != nil || spent != nil else {
                return .refused(
                    Refusal("Say how much is planned, or spent.", field: "planned", basis: rule.basis))
            }
            let before =
                rule.years(on: doing.staff.today).contains(year)
                ? try doing.transaction.budget(agency: doing.agency.id, years: year...year).first { $0.line == line }
                : nil
            let entry = BudgetEntry(
                year: year, line: line, planned: planned ?? before?.planned ?? .none,
                spent: spent ?? before?.spent ?? .none)
            if let refusal = rule.mayKeep(entry, on: doing.staff.today) { return .refused(refusal) }
            try doing.transaction.set(entry, agency: doing.agency.id)
            return .done(
                .entry(
                    .budgetKept, on: "\(entry.year) \(entry.line.rawValue)", under: rule.basis.clauses,
                    details: [String(entry.planned.number), String(entry.spent.number)]))
        }
    }
}
