import Program

/// What interrupts somebody's roles in the team, so that they can go on as they were.
package enum Interruption: Sendable, Equatable {
    /// One that waits for the last word.
    case suspension(String)
    /// What pauses a membership, by the membership.
    case pauses(membership: String)
}

/// A role that was interrupted, as it was held before.
package struct InterruptedHolding: Sendable, Equatable {
    package let id: String
    package let holding: Holding
}

extension Transaction {
    /// Ends the account's holdings of those roles with that day, remembering until when they were to be held.
    ///
    /// - Parameter termEnd: a holding that ended by itself with this day is remembered too, so that a renewed term lets it go on.
    package func interrupt(
        _ roles: [RoleID], of account: String, by interruption: Interruption, agency: String, on day: Day,
        endedWith termEnd: Day? = nil
    ) throws {
        for row in try holdings(of: account, agency: agency) where roles.contains(row.holding.role) {
            let isHeld = row.holding.until.map { $0 > day } ?? true
            guard isHeld || (termEnd != nil && row.holding.until == termEnd) else { continue }
            try remember(row.id, until: row.holding.until, by: interruption)
            if isHeld { try endHolding(agency: agency, account: account, id: row.id, on: day) }
        }
    }

    private func remember(_ holding: String, until: Day?, by interruption: Interruption) throws {
        switch interruption {
        case .suspension(let id):
            try execute(
                """
                INSERT INTO suspension_holding (suspension, holding, held_until) VALUES (\(id), \(holding), \(until?.text))
                """)
        case .pauses(let membership):
            try execute(
                """
                INSERT INTO membership_holding (membership, holding, held_until)
                VALUES (\(membership), \(holding), \(until?.text)) ON CONFLICT (membership, holding) DO NOTHING
                """)
        }
    }

    /// The roles that were interrupted, as they were held before; none of somebody who left the agency meanwhile.
    package func interruptedHoldings(by interruption: Interruption, agency: String) throws -> [InterruptedHolding] {
        let rows =
            switch interruption {
            case .suspension(let id):
                try rows(
                    """
                    SELECT holding.id, holding.role, holding.area, holding.starts_on, suspension_holding.held_until
                    FROM suspension_holding JOIN holding ON holding.id = suspension_holding.holding
                    JOIN account ON account.agency = holding.agency AND account.id = holding.account
                    LEFT JOIN person ON person.agency = account.agency AND person.id = account.person
                    WHERE suspension_holding.suspension = \(id) AND holding.agency = \(agency) AND person.ended_on IS NULL
                    ORDER BY holding.starts_on, holding.id
                    """)
            case .pauses(let membership):
                try rows(
                    """
                    SELECT holding.id, holding.role, holding.area, holding.starts_on, membership_holding.held_until
                    FROM membership_holding JOIN holding ON holding.id = membership_holding.holding
                    JOIN account ON account.agency = holding.agency AND account.id = holding.account
                    LEFT JOIN person ON person.agency = account.agency AND person.id = account.person
                    WHERE membership_holding.membership = \(membership) AND holding.agency = \(agency)
                        AND person.ended_on IS NULL
                    ORDER BY holding.starts_on, holding.id
                    """)
            }
        return try rows.map { row in
            InterruptedHolding(
                id: try row.text("id"),
                holding: Holding(
                    role: RoleID(try row.text("role")), area: try row.optionalText("area"),
                    startsOn: try row.day("starts_on"), until: try row.optionalDay("held_until")))
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

    /// Forgets what pauses of a membership interrupted.
    package func forgetInterrupted(byPausesOf membership: String) throws {
        try execute("DELETE FROM membership_holding WHERE membership = \(membership)")
    }

    /// What a suspension interrupted waits for the end of the membership's pauses from now on.
    package func passInterrupted(from suspension: String, toPausesOf membership: String) throws {
        try execute(
            """
            INSERT INTO membership_holding (membership, holding, held_until)
            SELECT CAST(\(membership) AS TEXT), holding, held_until FROM suspension_holding WHERE suspension = \(suspension)
            ON CONFLICT (membership, holding) DO NOTHING
            """)
    }

    /// Moves the end of the roles that were to end with a term to the end of the next.
    package func extendHoldings(
        of roles: [RoleID], account: String, membership: String, endingOn old: Day, to new: Day?, agency: String
    ) throws {
        try execute(
            """
            UPDATE membership_holding SET held_until = \(new?.text)
            WHERE membership = \(membership) AND held_until = \(old.text)
            """)
        try execute(
            """
            UPDATE holding SET held_until = \(new?.text)
            WHERE agency = \(agency) AND account = \(account) AND role IN (\(list: roles.map(\.text)))
                AND held_until = \(old.text)
                AND NOT EXISTS (
                    SELECT 1 FROM membership_holding
                    WHERE membership_holding.membership = \(membership) AND membership_holding.holding = holding.id)
            """)
    }
}
