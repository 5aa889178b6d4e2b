import Program

extension PayrollExport {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.text("id"),
            period: PayrollPeriod(from: try row.day("from_day"), until: try row.day("until_day")),
            madeOn: try row.day("made_on"), place: try row.int("place"))
    }
}

extension Transaction {
    /// Every export that is kept, the latest first.
    package func payrollExports(agency: String) throws -> [PayrollExport] {
        try rows(
            """
            SELECT id, from_day, until_day, made_on, place FROM payroll_export WHERE agency = \(agency)
            ORDER BY place DESC
            """
        ).map(PayrollExport.init)
    }

    package func insert(_ export: PayrollExport, by account: String, agency: String) throws {
        try execute(
            """
            INSERT INTO payroll_export (id, agency, from_day, until_day, made_on, place, made_by)
            VALUES (\(export.id), \(agency), \(export.period.from.text), \(export.period.until.text),
                \(export.madeOn.text), \(export.place), \(account))
            """)
    }

    package func deletePayrollExports(until day: Day, agency: String) throws {
        try execute("DELETE FROM payroll_export WHERE agency = \(agency) AND until_day < \(day.text)")
    }
}
