import Program

/// A role that an account holds, as stored.
package struct HoldingRow: Sendable, Equatable {
    package let id: String
    package let account: String
    package let holding: Holding
    /// From when on its holder is told what the office is told; nothing for one from before that was kept.
    package let toldFrom: Instant?

    fileprivate init(_ row: Row) throws {
        guard let startsOn = Day(try row.text("starts_on")) else {
            throw StoreFault.unreadable(column: "starts_on", problem: "is no day")
        }
        id = try row.text("id")
        account = try row.text("account")
        holding = Holding(
            role: RoleID(try row.text("role")), area: try row.optionalText("area"), startsOn: startsOn,
            until: try row.optionalText("held_until").flatMap { Day($0) })
        toldFrom = try row.optionalInstant("told_from")
    }
}

extension Transaction {
    /// - Parameter moment: from when on its holder is told what the office is told.
    package func insert(
        _ holding: Holding, id: String, account: String, agency: String, toldFrom moment: Instant
    ) throws {
        try execute(
            """
            INSERT INTO holding (id, agency, account, role, area, starts_on, held_until, told_from)
            VALUES (\(id), \(agency), \(account), \(holding.role.text), \(holding.area), \(holding.startsOn.text),
                \(holding.until?.text), \(moment.milliseconds))
            """)
    }

    /// Every role the account has held, the earliest first.
    package func holdings(of account: String, agency: String) throws -> [HoldingRow] {
        try rows(
            """
            SELECT id, account, role, area, starts_on, held_until, told_from FROM holding
            WHERE agency = \(agency) AND account = \(account) ORDER BY starts_on, id
            """
        ).map(HoldingRow.init)
    }

    /// Every role that those accounts have held; that any account of the agency has where none are named.
    package func holdings(ofAccounts accounts: [String]?, agency: String) throws -> [HoldingRow] {
        guard let accounts else {
            return try rows(
                """
                SELECT id, account, role, area, starts_on, held_until, told_from FROM holding
                WHERE agency = \(agency) ORDER BY account, starts_on, id
                """
            ).map(HoldingRow.init)
        }
        return try rows(
            """
            SELECT id, account, role, area, starts_on, held_until, told_from FROM holding
            WHERE agency = \(agency) AND account IN (\(list: accounts)) ORDER BY account, starts_on, id
            """
        ).map(HoldingRow.init)
    }

    /// Every role that the person of that account holds on the day or will hold, by whatever account of theirs, and every role
    /// that they stand in for.
    package func holdings(ofPersonOf account: String, agency: String, heldAfter day: Day) throws -> [Holding] {
        let own = try accountsOfPerson(of: account, agency: agency)
        let held = try own.flatMap { try holdings(of: $0, agency: agency).map(\.holding) }
        let standingIn = try rows(
            """
            SELECT role, starts_on, until FROM designee
            WHERE agency = \(agency) AND account IN (\(list: own)) AND until > \(day.text)
            """
        ).map { row in
            guard let startsOn = Day(try row.text("starts_on")), let until = Day(try row.text("until")) else {
                throw StoreFault.unreadable(column: "until", problem: "is no day")
            }
            return Holding(role: RoleID(try row.text("role")), area: nil, startsOn: startsOn, until: until)
        }
        return held.filter { $0.until.map { $0 > day } ?? true } + standingIn
    }

    /// Every holding of those roles in the agency that is still held after the day, or will be.
    package func holdings(of roles: [RoleID], agency: String, heldAfter day: Day) throws -> [HoldingRow] {
        try rows(
            """
            SELECT id, account, role, area, starts_on, held_until, told_from FROM holding
            WHERE agency = \(agency) AND role IN (\(list: roles.map(\.text)))
                AND (held_until IS NULL OR held_until > \(day.text))
            ORDER BY account, starts_on
            """
        ).map(HoldingRow.init)
    }

    package func holding(agency: String, account: String, id: String) throws -> HoldingRow? {
        try row(
            """
            SELECT id, account, role, area, starts_on, held_until, told_from FROM holding
            WHERE agency = \(agency) AND account = \(account) AND id = \(id)
            """
        ).map(HoldingRow.init)
    }

    /// Every role of those accounts that is still held after the day, or will be.
    package func holdings(ofAccounts accounts: [String], agency: String, heldAfter day: Day) throws -> [HoldingRow] {
        try stride(from: 0, to: accounts.count, by: 1000).flatMap { beginning in
            let some = Array(accounts[beginning..<min(beginning + 1000, accounts.count)])
            return try rows(
                """
                SELECT id, account, role, area, starts_on, held_until, told_from FROM holding
                WHERE agency = \(agency) AND account IN (\(list: some))
                    AND (held_until IS NULL OR held_until > \(day.text))
                ORDER BY account, starts_on, id
                """
            ).map(HoldingRow.init)
        }
    }

    /// Ends a holding: from that day on it is no longer held.
    package func endHolding(agency: String, account: String, id: String, on day: Day) throws {
        try execute(
            """
            UPDATE holding SET held_until = CASE WHEN starts_on > \(day.text) THEN starts_on ELSE \(day.text) END
            WHERE agency = \(agency) AND account = \(account) AND id = \(id)
            """)
    }
}
