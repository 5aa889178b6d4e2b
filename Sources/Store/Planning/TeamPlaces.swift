import Program

/// Where somebody with an account works, and when they retire.
package struct TeamPlaceRow: Sendable {
    package let account: String
    package let name: String
    /// Nothing for whoever is in no directory, or has left.
    package let place: WorkPlace?
    package let retiresOn: Day?

    fileprivate init(_ row: Row) throws {
        account = try row.text("account")
        name = try row.text("name")
        let isListed = try row.optionalText("division") != nil
        place = isListed ? try WorkPlace(row) : nil
        retiresOn = try row.optionalText("retires_on").flatMap { Day($0) }
    }
}

extension WorkPlace {
    fileprivate init(_ row: Row) throws {
        guard let classification = PersonRecord.Classification(rawValue: try row.text("classification")) else {
            throw StoreFault.unreadable(column: "classification", problem: "is no classification")
        }
        self.init(
            division: try row.text("division"), unit: try row.text("unit"), shift: try row.text("shift"),
            classification: classification)
    }
}

extension Transaction {
    /// Those accounts with where their people work.
    package func teamPlaces(of accounts: [String], agency: String) throws -> [TeamPlaceRow] {
        try stride(from: 0, to: accounts.count, by: 1000).flatMap { beginning in
            let some = Array(accounts[beginning..<min(beginning + 1000, accounts.count)])
            return try rows(
                """
                SELECT account.id AS account, account.name, person.division, person.unit, person.shift,
                    person.classification, person.retires_on
                FROM account LEFT JOIN person
                    ON person.agency = account.agency AND person.id = account.person AND person.ended_on IS NULL
                WHERE account.agency = \(agency) AND account.id IN (\(list: some))
                """
            ).map(TeamPlaceRow.init)
        }
    }

    /// How many people of the directory work at each place.
    package func headcount(agency: String) throws -> Headcount {
        let counted = try rows(
            """
            SELECT division, unit, shift, classification, count(*) AS people FROM person
            WHERE agency = \(agency) AND ended_on IS NULL GROUP BY division, unit, shift, classification
            """
        ).map { (try WorkPlace($0), try $0.int("people")) }
        return Headcount(Dictionary(counted, uniquingKeysWith: +))
    }

    /// Adds to how many members were moved or promoted in a month.
    package func addTeamChanges(_ kind: TeamChange, members: Int, in month: Month, agency: String) throws {
        guard members > 0 else { return }
        try execute(
            """
            INSERT INTO team_change (agency, month, kind, members)
            VALUES (\(agency), \(month.text), \(kind.rawValue), \(members))
            ON CONFLICT (agency, month, kind) DO UPDATE SET members = team_change.members + excluded.members
            """)
    }

    /// How many members were moved or promoted from that month on.
    package func teamChanges(agency: String, from month: Month) throws -> [TeamChange: Int] {
        let found = try rows(
            """
            SELECT kind, sum(members) AS members FROM team_change
            WHERE agency = \(agency) AND month >= \(month.text) GROUP BY kind
            """
        ).compactMap { row in
            try TeamChange(rawValue: try row.text("kind")).map { ($0, try row.int("members")) }
        }
        return Dictionary(found, uniquingKeysWith: +)
    }

    /// How many accounts stopped holding any of those roles since that day, and hold none of them on the next.
    package func membersWhoLeft(_ roles: [RoleID], agency: String, since: Day, today: Day) throws -> Int {
        try row(
            """
            SELECT count(DISTINCT account) AS members FROM holding
            WHERE agency = \(agency) AND role IN (\(list: roles.map(\.text)))
                AND held_until > \(since.text) AND held_until <= \(today.text)
                AND account NOT IN (
                    SELECT account FROM holding WHERE agency = \(agency) AND role IN (\(list: roles.map(\.text)))
                        AND (held_until IS NULL OR held_until > \(today.text)))
            """
        )?.int("members") ?? 0
    }

    /// What whoever plans has entered.
    package func sizingEntries(agency: String) throws -> [SizingEntry] {
        try rows("SELECT factor, value, entered_on FROM sizing_entry WHERE agency = \(agency)").compactMap { row in
            guard let day = Day(try row.text("entered_on")) else {
                throw StoreFault.unreadable(column: "entered_on", problem: "is no day")
            }
            // A factor that the program does not know any more is not shown.
            return try SizingRule.Factor(rawValue: try row.text("factor")).map {
                SizingEntry(factor: $0, value: try row.int("value"), enteredOn: day)
            }
        }
    }

    /// Keeps an entry, in place of the one before.
    package func set(_ entry: SizingEntry, agency: String) throws {
        try execute(
            """
            INSERT INTO sizing_entry (agency, factor, value, entered_on)
            VALUES (\(agency), \(entry.factor.rawValue), \(entry.value), \(entry.enteredOn.text))
            ON CONFLICT (agency, factor) DO UPDATE SET value = excluded.value, entered_on = excluded.entered_on
            """)
    }
}
