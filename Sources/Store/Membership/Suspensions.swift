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

/// A role that a suspension interrupted, as it was held before.
package struct InterruptedHolding: Sendable, Equatable {
    package let id: String
    package let holding: Holding
}

extension Transaction {
    /// Keeps a suspension and ends the account's holdings of those roles with its day, remembering until when they were to
    /// be held.
    package func insert(_ suspension: Suspension, interrupting roles: [RoleID], agency: String) throws {
        try execute(
            """
            INSERT INTO suspension (id, agency, account, ground, begun_by, begun_on)
            VALUES (\(suspension.id), \(agency), \(suspension.account), \(suspension.ground), \(suspension.begunBy),
                \(suspension.begunOn.text))
            """)
        for row in try holdings(of: roles, agency: agency, heldAfter: suspension.begunOn)
        where row.account == suspension.account {
            try execute(
                """
                INSERT INTO suspension_holding (suspension, holding, held_until)
                VALUES (\(suspension.id), \(row.id), \(row.holding.until?.text))
                """)
            try endHolding(agency: agency, account: row.account, id: row.id, on: suspension.begunOn)
        }
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

    /// The roles that a suspension interrupted, as they were held before; none of somebody who left the agency meanwhile.
    package func interruptedHoldings(of suspension: Suspension, agency: String) throws -> [InterruptedHolding] {
        try rows(
            """
            SELECT holding.id, holding.role, holding.area, holding.starts_on, suspension_holding.held_until
            FROM suspension_holding JOIN holding ON holding.id = suspension_holding.holding
            JOIN account ON account.agency = holding.agency AND account.id = holding.account
            LEFT JOIN person ON person.agency = account.agency AND person.id = account.person
            WHERE suspension_holding.suspension = \(suspension.id) AND holding.agency = \(agency)
                AND person.ended_on IS NULL
            ORDER BY holding.starts_on, holding.id
            """
        ).map { row in
            guard let startsOn = Day(try row.text("starts_on")) else {
                throw StoreFault.unreadable(column: "starts_on", problem: "is no day")
            }
            return InterruptedHolding(
                id: try row.text("id"),
                holding: Holding(
                    role: RoleID(try row.text("role")), area: try row.optionalText("area"), startsOn: startsOn,
                    until: try row.optionalText("held_until").flatMap { Day($0) }))
        }
    }

    /// Lets a holding that was interrupted go on.
    package func goOn(_ interrupted: InterruptedHolding, account: String, agency: String) throws {
        try execute(
            """
            UPDATE holding SET held_until = \(interrupted.holding.until?.text)
            WHERE agency = \(agency) AND account = \(account) AND id = \(interrupted.id)
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
