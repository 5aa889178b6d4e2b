import Program

/// Who stands in for the holder of a role, and when.
package struct DesigneeRow: Sendable, Equatable {
    package let id: String
    package let role: RoleID
    package let account: String
    /// The holder who named them.
    package let namedBy: String
    package let startsOn: Day
    /// The first day on which they no longer stand in.
    package let until: Day

    package init(id: String, role: RoleID, account: String, namedBy: String, startsOn: Day, until: Day) {
        self.id = id
        self.role = role
        self.account = account
        self.namedBy = namedBy
        self.startsOn = startsOn
        self.until = until
    }

    fileprivate init(_ row: Row) throws {
        guard let startsOn = Day(try row.text("starts_on")), let until = Day(try row.text("until")) else {
            throw StoreFault.unreadable(column: "until", problem: "is no day")
        }
        self.init(
            id: try row.text("id"), role: RoleID(try row.text("role")), account: try row.text("account"),
            namedBy: try row.text("named_by"), startsOn: startsOn, until: until)
    }
}

extension Transaction {
    /// - Parameter moment: from when on they are told what the office is told.
    package func insert(_ designee: DesigneeRow, agency: String, toldFrom moment: Instant) throws {
        try execute(
            """
            INSERT INTO designee (id, agency, role, account, named_by, starts_on, until, told_from)
            VALUES (\(designee.id), \(agency), \(designee.role.text), \(designee.account), \(designee.namedBy),
                \(designee.startsOn.text), \(designee.until.text), \(moment.milliseconds))
            """)
    }

    /// Those who stand in for a holder of the role after that day, or will.
    package func designees(of role: RoleID, agency: String, after day: Day) throws -> [DesigneeRow] {
        try rows(
            """
            SELECT id, role, account, named_by, starts_on, until FROM designee
            WHERE agency = \(agency) AND role = \(role.text) AND until > \(day.text) ORDER BY starts_on, id
            """
        ).map(DesigneeRow.init)
    }

    /// The roles that the account stands in for on that day. Whoever named it must still hold the role.
    package func rolesStoodInFor(by account: String, agency: String, on day: Day) throws -> [RoleID] {
        try rows(
            """
            SELECT DISTINCT designee.role FROM designee
            JOIN holding ON holding.agency = designee.agency AND holding.account = designee.named_by
                AND holding.role = designee.role
            WHERE designee.agency = \(agency) AND designee.account = \(account)
                AND designee.starts_on <= \(day.text) AND designee.until > \(day.text)
                AND holding.starts_on <= \(day.text) AND (holding.held_until IS NULL OR holding.held_until > \(day.text))
            ORDER BY designee.role
            """
        ).map { RoleID(try $0.text("role")) }
    }

    /// The accounts that stand in for a present holder of the role on that day.
    package func accountsStandingIn(for role: RoleID, agency: String, on day: Day) throws -> [String] {
        try rows(
            """
            SELECT DISTINCT designee.account FROM designee
            JOIN holding ON holding.agency = designee.agency AND holding.account = designee.named_by
                AND holding.role = designee.role
            WHERE designee.agency = \(agency) AND designee.role = \(role.text)
                AND designee.starts_on <= \(day.text) AND designee.until > \(day.text)
                AND holding.starts_on <= \(day.text) AND (holding.held_until IS NULL OR holding.held_until > \(day.text))
            ORDER BY designee.account
            """
        ).map { try $0.text("account") }
    }

    /// Ends a designation that the account made: from that day on it no longer stands. False where there is none.
    package func endDesignee(_ id: String, namedBy account: String, agency: String, on day: Day) throws -> Bool {
        try execute(
            """
            UPDATE designee SET until = CASE WHEN starts_on > \(day.text) THEN starts_on ELSE \(day.text) END
            WHERE agency = \(agency) AND id = \(id) AND named_by = \(account) AND until > \(day.text)
            """) == 1
    }

    /// Ends whatever the account stands in for: from that day on it does no longer.
    package func endDesignees(of account: String, agency: String, on day: Day) throws {
        try execute(
            """
            UPDATE designee SET until = CASE WHEN starts_on > \(day.text) THEN starts_on ELSE \(day.text) END
            WHERE agency = \(agency) AND account = \(account) AND until > \(day.text)
            """)
    }

    package func deleteDesignees(agency: String, endedBefore day: Day) throws {
        try execute("DELETE FROM designee WHERE agency = \(agency) AND until < \(day.text)")
    }
}
