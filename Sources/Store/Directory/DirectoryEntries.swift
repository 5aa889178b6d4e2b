import Program

/// How the agency's directory calls somebody whom it pushes.
package struct DirectoryEntry: Sendable, Equatable {
    package let person: String
    package let userName: String
    package let externalID: String?

    package init(person: String, userName: String, externalID: String?) {
        self.person = person
        self.userName = userName
        self.externalID = externalID
    }

    /// By which a user name is found: capitals do not count.
    package static func key(_ userName: String) -> String { userName.lowercased() }

    fileprivate init(_ row: Row) throws {
        person = try row.text("person")
        userName = try row.text("user_name")
        externalID = try row.optionalText("external_id")
    }
}

/// Whom a directory asks for.
package enum DirectorySearch: Sendable, Equatable {
    case everybody
    case person(String)
    case userName(String)
    case externalID(String)
    case employeeNumber(String)
}

extension Transaction {
    package func directoryEntry(of person: String, agency: String) throws -> DirectoryEntry? {
        try row(
            """
            SELECT person, user_name, external_id FROM directory_entry
            WHERE agency = \(agency) AND person = \(person)
            """
        ).map(DirectoryEntry.init)
    }

    package func directoryEntry(named userName: String, agency: String) throws -> DirectoryEntry? {
        try row(
            """
            SELECT person, user_name, external_id FROM directory_entry
            WHERE agency = \(agency) AND user_key = \(DirectoryEntry.key(userName))
            """
        ).map(DirectoryEntry.init)
    }

    /// Those whom the directory asks for, by user name, and how many they are in all.
    package func directoryEntries(
        _ search: DirectorySearch, agency: String, from first: Int, limit: Int
    ) throws -> (entries: [DirectoryEntry], total: Int) {
        switch search {
        case .everybody:
            let entries = try rows(
                """
                SELECT person, user_name, external_id FROM directory_entry WHERE agency = \(agency)
                ORDER BY user_key LIMIT \(limit) OFFSET \(first)
                """
            ).map(DirectoryEntry.init)
            let total = try row("SELECT count(*) AS entries FROM directory_entry WHERE agency = \(agency)")?
                .int("entries")
            return (entries, total ?? 0)
        case .person(let id): return Self.page(try directoryEntry(of: id, agency: agency), from: first, limit)
        case .userName(let name): return Self.page(try directoryEntry(named: name, agency: agency), from: first, limit)
        case .employeeNumber(let number):
            let id = try person(agency: agency, everWith: number)?.id
            return Self.page(try id.flatMap { try directoryEntry(of: $0, agency: agency) }, from: first, limit)
        case .externalID(let id):
            let entries = try rows(
                """
                SELECT person, user_name, external_id FROM directory_entry
                WHERE agency = \(agency) AND external_id = \(id) ORDER BY user_key
                """
            ).map(DirectoryEntry.init)
            return (Array(entries.dropFirst(first).prefix(limit)), entries.count)
        }
    }

    private static func page(
        _ only: DirectoryEntry?, from first: Int, _ limit: Int
    ) -> (entries: [DirectoryEntry], total: Int) {
        let found = only.map { [$0] } ?? []
        return (Array(found.dropFirst(first).prefix(limit)), found.count)
    }

    /// Keeps it in the place of what was kept before.
    package func set(_ entry: DirectoryEntry, agency: String) throws {
        try execute(
            """
            INSERT INTO directory_entry (agency, person, user_name, user_key, external_id)
            VALUES (\(agency), \(entry.person), \(entry.userName), \(DirectoryEntry.key(entry.userName)),
                \(entry.externalID))
            ON CONFLICT (agency, person) DO UPDATE SET user_name = excluded.user_name,
                user_key = excluded.user_key, external_id = excluded.external_id
            """)
    }

    package func deleteDirectoryEntry(of person: String, agency: String) throws {
        try execute("DELETE FROM directory_entry WHERE agency = \(agency) AND person = \(person)")
    }

    // MARK: Tokens

    package func insertDirectoryToken(id: String, _ token: [UInt8], agency: String, on day: Day) throws {
        try execute(
            """
            INSERT INTO directory_token (id, agency, token, made_on)
            VALUES (\(id), \(agency), \(token), \(day.text))
            """)
    }

