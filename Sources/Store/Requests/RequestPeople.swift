import Program

/// An account a request's key can be sealed to.
package struct SealableAccount: Sendable, Equatable {
    package let account: String
    package let login: String
    package let name: String
    package let publicKey: [UInt8]
    package let person: String?
    package let unit: String?
    package let rank: String?
    package let isSupervisor: Bool
    package let investigates: Bool
}

extension Transaction {
    /// The enrolled accounts that hold one of the roles on that day, by account.
    package func sealableAccounts(holding roles: [RoleID], agency: String, on day: Day) throws -> [SealableAccount] {
        try rows(
            """
            \(sealable)
            WHERE account.agency = \(agency) AND account.public_key IS NOT NULL AND account.id IN (
                SELECT account FROM holding
                WHERE agency = \(agency) AND role IN (\(list: roles.map(\.text))) AND starts_on <= \(day.text)
                    AND (held_until IS NULL OR held_until > \(day.text)))
            ORDER BY account.id
            """
        ).map(SealableAccount.init)
    }

    package func sealableAccount(_ id: String, agency: String) throws -> SealableAccount? {
        try row(
            "\(sealable) WHERE account.agency = \(agency) AND account.id = \(id) AND account.public_key IS NOT NULL"
        ).map(SealableAccount.init)
    }

    /// The ids of everybody above and below a person of the directory, and of the person.
    package func chainOfCommand(of person: String, agency: String) throws -> Set<String> {
        let above = try rows(
            """
            WITH RECURSIVE above (id) AS (
                SELECT id FROM person WHERE agency = \(agency) AND id = \(person)
                UNION
                SELECT superior.supervisor FROM person superior JOIN above ON superior.id = above.id
                WHERE superior.agency = \(agency) AND superior.supervisor IS NOT NULL)
            SELECT id FROM above
            """)
        let below = try rows(
            """
            WITH RECURSIVE below (id) AS (
                SELECT id FROM person WHERE agency = \(agency) AND id = \(person)
                UNION
                SELECT person.id FROM person JOIN below ON person.supervisor = below.id
                WHERE person.agency = \(agency))
            SELECT id FROM below
            """)
        return Set(try (above + below).map { try $0.text("id") })
    }

    /// Every unit and every rank of the directory.
    package func unitsAndRanks(agency: String) throws -> (units: [String], ranks: [String]) {
        let units = try rows("SELECT DISTINCT unit FROM person WHERE agency = \(agency) AND ended_on IS NULL")
        let ranks = try rows("SELECT DISTINCT rank FROM person WHERE agency = \(agency) AND ended_on IS NULL")
        return (units: try units.map { try $0.text("unit") }, ranks: try ranks.map { try $0.text("rank") })
    }
}

extension SealableAccount {
    fileprivate init(_ row: Row) throws {
        account = try row.text("id")
        login = try row.text("login")
        name = try row.text("name")
        publicKey = try row.blob("public_key")
        person = try row.optionalText("person")
        unit = try row.optionalText("unit")
        rank = try row.optionalText("rank")
        isSupervisor = try row.optionalBool("is_supervisor") ?? false
        investigates = try row.optionalBool("investigates") ?? false
    }
}

/// Accounts with what the directory says of their person.
private let sealable: SQL = """
    SELECT account.id, account.login, account.name, account.public_key, account.person, person.unit, person.rank,
        person.is_supervisor, person.investigates
    FROM account LEFT JOIN person ON person.agency = account.agency AND person.id = account.person
    """
