import Program

extension Transaction {
    /// The agency's locked box of what members chose to say of themselves; nothing where nobody ever did.
    package func attributeBox(agency: String) throws -> [UInt8]? {
        try row("SELECT sealed FROM attribute_box WHERE agency = \(agency)")?.blob("sealed")
    }

    package func setAttributeBox(_ sealed: [UInt8], agency: String) throws {
        try execute(
            """
            INSERT INTO attribute_box (agency, sealed) VALUES (\(agency), \(sealed))
            ON CONFLICT (agency) DO UPDATE SET sealed = excluded.sealed
            """)
    }

    /// The spread that was frozen last, with its day.
    package func latestSpread(agency: String) throws -> (frozenOn: Day, content: String)? {
        try row(
            """
            SELECT frozen_on, content FROM attribute_spread WHERE agency = \(agency)
            ORDER BY frozen_on DESC LIMIT 1
            """
        ).map { row in
            guard let day = Day(try row.text("frozen_on")) else {
                throw StoreFault.unreadable(column: "frozen_on", problem: "is no day")
            }
            return (day, try row.text("content"))
        }
    }

    /// Freezes a spread.
    package func insertSpread(_ content: String, on day: Day, agency: String) throws {
        try execute(
            """
            INSERT INTO attribute_spread (agency, frozen_on, content) VALUES (\(agency), \(day.text), \(content))
            ON CONFLICT (agency, frozen_on) DO NOTHING
            """)
    }

    /// What members show of it to whoever looks for a supporter: by account, then by attribute.
    package func shownAttributes(agency: String) throws -> [String: [String: String]] {
        try rows("SELECT account, attribute, choice FROM card_attribute WHERE agency = \(agency)")
            .reduce(into: [:]) { shown, row in
                shown[try row.text("account"), default: [:]][try row.text("attribute")] = try row.text("choice")
            }
    }

    /// Shows exactly that of the account from now on.
    package func showAttributes(_ choices: [String: String], of account: String, agency: String) throws {
        try execute("DELETE FROM card_attribute WHERE agency = \(agency) AND account = \(account)")
        for (attribute, choice) in choices.sorted(by: { $0.key < $1.key }) {
            try execute(
                """
                INSERT INTO card_attribute (agency, account, attribute, choice)
                VALUES (\(agency), \(account), \(attribute), \(choice))
                """)
        }
    }
}