    /// The agency's tokens, the oldest first.
    package func directoryTokens(agency: String) throws -> [DirectoryTokenRow] {
        try rows(
            "SELECT id, made_on, used_on FROM directory_token WHERE agency = \(agency) ORDER BY made_on, id"
        ).map(DirectoryTokenRow.init)
    }

    /// The token that is found so, with its agency.
    package func directoryToken(_ token: [UInt8]) throws -> (agency: String, row: DirectoryTokenRow)? {
        try row("SELECT id, agency, made_on, used_on FROM directory_token WHERE token = \(token)").map {
            (agency: try $0.text("agency"), row: try DirectoryTokenRow($0))
        }
    }

    package func hasDirectoryToken(id: String, agency: String) throws -> Bool {
        try row("SELECT 1 AS one FROM directory_token WHERE agency = \(agency) AND id = \(id)") != nil
    }

    package func setDirectoryTokenUsed(id: String, agency: String, on day: Day) throws {
        try execute("UPDATE directory_token SET used_on = \(day.text) WHERE agency = \(agency) AND id = \(id)")
    }

    /// Takes a token back. False where there is none.
    package func deleteDirectoryToken(id: String, agency: String) throws -> Bool {
        try execute("DELETE FROM directory_token WHERE agency = \(agency) AND id = \(id)") == 1
    }

    // MARK: Defaults

    package func directoryDefaults(agency: String) throws -> [PersonnelColumn: String] {
        let rows = try rows("SELECT field, value FROM directory_default WHERE agency = \(agency) ORDER BY field")
        return try rows.reduce(into: [:]) { defaults, row in
            guard let column = PersonnelColumn(rawValue: try row.text("field")) else {
                throw StoreFault.unreadable(column: "field", problem: "is no column")
            }
            defaults[column] = try row.text("value")
        }
    }

    package func setDirectoryDefaults(_ defaults: [PersonnelColumn: String], agency: String) throws {
        try execute("DELETE FROM directory_default WHERE agency = \(agency)")
        for (column, value) in defaults {
            try execute(
                """
                INSERT INTO directory_default (agency, field, value)
                VALUES (\(agency), \(column.rawValue), \(value))
                """)
        }
    }

    // MARK: Who waits for a word

    /// Keeps that the directory wants to end them; the first day stays.
    package func setDirectoryEnding(of person: String, agency: String, on day: Day) throws {
        try execute(
            """
            INSERT INTO directory_ending (agency, person, asked_on) VALUES (\(agency), \(person), \(day.text))
            ON CONFLICT (agency, person) DO NOTHING
            """)
    }

    /// Whom the directory wants to end and who is still with the agency, by employee number.
    package func directoryEndings(agency: String) throws -> [ListedPerson] {
        let ids = try rows("SELECT person FROM directory_ending WHERE agency = \(agency) ORDER BY person").map {
            try $0.text("person")
        }
        return try people(withIDs: ids, agency: agency).filter { $0.endedOn == nil }
            .sorted { $0.record.employeeNumber < $1.record.employeeNumber }
    }

    package func deleteDirectoryEnding(of person: String, agency: String) throws {
        try execute("DELETE FROM directory_ending WHERE agency = \(agency) AND person = \(person)")
    }

    package func deleteDirectoryEndings(agency: String) throws {
        try execute("DELETE FROM directory_ending WHERE agency = \(agency)")
    }

    package func deleteDirectoryEndings(agency: String, askedBefore day: Day) throws {
        try execute("DELETE FROM directory_ending WHERE agency = \(agency) AND asked_on < \(day.text)")
    }
}

/// A token of an agency's directory, as it may be shown.
package struct DirectoryTokenRow: Sendable, Equatable {
    package let id: String
    package let madeOn: Day
    /// The newest day on which it was used.
    package let usedOn: Day?

    fileprivate init(_ row: Row) throws {
        guard let madeOn = Day(try row.text("made_on")) else {
            throw StoreFault.unreadable(column: "made_on", problem: "is no day")
        }
        id = try row.text("id")
        self.madeOn = madeOn
        usedOn = try row.optionalText("used_on").flatMap { Day($0) }
    }
}
