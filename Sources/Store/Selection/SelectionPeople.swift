import Program

/// An applicant or somebody above them, as the directory has them.
package struct DirectoryPlace: Sendable, Equatable {
    package let person: String
    package let name: String
    package let unit: String
    package let division: String
    package let hasAccount: Bool
}

extension Transaction {
    /// The person of an account who is with the agency, then everybody above them, the immediate supervisor first. Empty where the
    /// account is nobody's in the directory.
    package func directoryLine(of account: String, agency: String) throws -> [DirectoryPlace] {
        try rows(
            """
            WITH RECURSIVE line (id, place) AS (
                SELECT person, 0 FROM account WHERE agency = \(agency) AND id = \(account) AND person IS NOT NULL
                UNION ALL
                SELECT below.supervisor, line.place + 1 FROM line
                JOIN person below ON below.agency = \(agency) AND below.id = line.id
                WHERE below.supervisor IS NOT NULL AND line.place < 50)
            SELECT person.id, person.given_name, person.family_name, person.unit, person.division,
                EXISTS (SELECT 1 FROM account
                    WHERE account.agency = person.agency AND account.person = person.id
                        AND account.passphrase IS NOT NULL) AS has_account
            FROM line JOIN person ON person.agency = \(agency) AND person.id = line.id
            WHERE person.ended_on IS NULL ORDER BY line.place
            """
        ).map { row in
            DirectoryPlace(
                person: try row.text("id"), name: "\(try row.text("given_name")) \(try row.text("family_name"))",
                unit: try row.text("unit"), division: try row.text("division"),
                hasAccount: try row.bool("has_account"))
        }
    }

    /// The person of an account, where the directory knows one.
    package func person(ofAccount account: String, agency: String) throws -> String? {
        try row("SELECT person FROM account WHERE agency = \(agency) AND id = \(account)")?.optionalText("person")
    }

    /// The accounts of a person.
    package func accounts(ofPerson person: String, agency: String) throws -> [String] {
        try rows("SELECT id FROM account WHERE agency = \(agency) AND person = \(person)").map { try $0.text("id") }
            .sorted()
    }
}
