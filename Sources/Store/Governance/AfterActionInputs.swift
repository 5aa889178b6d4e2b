import Program

/// An after-action input as stored.
package struct AfterActionRow: Sendable, Equatable {
    package let input: AfterActionInput
    /// The hash of the pack it was written under.
    package let pack: String
    package let draftedBy: String
    package let draftedOn: Day
    /// What was made final, in hexadecimal; nothing for a draft.
    package let checksum: String?
}

extension Transaction {
    /// Keeps a first draft.
    ///
    /// - Parameter release: the id of the published summary that goes with it.
    package func insertAfterAction(
        _ content: AfterActionContent, id: String, release: String?, agency: String, pack: String, by account: String,
        on day: Day
    ) throws {
        try execute(
            """
            INSERT INTO after_action (id, agency, pack, version, event, happened, did, worked, change, resources, release,
                drafted_by, drafted_on)
            VALUES (\(id), \(agency), \(pack), 1, \(content.event), \(content.happened.text), \(content.did),
                \(content.worked), \(content.change), \(content.resources), \(release), \(account), \(day.text))
            """)
        try keepWriter(account, ofAfterAction: id, agency: agency)
    }

    /// Keeps that the account wrote in it.
    private func keepWriter(_ account: String, ofAfterAction id: String, agency: String) throws {
        try execute(
            """
            INSERT INTO after_action_writer (after_action, account, agency) VALUES (\(id), \(account), \(agency))
            ON CONFLICT (after_action, account) DO NOTHING
            """)
    }

    /// Puts another draft in the place of that version and withdraws every sign-off of it. False where that version is no
    /// draft any more.
    package func changeAfterAction(
        _ id: String, from version: Int, to content: AfterActionContent, release: String?, agency: String, pack: String,
        by account: String, on day: Day
    ) throws -> Bool {
        try execute(
            """
            DELETE FROM after_action_sign_off WHERE after_action IN
                (SELECT id FROM after_action WHERE agency = \(agency) AND id = \(id) AND finished_on IS NULL)
            """)
        let isChanged =
            try execute(
                """
                UPDATE after_action SET version = version + 1, pack = \(pack), event = \(content.event),
                    happened = \(content.happened.text), did = \(content.did), worked = \(content.worked),
                    change = \(content.change), resources = \(content.resources), release = \(release),
                    drafted_by = \(account), drafted_on = \(day.text)
                WHERE agency = \(agency) AND id = \(id) AND version = \(version) AND finished_on IS NULL
                """) == 1
        if isChanged { try keepWriter(account, ofAfterAction: id, agency: agency) }
        return isChanged
    }

    /// Keeps that a role stands behind that version. False where it did before.
    package func insert(
        _ signOff: AfterActionInput.SignOff, afterAction id: String, version: Int, agency: String
    ) throws -> Bool {
        try execute(
            """
            INSERT INTO after_action_sign_off (after_action, version, role, agency, account, signed_on)
            VALUES (\(id), \(version), \(signOff.role.text), \(agency), \(signOff.by), \(signOff.on.text))
            ON CONFLICT (after_action, role) DO NOTHING
            """) == 1
    }

    /// Freezes that version. False where it is no draft any more.
    package func finishAfterAction(
        _ id: String, version: Int, checksum: String, agency: String, pack: String, on day: Day
    ) throws -> Bool {
        try execute(
            """
            UPDATE after_action SET finished_on = \(day.text), checksum = \(checksum), pack = \(pack)
            WHERE agency = \(agency) AND id = \(id) AND version = \(version) AND finished_on IS NULL
            """) == 1
    }

    package func afterAction(agency: String, id: String) throws -> AfterActionRow? {
        try inputs(from: try rows("\(storedInputs) WHERE after_action.agency = \(agency) AND after_action.id = \(id)"))
            .first
    }

