import Program

extension Transaction {
    /// The lines of those years that were written in. A line that the policy does not have any more is left out.
    package func budget(agency: String, years: ClosedRange<Int>) throws -> [BudgetEntry] {
        try rows(
            """
            SELECT year, line, planned_cents, spent_cents FROM budget_line
            WHERE agency = \(agency) AND year >= \(years.lowerBound) AND year <= \(years.upperBound)
            ORDER BY year, line
            """
        ).compactMap { row in
            let word = try row.text("line")
            guard let line = BudgetRule.Line.allCases.first(where: { $0.rawValue == word }) else { return nil }
            return BudgetEntry(
                year: try row.int("year"), line: line, planned: try row.cents("planned_cents"),
                spent: try row.cents("spent_cents"))
        }
    }

    /// Keeps a line, in place of what stood in it before.
    package func set(_ entry: BudgetEntry, agency: String) throws {
        try execute(
            """
            INSERT INTO budget_line (agency, year, line, planned_cents, spent_cents)
            VALUES (\(agency), \(entry.year), \(entry.line.rawValue), \(entry.planned.number), \(entry.spent.number))
            ON CONFLICT (agency, year, line) DO UPDATE SET planned_cents = excluded.planned_cents,
                spent_cents = excluded.spent_cents
            """)
    }
}

extension Row {
    fileprivate func cents(_ column: String) throws -> Cents {
        guard let cents = Cents(exactly: try int(.named(column))) else {
            throw StoreFault.unreadable(column: column, problem: "is no amount")
        }
        return cents
    }
}
