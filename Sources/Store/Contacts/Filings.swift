import Program

extension Filing {
    fileprivate init(_ row: Row) throws {
        guard let month = Month(try row.text("month")), let filedOn = Day(try row.text("filed_on")) else {
            throw StoreFault.unreadable(column: "filed_on", problem: "is no day")
        }
        self.init(month: month, filedOn: filedOn, late: try row.bool("is_late"))
    }

    static func month(_ row: Row, _ column: String) throws -> Month {
        guard let month = Month(try row.text(.named(column))) else {
            throw StoreFault.unreadable(column: column, problem: "is no month")
        }
        return month
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
            VALUES (\(agency), \(account), \(filing.month.text), \(filing.filedOn.text), 0, \(filing.late), \(pack))
            ON CONFLICT (agency, month, account) DO NOTHING
            """) == 1
    }

    package func filing(account: String, agency: String, month: Month) throws -> Filing? {
        try row(
            """
            SELECT month, filed_on, is_late FROM filing
            WHERE agency = \(agency) AND account = \(account) AND month = \(month.text)
            """
        ).map(Filing.init)
    }

    /// The account's filings from that month on.
    package func filings(account: String, agency: String, from month: Month) throws -> [Filing] {
        try rows(
            """
            SELECT month, filed_on, is_late FROM filing
            WHERE agency = \(agency) AND account = \(account) AND month >= \(month.text) ORDER BY month
            """
        ).map(Filing.init)
    }

    /// Everybody's filings of one month, by account.
    package func filings(agency: String, month: Month) throws -> [String: Filing] {
        let filed = try rows(
            """
            SELECT account, month, filed_on, is_late FROM filing
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
}
