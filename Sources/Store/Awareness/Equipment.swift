import Program

extension EquipmentItem {
    fileprivate init(_ row: Row) throws {
        let loan = try row.optionalText("holder").map { Loan(account: $0, since: try row.day("since")) }
        self.init(
            id: try row.text("id"), kind: try row.text("kind"), number: try row.text("number"),
            addedOn: try row.day("added_on"), loan: loan, givenBackOn: try row.optionalDay("given_back_on"))
    }
}

extension Transaction {
    /// The whole register, by kind and number.
    package func equipment(agency: String) throws -> [EquipmentItem] {
        try rows(
            """
            SELECT id, kind, number, added_on, holder, since, given_back_on FROM equipment_item
            WHERE agency = \(agency) ORDER BY kind, number
            """
        ).map(EquipmentItem.init)
    }

    /// What somebody has.
    package func equipment(of account: String, agency: String) throws -> [EquipmentItem] {
        try rows(
            """
            SELECT id, kind, number, added_on, holder, since, given_back_on FROM equipment_item
            WHERE agency = \(agency) AND holder = \(account) ORDER BY kind, number
            """
        ).map(EquipmentItem.init)
    }

    package func equipment(_ id: String, agency: String) throws -> EquipmentItem? {
        try row(
            """
            SELECT id, kind, number, added_on, holder, since, given_back_on FROM equipment_item
            WHERE id = \(id) AND agency = \(agency)
            """
        ).map(EquipmentItem.init)
    }

    package func insert(_ item: EquipmentItem, agency: String) throws {
        try execute(
            """
            INSERT INTO equipment_item (id, agency, kind, number, added_on)
            VALUES (\(item.id), \(agency), \(item.kind), \(item.number), \(item.addedOn.text))
            """)
    }

    package func lend(_ id: String, _ loan: EquipmentItem.Loan, agency: String) throws {
        try execute(
            """
            UPDATE equipment_item SET holder = \(loan.account), since = \(loan.since.text), given_back_on = NULL
            WHERE id = \(id) AND agency = \(agency)
            """)
    }

    /// From then on the register does not say any more who had it.
    package func takeBack(_ id: String, agency: String, on day: Day) throws {
        try execute(
            """
            UPDATE equipment_item SET holder = NULL, since = NULL, given_back_on = \(day.text)
            WHERE id = \(id) AND agency = \(agency)
            """)
    }

    package func deleteEquipment(_ id: String, agency: String) throws {
        try execute("DELETE FROM equipment_item WHERE id = \(id) AND agency = \(agency)")
    }

    package func materials(agency: String) throws -> [MaterialStock] {
        try rows(
            """
            SELECT id, title, pieces, few, counted_on FROM material_stock WHERE agency = \(agency) ORDER BY title
            """
        ).map { row in
            MaterialStock(
                id: try row.text("id"), title: try row.text("title"), count: try row.int("pieces"),
                few: try row.int("few"), countedOn: try row.day("counted_on"))
        }
    }

    package func insert(_ material: MaterialStock, agency: String) throws {
        try execute(
            """
            INSERT INTO material_stock (id, agency, title, pieces, few, counted_on)
            VALUES (\(material.id), \(agency), \(material.title), \(material.count), \(material.few),
                \(material.countedOn.text))
            """)
    }

    /// False where there is none.
    package func count(material id: String, _ count: Int, agency: String, on day: Day) throws -> Bool {
        try execute(
            """
            UPDATE material_stock SET pieces = \(count), counted_on = \(day.text)
            WHERE id = \(id) AND agency = \(agency)
            """) == 1
    }

    /// False where there is none.
    package func deleteMaterial(_ id: String, agency: String) throws -> Bool {
        try execute("DELETE FROM material_stock WHERE id = \(id) AND agency = \(agency)") == 1
    }
}
