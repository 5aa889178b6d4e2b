import Program

/// An incident that two agencies answer together, as stored.
package struct SharedIncidentRow: Sendable, Equatable {
    package let id: String
    /// The agency that asked, and its file.
    package let agency: String
    package let file: String
    /// The agency that is asked, and its file once it joined.
    package let partner: String
    package let partnerFile: String?
    package let happenedOn: Day
    package let stage: Stage
    package let locked: [UInt8]

    package enum Stage: String, Sendable {
        case asked, together, over
    }

    package init(
        id: String, agency: String, file: String, partner: String, partnerFile: String?, happenedOn: Day, stage: Stage,
        locked: [UInt8]
    ) {
        self.id = id
        self.agency = agency
        self.file = file
        self.partner = partner
        self.partnerFile = partnerFile
        self.happenedOn = happenedOn
        self.stage = stage
        self.locked = locked
    }

    fileprivate init(_ row: Row) throws {
        guard let stage = Stage(rawValue: try row.text("stage")) else {
            throw StoreFault.unreadable(column: "stage", problem: "is no stage")
        }
        self.init(
            id: try row.text("id"), agency: try row.text("agency"), file: try row.text("file"),
            partner: try row.text("partner"), partnerFile: try row.optionalText("partner_file"),
            happenedOn: try row.day("happened_on"), stage: stage, locked: try row.blob("locked"))
    }

    fileprivate static let columns: SQL =
        "id, agency, file, partner, partner_file, happened_on, stage, locked"
}

extension Transaction {
    package func insert(_ shared: SharedIncidentRow) throws {
        try execute(
            """
            INSERT INTO shared_incident (id, agency, file, partner, partner_file, happened_on, stage, locked)
            VALUES (\(shared.id), \(shared.agency), \(shared.file), \(shared.partner), \(shared.partnerFile),
                \(shared.happenedOn.text), \(shared.stage.rawValue), \(shared.locked))
            """)
    }

    /// Puts it in the place of what was stored before, at another stage. False where that is not how it stood.
    package func replace(_ shared: SharedIncidentRow, at stage: SharedIncidentRow.Stage) throws -> Bool {
        try execute(
            """
            UPDATE shared_incident SET partner_file = \(shared.partnerFile), stage = \(shared.stage.rawValue),
                locked = \(shared.locked)
            WHERE id = \(shared.id) AND stage = \(stage.rawValue)
            """) == 1
    }

    /// Nothing where the agency is none of the two.
    package func sharedIncident(_ id: String, agency: String) throws -> SharedIncidentRow? {
        try row(
            """
            SELECT \(SharedIncidentRow.columns) FROM shared_incident
            WHERE id = \(id) AND (agency = \(agency) OR partner = \(agency))
            """
        ).map(SharedIncidentRow.init)
    }

    /// Every ask of a file to other agencies.
    package func sharedIncidents(of file: String, agency: String) throws -> [SharedIncidentRow] {
        try rows(
            """
            SELECT \(SharedIncidentRow.columns) FROM shared_incident
            WHERE file = \(file) AND agency = \(agency) ORDER BY id
            """
        ).map(SharedIncidentRow.init)
    }

    /// The other agency's incident that a file joined, if it did.
    package func sharedIncident(joinedBy file: String, agency: String) throws -> SharedIncidentRow? {
        try row(
            """
            SELECT \(SharedIncidentRow.columns) FROM shared_incident
            WHERE partner_file = \(file) AND partner = \(agency)
            """
        ).map(SharedIncidentRow.init)
    }

    /// What other agencies ask of this one and nobody has answered.
    package func sharedIncidents(asking agency: String) throws -> [SharedIncidentRow] {
        try rows(
            """
            SELECT \(SharedIncidentRow.columns) FROM shared_incident
            WHERE partner = \(agency) AND stage = 'asked' ORDER BY id
            """
        ).map(SharedIncidentRow.init)
    }

    /// Those of before a day on which the agency is one of the two.
    package func sharedIncidents(agency: String, before day: Day) throws -> [SharedIncidentRow] {
        let asked = try rows(
            """
            SELECT \(SharedIncidentRow.columns) FROM shared_incident
            WHERE agency = \(agency) AND happened_on < \(day.text) ORDER BY happened_on, id
            """)
        let joined = try rows(
            """
            SELECT \(SharedIncidentRow.columns) FROM shared_incident
            WHERE partner = \(agency) AND happened_on < \(day.text) ORDER BY happened_on, id
            """)
        return try (asked + joined).map(SharedIncidentRow.init)
    }

    package func deleteSharedIncident(_ id: String) throws {
        try execute("DELETE FROM shared_incident WHERE id = \(id)")
    }
}