    /// The agency's inputs, the latest first.
    package func afterActions(agency: String, limit: Int) throws -> [AfterActionRow] {
        try inputs(
            from: try rows(
                """
                \(storedInputs) WHERE after_action.agency = \(agency)
                ORDER BY after_action.drafted_on DESC, after_action.id LIMIT \(limit)
                """))
    }

    /// Those that are not final yet.
    package func openAfterActions(agency: String, limit: Int) throws -> [AfterActionRow] {
        try inputs(
            from: try rows(
                """
                \(storedInputs) WHERE after_action.agency = \(agency) AND after_action.finished_on IS NULL
                ORDER BY after_action.id LIMIT \(limit)
                """))
    }

    /// Everybody ever in the directory, and everybody with an account, by name.
    package func namesOfPeople(agency: String) throws -> NamesOfPeople {
        let people = try rows(
            "SELECT given_name, family_name, employee_number FROM person WHERE agency = \(agency)"
        ).map {
            NamesOfPeople.Person(
                givenName: try $0.text("given_name"), familyName: try $0.text("family_name"),
                employeeNumber: try $0.text("employee_number"))
        }
        let accounts = try rows("SELECT name FROM account WHERE agency = \(agency)").map { try $0.text("name") }
        return NamesOfPeople(people: people, accounts: accounts)
    }

    private func inputs(from found: [Row]) throws -> [AfterActionRow] {
        let signed = try rows(
            """
            SELECT after_action, role, account, signed_on FROM after_action_sign_off
            WHERE after_action IN (\(list: try found.map { try $0.text("id") })) ORDER BY after_action, role
            """)
        let signOffs = Dictionary(
            grouping: try signed.map { (id: try $0.text("after_action"), signOff: try AfterActionInput.SignOff($0)) },
            by: \.id)
        let wrote = try rows(
            """
            SELECT after_action, account FROM after_action_writer
            WHERE after_action IN (\(list: try found.map { try $0.text("id") }))
            """)
        let writers = Dictionary(
            grouping: try wrote.map { (id: try $0.text("after_action"), account: try $0.text("account")) }, by: \.id)
        return try found.map { row in
            let id = try row.text("id")
            return try AfterActionRow(
                row, signOffs: (signOffs[id] ?? []).map(\.signOff), writers: Set((writers[id] ?? []).map(\.account)))
        }
    }
}

/// Inputs with the month of the summary that goes with them.
private let storedInputs: SQL = """
    SELECT after_action.id, after_action.pack, after_action.version, after_action.event, after_action.happened,
        after_action.did, after_action.worked, after_action.change, after_action.resources,
        publication.period AS figures, after_action.drafted_by, after_action.drafted_on, after_action.finished_on,
        after_action.checksum
    FROM after_action LEFT JOIN publication ON publication.id = after_action.release
    """

extension AfterActionRow {
    fileprivate init(_ row: Row, signOffs: [AfterActionInput.SignOff], writers: Set<String>) throws {
        guard let happened = EventTime(try row.text("happened")) else {
            throw StoreFault.unreadable(column: "happened", problem: "is no month and no days")
        }
        let content = AfterActionContent(
            event: try row.text("event"), happened: happened, did: try row.text("did"),
            worked: try row.text("worked"), change: try row.text("change"), resources: try row.text("resources"),
            figures: try row.optionalText("figures").flatMap { Month($0) })
        let finishedOn = try row.optionalText("finished_on").flatMap { Day($0) }
        input = AfterActionInput(
            id: try row.text("id"), content: content, version: try row.int("version"),
            writers: writers, status: finishedOn.map { .final(signOffs, on: $0) } ?? .draft(signOffs))
        pack = try row.text("pack")
        draftedBy = try row.text("drafted_by")
        draftedOn = try row.day("drafted_on")
        checksum = try row.optionalText("checksum")
    }
}

extension AfterActionInput.SignOff {
    fileprivate init(_ row: Row) throws {
        self.init(role: RoleID(try row.text("role")), by: try row.text("account"), on: try row.day("signed_on"))
    }
}
