import Program

/// A submitted sheet that bears its supporter's name, locked.
package struct FiledSheetRow: Sendable, Equatable {
    package let account: String
    package let month: Month
    /// The pack whose form its entries are read by.
    package let pack: String
    package let sealed: [UInt8]

    package init(account: String, month: Month, pack: String, sealed: [UInt8]) {
        self.account = account
        self.month = month
        self.pack = pack
        self.sealed = sealed
    }
}

extension Transaction {
    /// Keeps a submitted sheet, for a form that bears the name, until the summary it counts in is frozen.
    package func insert(_ sheet: FiledSheetRow, countedIn: Month, agency: String) throws {
        try execute(
            """
            INSERT INTO filed_sheet (agency, month, account, counted_in, pack, sealed)
            VALUES (\(agency), \(sheet.month.text), \(sheet.account), \(countedIn.text), \(sheet.pack),
                \(sheet.sealed))
            """)
    }

    package func filedSheet(account: String, agency: String, month: Month) throws -> FiledSheetRow? {
        try row(
            """
            SELECT pack, sealed FROM filed_sheet
            WHERE agency = \(agency) AND month = \(month.text) AND account = \(account)
            """
        ).map { row in
            FiledSheetRow(account: account, month: month, pack: try row.text("pack"), sealed: try row.blob("sealed"))
        }
    }

    /// The accounts whose submitted sheet of the month can still be opened.
    package func accountsWithFiledSheet(agency: String, month: Month) throws -> Set<String> {
        Set(
            try rows("SELECT account FROM filed_sheet WHERE agency = \(agency) AND month = \(month.text)")
                .map { try $0.text("account") })
    }

    /// Removes the sheets kept for a summary.
    package func deleteFiledSheets(agency: String, countedIn month: Month) throws {
        try execute("DELETE FROM filed_sheet WHERE agency = \(agency) AND counted_in = \(month.text)")
    }
}

extension Transaction {
    /// The box of the hours of a quarter.
    package func hoursBox(agency: String, quarter: Quarter) throws -> [UInt8]? {
        try row("SELECT sealed FROM hours_box WHERE agency = \(agency) AND quarter = \(quarter.text)")?.blob("sealed")
    }

    /// The boxes of the quarters from the one to the other, in order.
    package func hoursBoxes(
        agency: String, from first: Quarter, to last: Quarter
    ) throws -> [(quarter: Quarter, sealed: [UInt8])] {
        try rows(
            """
            SELECT quarter, sealed FROM hours_box
            WHERE agency = \(agency) AND quarter BETWEEN \(first.text) AND \(last.text) ORDER BY quarter
            """
        ).map { row in
            guard let quarter = Quarter(try row.text("quarter")) else {
                throw StoreFault.unreadable(column: "quarter", problem: "is no quarter")
            }
            return (quarter, try row.blob("sealed"))
        }
    }

    package func setHoursBox(_ sealed: [UInt8], agency: String, quarter: Quarter) throws {
        try execute(
            """
            INSERT INTO hours_box (agency, quarter, sealed) VALUES (\(agency), \(quarter.text), \(sealed))
            ON CONFLICT (agency, quarter) DO UPDATE SET sealed = excluded.sealed
            """)
    }
}
