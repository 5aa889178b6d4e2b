extension Transaction {
    /// The number of each of those accounts that their programme knows: what they show on their card, or else what the personnel
    /// directory has. Whoever has neither is left out.
    package func telephones(of accounts: [String], agency: String) throws -> [String: String] {
        let found = try rows(
            """
            SELECT account.id, supporter_card.phone AS shown, person.phone AS listed FROM account
            LEFT JOIN supporter_card ON supporter_card.agency = account.agency AND supporter_card.account = account.id
            LEFT JOIN person ON person.agency = account.agency AND person.id = account.person
            WHERE account.agency = \(agency) AND account.id IN (\(list: accounts))
            """)
        return try found.reduce(into: [:]) { telephones, row in
            telephones[try row.text("id")] = try row.optionalText("shown") ?? row.optionalText("listed")
        }
    }
}
