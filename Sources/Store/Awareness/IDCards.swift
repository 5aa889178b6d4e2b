import Program

extension IDCard {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.text("id"), account: try row.text("account"), madeOn: try row.day("made_on"),
            endsOn: try row.day("ends_on"))
    }
}

extension Transaction {
    /// Every card of the agency, by whose it is.
    package func idCards(agency: String) throws -> [IDCard] {
        try rows("SELECT id, account, made_on, ends_on FROM id_card WHERE agency = \(agency) ORDER BY account")
            .map(IDCard.init)
    }

    package func idCard(_ id: String, agency: String) throws -> IDCard? {
        try row("SELECT id, account, made_on, ends_on FROM id_card WHERE id = \(id) AND agency = \(agency)")
            .map(IDCard.init)
    }

    package func idCard(mark: [UInt8], agency: String) throws -> IDCard? {
        try row("SELECT id, account, made_on, ends_on FROM id_card WHERE agency = \(agency) AND mark = \(mark)")
            .map(IDCard.init)
    }

    /// In place of one that the same member had.
    package func insert(_ card: IDCard, mark: [UInt8], agency: String) throws {
        try execute("DELETE FROM id_card WHERE agency = \(agency) AND account = \(card.account)")
        try execute(
            """
            INSERT INTO id_card (id, agency, account, mark, made_on, ends_on)
            VALUES (\(card.id), \(agency), \(card.account), \(mark), \(card.madeOn.text), \(card.endsOn.text))
            """)
    }

    /// False where there is none.
    @discardableResult
    package func deleteIDCard(_ id: String, agency: String) throws -> Bool {
        try execute("DELETE FROM id_card WHERE id = \(id) AND agency = \(agency)") == 1
    }
}
