import Program

/// The locked box of the true counts of one month.
package struct TallyRow: Sendable, Equatable {
    package let month: Month
    package let sealed: [UInt8]

    package init(month: Month, sealed: [UInt8]) {
        self.month = month
        self.sealed = sealed
    }

    fileprivate init(_ row: Row) throws {
        guard let month = Month(try row.text("month")) else {
            throw StoreFault.unreadable(column: "month", problem: "is no month")
        }
        self.init(month: month, sealed: try row.blob("sealed"))
    }
}

extension Transaction {
    /// The boxes of that month and the later ones, in order; all where it is nothing.
    package func tallies(agency: String, from month: Month?) throws -> [TallyRow] {
        try rows(
            """
            SELECT month, sealed FROM tally WHERE agency = \(agency) AND month >= \(month?.text ?? "") ORDER BY month
            """
        ).map(TallyRow.init)
    }

    /// Puts each in the place of the one before, in the order of months.
    package func setTallies(_ tallies: [TallyRow], agency: String) throws {
        for tally in tallies.sorted(by: { $0.month < $1.month }) {
            try execute(
                """
                INSERT INTO tally (agency, month, sealed) VALUES (\(agency), \(tally.month.text), \(tally.sealed))
                ON CONFLICT (agency, month) DO UPDATE SET sealed = excluded.sealed
                """)
        }
    }

    /// The months that have a box, in order.
    package func talliedMonths(agency: String) throws -> [Month] {
        try rows("SELECT month FROM tally WHERE agency = \(agency) ORDER BY month")
            .compactMap { Month(try $0.text("month")) }
    }

    /// The earliest month that has a box, after the one given.
    package func earliestTalliedMonth(agency: String, after month: Month?) throws -> Month? {
        try row(
            "SELECT min(month) AS month FROM tally WHERE agency = \(agency) AND month > \(month?.text ?? "")"
        )?.optionalText("month").flatMap { Month($0) }
    }

    /// Destroys the box of that month.
    package func deleteTally(of month: Month, agency: String) throws {
        try execute("DELETE FROM tally WHERE agency = \(agency) AND month = \(month.text)")
    }
}
