import Program

/// A role that an import ended, as it is remembered.
package struct ImportEndingRow: Sendable, Equatable {
    package let role: RoleEndedByImport
    /// The import that ended it.
    package let `import`: String
    package let endedOn: Day
    /// The server's own mark that it wrote this row, at that place of the chain.
    package let vouched: [UInt8]

    package init(role: RoleEndedByImport, import: String, endedOn: Day, vouched: [UInt8]) {
        self.role = role
        self.import = `import`
        self.endedOn = endedOn
        self.vouched = vouched
    }

    /// What the mark is made of, besides the role's id.
    package var fields: [String?] { ["import ending", `import`, endedOn.text, role.holding.until?.text] }

    fileprivate init(_ row: Row) throws {
        guard let startsOn = Day(try row.text("starts_on")), let endedOn = Day(try row.text("ended_on")) else {
            throw StoreFault.unreadable(column: "ended_on", problem: "is no day")
        }
        role = RoleEndedByImport(
            id: try row.text("id"), account: try row.text("account"), login: try row.text("login"),
            person: try row.text("person"),
            holding: Holding(
                role: RoleID(try row.text("role")), area: try row.optionalText("area"), startsOn: startsOn,
                until: try row.optionalText("until").flatMap { Day($0) }))
        `import` = try row.text("import")
        self.endedOn = endedOn
        vouched = try row.blob("vouched")
    }
}

/// An account with its person in the directory.
package struct AccountOfPerson: Sendable, Equatable {
    package let id: String
    package let login: String
    package let person: String

    package init(id: String, login: String, person: String) {
        self.id = id
        self.login = login
        self.person = person
    }
}

extension Transaction {
    /// The accounts of those people.
    package func accounts(ofPeople people: [String], agency: String) throws -> [AccountOfPerson] {
        try stride(from: 0, to: people.count, by: 1000).flatMap { beginning in
            let some = Array(people[beginning..<min(beginning + 1000, people.count)])
            return try rows(
                """
                SELECT id, login, person FROM account WHERE agency = \(agency) AND person IN (\(list: some))
                ORDER BY login
                """
            ).map {
                AccountOfPerson(
                    id: try $0.text("id"), login: try $0.text("login"), person: try $0.text("person"))
            }
        }
    }

    /// Remembers what an import ended.
    package func insert(_ ending: ImportEndingRow, agency: String) throws {
        try execute(
            """
            INSERT INTO import_ending (holding, agency, import, ended_on, held_until, vouched)
            VALUES (\(ending.role.id), \(agency), \(ending.import), \(ending.endedOn.text),
                \(ending.role.holding.until?.text), \(ending.vouched))
            """)
    }

    /// What imports have ended of those people's roles and is remembered, the earliest first.
    package func importEndings(ofPeople people: [String], agency: String) throws -> [ImportEndingRow] {
        try stride(from: 0, to: people.count, by: 1000).flatMap { beginning in
            let some = Array(people[beginning..<min(beginning + 1000, people.count)])
            return try rows(
                """
                SELECT holding.id, holding.account, account.login, account.person, holding.role, holding.area,
                    holding.starts_on, import_ending.held_until AS until, import_ending.import,
                    import_ending.ended_on, import_ending.vouched
                FROM import_ending JOIN holding ON holding.id = import_ending.holding
                JOIN account ON account.agency = holding.agency AND account.id = holding.account
                WHERE import_ending.agency = \(agency) AND account.person IN (\(list: some))
                ORDER BY import_ending.ended_on, holding.starts_on, holding.id
                """
            ).map(ImportEndingRow.init)
        }
    }

    /// Lets a role that an import ended go on as it was held before.
    package func goOn(_ role: RoleEndedByImport, agency: String) throws {
        try execute(
            """
            UPDATE holding SET held_until = \(role.holding.until?.text)
            WHERE agency = \(agency) AND account = \(role.account) AND id = \(role.id)
            """)
    }

    /// Forgets what imports ended of those roles.
    package func deleteImportEndings(of holdings: [String], agency: String) throws {
        for beginning in stride(from: 0, to: holdings.count, by: 1000) {
            let some = Array(holdings[beginning..<min(beginning + 1000, holdings.count)])
            try execute("DELETE FROM import_ending WHERE agency = \(agency) AND holding IN (\(list: some))")
        }
    }

    /// Forgets what imports ended before that day.
    package func deleteImportEndings(agency: String, endedBefore day: Day) throws {
        try execute("DELETE FROM import_ending WHERE agency = \(agency) AND ended_on < \(day.text)")
    }

    /// The standing of the account's person in the directory.
    package func standing(of account: String, agency: String) throws -> MemberStanding {
        try standings(of: [account], agency: agency)[account] ?? .outside
    }

    /// The standing of each of those accounts' people.
    package func standings(of accounts: [String], agency: String) throws -> [String: MemberStanding] {
        let found = try stride(from: 0, to: accounts.count, by: 1000).flatMap { beginning in
            let some = Array(accounts[beginning..<min(beginning + 1000, accounts.count)])
            return try rows(
                """
                SELECT account.id, person.classification, person.hired_on, person.ended_on
                FROM account JOIN person ON person.agency = account.agency AND person.id = account.person
                WHERE account.agency = \(agency) AND account.id IN (\(list: some))
                """
            ).map { (try $0.text("id"), try MemberStanding($0)) }
        }
        return Dictionary(found, uniquingKeysWith: { first, _ in first })
    }
}

extension MemberStanding {
    fileprivate init(_ row: Row) throws {
        guard let hiredOn = Day(try row.text("hired_on")),
            let classification = PersonRecord.Classification(rawValue: try row.text("classification"))
        else { throw StoreFault.unreadable(column: "hired_on", problem: "is no day") }
        self = try row.optionalText("ended_on") == nil ? .listed(classification, from: hiredOn) : .left
    }
}
