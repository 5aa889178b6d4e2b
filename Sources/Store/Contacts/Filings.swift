import Program

extension Filing {
    fileprivate init(_ row: Row) throws {
        guard let month = Month(try row.text("month")), let filedOn = Day(try row.text("filed_on")) else {
            throw StoreFault.unreadable(column: "filed_on", problem: "is no day")
        }
        self.init(
            month: month, filedOn: filedOn, minutes: try row.int("minutes"), late: try row.bool("is_late"))
    }
}

extension Transaction {
    /// Keeps the proof that the account has filed its sheet of a month. False where there is one already.
    ///
    /// `ON CONFLICT` makes PostgreSQL see a proof that another transaction keeps at the same time as a collision, so that
    /// this one is repeated and finds it; without it the second would end in a fault.
    package func insert(_ filing: Filing, account: String, agency: String, pack: String) throws -> Bool {
        try execute(
            """
            INSERT INTO filing (agency, account, month, filed_on, minutes, is_late, pack)
            VALUES (\(agency), \(account), \(filing.month.text), \(filing.filedOn.text), \(filing.minutes),
                \(filing.late), \(pack))
            ON CONFLICT (agency, month, account) DO NOTHING
            """) == 1
    }

    package func filing(account: String, agency: String, month: Month) throws -> Filing? {
        try row(
            """
            SELECT month, filed_on, minutes, is_late FROM filing
            WHERE agency = \(agency) AND account = \(account) AND month = \(month.text)
            """
        ).map(Filing.init)
    }

    /// The account's filings from that month on.
    package func filings(account: String, agency: String, from month: Month) throws -> [Filing] {
        try rows(
            """
            SELECT month, filed_on, minutes, is_late FROM filing
            WHERE agency = \(agency) AND account = \(account) AND month >= \(month.text) ORDER BY month
            """
        ).map(Filing.init)
    }

    /// Everybody's filings of one month, by account.
    package func filings(agency: String, month: Month) throws -> [String: Filing] {
        let filed = try rows(
            """
            SELECT account, month, filed_on, minutes, is_late FROM filing
            WHERE agency = \(agency) AND month = \(month.text)
            """)
        return Dictionary(
            try filed.map { (try $0.text("account"), try Filing($0)) }, uniquingKeysWith: { first, _ in first })
    }

    /// The first month of which a sheet was filed; nothing where none was.
    package func firstFiledMonth(agency: String) throws -> Month? {
        try row("SELECT min(month) AS month FROM filing WHERE agency = \(agency)")?
            .optionalText("month").flatMap { Month($0) }
    }

    /// Ties a filed sheet to its supporter, for a form that bears the name, until the summary it counts in is frozen.
    package func nameSheet(_ sheet: [UInt8], account: String, agency: String, month: Month, countedIn: Month) throws {
        try execute(
            """
            INSERT INTO named_sheet (sheet, agency, month, account, counted_in)
            VALUES (\(sheet), \(agency), \(month.text), \(account), \(countedIn.text))
            """)
    }

    package func namedSheet(account: String, agency: String, month: Month) throws -> [UInt8]? {
        try row(
            """
            SELECT sheet FROM named_sheet
            WHERE agency = \(agency) AND month = \(month.text) AND account = \(account)
            """
        )?.blob("sheet")
    }

    /// The accounts whose filed sheet of the month can still be opened.
    package func accountsWithNamedSheet(agency: String, month: Month) throws -> Set<String> {
        Set(
            try rows("SELECT account FROM named_sheet WHERE agency = \(agency) AND month = \(month.text)")
                .map { try $0.text("account") })
    }

    /// The sheets kept for a summary, to be destroyed when it is frozen.
    package func namedSheets(agency: String, countedIn month: Month) throws -> [[UInt8]] {
        try rows("SELECT sheet FROM named_sheet WHERE agency = \(agency) AND counted_in = \(month.text)")
            .map { try $0.blob("sheet") }
    }
}
