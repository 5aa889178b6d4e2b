import Program

// Overrides.
extension Transaction {
    package func insert(_ override: RosterOverride, on list: RosterList.Kind, agency: String) throws {
        try execute(
            """
            INSERT INTO roster_override (id, agency, list, account, instead, from_at, until_at)
            VALUES (\(override.id), \(agency), \(list.text), \(override.account), \(override.instead),
                \(override.stretch.from.milliseconds), \(override.stretch.until.milliseconds))
            """)
    }

    /// Every override of the agency that is not over, in the order of their beginnings.
    package func overrides(agency: String, after now: Instant) throws -> [Listed<RosterOverride>] {
        try rows(
            """
            SELECT id, list, account, instead, from_at, until_at FROM roster_override
            WHERE agency = \(agency) AND until_at > \(now.milliseconds) ORDER BY from_at, id
            """
        ).map(listedOverride)
    }

    package func override(agency: String, id: String) throws -> Listed<RosterOverride>? {
        try row(
            """
            SELECT id, list, account, instead, from_at, until_at FROM roster_override
            WHERE agency = \(agency) AND id = \(id)
            """
        ).map(listedOverride)
    }

    package func deleteOverride(agency: String, id: String) throws {
        try execute("DELETE FROM roster_override WHERE agency = \(agency) AND id = \(id)")
    }

    private func listedOverride(_ row: Row) throws -> Listed<RosterOverride> {
        let override = RosterOverride(
            id: try row.text("id"), account: try row.text("account"), instead: try row.optionalText("instead"),
            stretch: try row.stretch(from: "from_at", until: "until_at"))
        return Listed(override, on: try row.rosterList())
    }
}

// Swaps.
extension Transaction {
    /// Keeps a swap, in the place of what it was where it was kept before.
    package func keep(_ swap: Swap, on list: RosterList.Kind, agency: String) throws {
        let over = max(swap.given.until, swap.inReturn?.until ?? swap.given.until)
        try execute(
            """
            INSERT INTO roster_swap (id, agency, list, giver, taker, from_at, until_at, return_from_at,
                return_until_at, number, over_at)
            VALUES (\(swap.id), \(agency), \(list.text), \(swap.giver), \(swap.taker),
                \(swap.given.from.milliseconds), \(swap.given.until.milliseconds),
                \(swap.inReturn?.from.milliseconds), \(swap.inReturn?.until.milliseconds), \(swap.number),
                \(over.milliseconds))
            ON CONFLICT (id) DO UPDATE SET taker = excluded.taker, number = excluded.number
            """)
    }

    /// Every swap of the agency that is not over, agreed or not.
    package func swaps(agency: String, after now: Instant) throws -> [Listed<Swap>] {
        try rows(
            """
            SELECT id, list, giver, taker, from_at, until_at, return_from_at, return_until_at, number
            FROM roster_swap WHERE agency = \(agency) AND over_at > \(now.milliseconds) ORDER BY from_at, id
            """
        ).map(listedSwap)
    }

    package func swap(agency: String, id: String) throws -> Listed<Swap>? {
        try row(
            """
            SELECT id, list, giver, taker, from_at, until_at, return_from_at, return_until_at, number
            FROM roster_swap WHERE agency = \(agency) AND id = \(id)
            """
        ).map(listedSwap)
    }

    /// The number of the next agreement on the list.
    package func nextSwapNumber(on list: RosterList.Kind, agency: String) throws -> Int {
        let last = try row(
            "SELECT max(number) AS last FROM roster_swap WHERE agency = \(agency) AND list = \(list.text)")
        return (try last?.optionalInt("last") ?? 0) + 1
    }

    package func deleteSwap(agency: String, id: String) throws {
        try execute("DELETE FROM roster_swap WHERE agency = \(agency) AND id = \(id)")
    }

    private func listedSwap(_ row: Row) throws -> Listed<Swap> {
        let taker = try row.optionalText("taker")
        let status: Swap.Status =
            switch (taker, try row.optionalInt("number")) {
            case (let taker?, let number?): .agreed(with: taker, number: number)
            case (let taker?, nil): .asked(of: taker)
            case (nil, _): .offered
            }
        let hasReturn = try row.optionalInt64("return_from_at") != nil
        let swap = Swap(
            id: try row.text("id"), giver: try row.text("giver"),
            given: try row.stretch(from: "from_at", until: "until_at"),
            inReturn: hasReturn ? try row.stretch(from: "return_from_at", until: "return_until_at") : nil,
            status: status)
        return Listed(swap, on: try row.rosterList())
    }
}

// Leave.
extension Transaction {
    package func insert(_ leave: Leave, agency: String) throws {
        try execute(
            """
            INSERT INTO roster_leave (id, agency, account, first_day, last_day)
            VALUES (\(leave.id), \(agency), \(leave.account), \(leave.firstDay.text), \(leave.lastDay.text))
            """)
    }

    /// Every leave in the agency that lasts to that day or beyond.
    package func leaves(agency: String, lastingTo day: Day) throws -> [Leave] {
        try rows(
            """
            SELECT id, account, first_day, last_day FROM roster_leave
            WHERE agency = \(agency) AND last_day >= \(day.text) ORDER BY first_day, id
            """
        ).map { row in
            Leave(
                id: try row.text("id"), account: try row.text("account"), firstDay: try row.rosterDay("first_day"),
                lastDay: try row.rosterDay("last_day"))
        }
    }

    /// Takes the account's own leave back. False where it has none of that id.
    package func deleteLeave(agency: String, account: String, id: String) throws -> Bool {
        try execute(
            "DELETE FROM roster_leave WHERE agency = \(agency) AND account = \(account) AND id = \(id)") == 1
    }
}

// Hours of their own.
extension Transaction {
    package func insert(_ own: OwnHours, agency: String) throws {
        try execute(
            """
            INSERT INTO roster_hours (id, agency, account, kind, weekdays, begins, ends)
            VALUES (\(own.id), \(agency), \(own.account), \(own.kind.rawValue), \(own.hours.weekdays.rawValue),
                \(own.hours.from), \(own.hours.until))
            """)
    }

    /// Everybody's own hours in the agency.
    package func ownHours(agency: String) throws -> [OwnHours] {
        try rows(
            """
            SELECT id, account, kind, weekdays, begins, ends FROM roster_hours
            WHERE agency = \(agency) ORDER BY account, begins, id
            """
        ).map { row in
            guard let kind = OwnHours.Kind(rawValue: try row.text("kind")) else {
                throw StoreFault.unreadable(column: "kind", problem: "is no kind of hours")
            }
            return OwnHours(
                id: try row.text("id"), account: try row.text("account"), kind: kind, hours: try row.weeklyHours())
        }
    }

    /// Closes the account's own hours. False where it has none of that id.
    package func deleteOwnHours(agency: String, account: String, id: String) throws -> Bool {
        try execute(
            "DELETE FROM roster_hours WHERE agency = \(agency) AND account = \(account) AND id = \(id)") == 1
    }
}
