import Program

/// The locked box of one member's duty time of one month.
package struct DutyBoxRow: Sendable, Equatable {
    package let account: String
    package let month: Month
    package let sealed: [UInt8]

    package init(account: String, month: Month, sealed: [UInt8]) {
        self.account = account
        self.month = month
        self.sealed = sealed
    }

    fileprivate init(_ row: Row) throws {
        guard let month = Month(try row.text("month")) else {
            throw StoreFault.unreadable(column: "month", problem: "is no month")
        }
        self.init(account: try row.text("account"), month: month, sealed: try row.blob("sealed"))
    }
}

extension Transaction {
    /// The boxes of everybody of those months.
    package func dutyBoxes(of months: [Month], agency: String) throws -> [DutyBoxRow] {
        try rows(
            """
            SELECT month, account, sealed FROM duty_month
            WHERE agency = \(agency) AND month IN (\(list: months.map(\.text))) ORDER BY month, account
            """
        ).map(DutyBoxRow.init)
    }

    /// The boxes of one member, of those months.
    package func dutyBoxes(of account: String, in months: [Month], agency: String) throws -> [DutyBoxRow] {
        try rows(
            """
            SELECT month, account, sealed FROM duty_month
            WHERE agency = \(agency) AND account = \(account) AND month IN (\(list: months.map(\.text)))
            ORDER BY month
            """
        ).map(DutyBoxRow.init)
    }

    /// Every box of one member.
    package func dutyBoxes(of account: String, agency: String) throws -> [DutyBoxRow] {
        try rows(
            """
            SELECT month, account, sealed FROM duty_month
            WHERE agency = \(agency) AND account = \(account) ORDER BY month
            """
        ).map(DutyBoxRow.init)
    }

    /// Puts every box of a month in the place of the one before, in the order of accounts.
    package func setDutyBoxes(_ boxes: [DutyBoxRow], agency: String) throws {
        for box in boxes.sorted(by: { ($0.month, $0.account) < ($1.month, $1.account) }) {
            try execute(
                """
                INSERT INTO duty_month (agency, month, account, sealed)
                VALUES (\(agency), \(box.month.text), \(box.account), \(box.sealed))
                ON CONFLICT (agency, month, account) DO UPDATE SET sealed = excluded.sealed
                """)
        }
    }

    /// Destroys every box of the months before.
    package func deleteDutyBoxes(before month: Month, agency: String) throws {
        try execute("DELETE FROM duty_month WHERE agency = \(agency) AND month < \(month.text)")
    }
}
