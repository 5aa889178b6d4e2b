import Program

extension PayrollExport {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.text("id"),
            period: PayrollPeriod(from: try row.day("from_day"), until: try row.day("until_day")),
            madeOn: try row.day("made_on"))
    }
}

extension Transaction {
    /// Every export that is kept, the latest period first.
    package func payrollExports(agency: String) throws -> [PayrollExport] {
        try rows(
            """
            SELECT id, from_day, until_day, made_on FROM payroll_export WHERE agency = \(agency)
            ORDER BY until_day DESC, made_on DESC, id
            """
        ).map(PayrollExport.init)
    }

    package func insert(_ export: PayrollExport, by account: String, agency: String) throws {
        try execute(
            """
            INSERT INTO payroll_export (id, agency, from_day, until_day, made_on, made_by)
            VALUES (\(export.id), \(agency), \(export.period.from.text), \(export.period.until.text),
                \(export.madeOn.text), \(account))
            """)
    }

    package func deletePayrollExports(until day: Day, agency: String) throws {
        try execute("DELETE FROM payroll_export WHERE agency = \(agency) AND until_day < \(day.text)")
    }
}
