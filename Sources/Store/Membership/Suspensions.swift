import Program

extension Suspension {
    fileprivate static let columns: SQL = "id, account, ground, begun_by, begun_on, confirmed_on"

    fileprivate init(_ row: Row) throws {
        guard let begunOn = Day(try row.text("begun_on")) else {
            throw StoreFault.unreadable(column: "begun_on", problem: "is no day")
        }
        self.init(
            id: try row.text("id"), account: try row.text("account"), ground: try row.text("ground"),
            begunBy: try row.text("begun_by"), begunOn: begunOn,
            confirmedOn: try row.optionalText("confirmed_on").flatMap { Day($0) })
    }
}

extension Transaction {
    /// Keeps a suspension.
    package func insert(_ suspension: Suspension, agency: String) throws {
        try execute(
            """
            INSERT INTO suspension (id, agency, account, ground, begun_by, begun_on)
            VALUES (\(suspension.id), \(agency), \(suspension.account), \(suspension.ground), \(suspension.begunBy),
                \(suspension.begunOn.text))
            """)
    }

    /// Since when those are suspended who wait for the last word, by account.
    package func openSuspensions(agency: String) throws -> [String: Day] {
        let rows = try rows(
            "SELECT account, begun_on FROM suspension WHERE agency = \(agency) AND confirmed_on IS NULL")
        return try rows.reduce(into: [:]) { $0[try $1.text("account")] = try $1.day("begun_on") }
    }

    package func suspension(_ id: String, agency: String) throws -> Suspension? {
        try row("SELECT \(Suspension.columns) FROM suspension WHERE agency = \(agency) AND id = \(id)")
            .map(Suspension.init)
    }

    /// The suspension of the account that waits for the last word.
    package func openSuspension(of account: String, agency: String) throws -> Suspension? {
        try row(
            """
            SELECT \(Suspension.columns) FROM suspension
            WHERE agency = \(agency) AND account = \(account) AND confirmed_on IS NULL
            """
        ).map(Suspension.init)
    }

    /// The account's suspension: the one that waits, or the last that was confirmed.
    package func latestSuspension(of account: String, agency: String) throws -> Suspension? {
        try row(
            """
            SELECT \(Suspension.columns) FROM suspension WHERE agency = \(agency) AND account = \(account)
            ORDER BY CASE WHEN confirmed_on IS NULL THEN 0 ELSE 1 END, begun_on DESC, id LIMIT 1
            """
        ).map(Suspension.init)
    }

    /// Removes the member for good.
    package func confirmSuspension(_ id: String, agency: String, on day: Day) throws {
        try execute(
            """
            UPDATE suspension SET confirmed_on = \(day.text)
            WHERE agency = \(agency) AND id = \(id) AND confirmed_on IS NULL
            """)
    }

    /// Forgets a suspension.
    package func deleteSuspension(_ id: String, agency: String) throws {
        try execute(
            """
            DELETE FROM suspension_holding
            WHERE suspension IN (SELECT id FROM suspension WHERE agency = \(agency) AND id = \(id))
            """)
        try execute("DELETE FROM suspension WHERE agency = \(agency) AND id = \(id)")
    }

    /// Forgets those confirmed before that day.
    package func deleteSuspensions(agency: String, confirmedBefore day: Day) throws {
        try execute(
            """
            DELETE FROM suspension_holding WHERE suspension IN (
                SELECT id FROM suspension WHERE agency = \(agency) AND confirmed_on < \(day.text))
            """)
        try execute("DELETE FROM suspension WHERE agency = \(agency) AND confirmed_on < \(day.text)")
    }
}
