import Program

extension Transaction {
    /// Adds to a figure of the month; figures are sums over submitted sheets.
    package func add(_ amount: Int, toFigure figure: String, agency: String, month: Month) throws {
        try execute(
            """
            INSERT INTO month_count (agency, month, figure, amount)
            VALUES (\(agency), \(month.text), \(figure), \(amount))
            ON CONFLICT (agency, month, figure) DO UPDATE SET amount = month_count.amount + excluded.amount
            """)
    }

    /// The figures of the month by their names.
    package func figures(agency: String, month: Month) throws -> [String: Int] {
        let figures = try rows(
            "SELECT figure, amount FROM month_count WHERE agency = \(agency) AND month = \(month.text)")
        return Dictionary(
            try figures.map { (try $0.text("figure"), try $0.int("amount")) }, uniquingKeysWith: { first, _ in first })
    }
}

extension Transaction {
    /// The earliest month that has figures, after the one given.
    package func earliestCountedMonth(agency: String, after month: Month?) throws -> Month? {
        try row(
            """
            SELECT min(month) AS month FROM month_count WHERE agency = \(agency) AND month > \(month?.text ?? "")
            """
        )?.optionalText("month").flatMap { Month($0) }
    }
}
