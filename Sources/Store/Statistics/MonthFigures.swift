import Program

/// One number of a month as numbers were kept before they were locked.
package struct OpenCount: Sendable {
    package let month: Month
    package let figure: String
    package let amount: Int
}

extension Transaction {
    /// Every number of an agency that is not locked yet.
    package func openCounts(agency: String) throws -> [OpenCount] {
        try rows("SELECT month, figure, amount FROM month_count WHERE agency = \(agency) ORDER BY month, figure").map {
            guard let month = Month(try $0.text("month")) else {
                throw StoreFault.unreadable(column: "month", problem: "is no month")
            }
            return OpenCount(month: month, figure: try $0.text("figure"), amount: try $0.int("amount"))
        }
    }

    /// Whether there is any.
    package func hasOpenCounts(agency: String) throws -> Bool {
        try row("SELECT 1 AS any_count FROM month_count WHERE agency = \(agency) LIMIT 1") != nil
    }

    package func deleteOpenCounts(agency: String) throws {
        try execute("DELETE FROM month_count WHERE agency = \(agency)")
    }
}
