import Program

/// A file of an incident as stored.
package struct IncidentFileRow: Sendable, Equatable {
    package let id: String
    /// Counts the changes, so that none is overwritten that was not seen.
    package let version: Int
    package let happenedOn: Day
    package let closedOn: Day?
    package let hasScene: Bool
    /// Whether anybody's account or name is in it.
    package let hasNames: Bool
    /// The sealed paper with the names of those involved.
    package let paper: String?
    package let locked: [UInt8]

    package init(
        id: String, version: Int, happenedOn: Day, closedOn: Day?, hasScene: Bool, hasNames: Bool, paper: String?,
        locked: [UInt8]
    ) {
        self.id = id
        self.version = version
        self.happenedOn = happenedOn
        self.closedOn = closedOn
        self.hasScene = hasScene
        self.hasNames = hasNames
        self.paper = paper
        self.locked = locked
    }

    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.text("id"), version: try row.int("version"), happenedOn: try row.day("happened_on"),
            closedOn: try row.optionalText("closed_on").flatMap { Day($0) }, hasScene: try row.int("has_scene") == 1,
            hasNames: try row.int("has_names") == 1, paper: try row.optionalText("paper"),
            locked: try row.blob("locked"))
    }

    fileprivate static let columns: SQL =
        "id, version, happened_on, closed_on, has_scene, has_names, paper, locked"
}

extension Transaction {
    package func insert(_ file: IncidentFileRow, agency: String) throws {
        try execute(
            """
            INSERT INTO incident_file (id, agency, version, happened_on, closed_on, has_scene, has_names, paper, locked)
            VALUES (\(file.id), \(agency), \(file.version), \(file.happenedOn.text), \(file.closedOn?.text),
                \(file.hasScene ? 1 : 0), \(file.hasNames ? 1 : 0), \(file.paper), \(file.locked))
            """)
    }

    /// Puts the file in the place of the version before. False where that is not what is stored.
    package func replace(_ file: IncidentFileRow, agency: String) throws -> Bool {
        try execute(
            """
            UPDATE incident_file SET version = \(file.version), closed_on = \(file.closedOn?.text),
                has_scene = \(file.hasScene ? 1 : 0), has_names = \(file.hasNames ? 1 : 0), paper = \(file.paper),
                locked = \(file.locked)
            WHERE agency = \(agency) AND id = \(file.id) AND version = \(file.version - 1)
            """) == 1
    }

    package func incidentFile(_ id: String, agency: String) throws -> IncidentFileRow? {
        try row("SELECT \(IncidentFileRow.columns) FROM incident_file WHERE agency = \(agency) AND id = \(id)")
            .map(IncidentFileRow.init)
    }

    /// Those that are not closed.
    package func openIncidentFiles(agency: String) throws -> [IncidentFileRow] {
        try rows(
            """
            SELECT \(IncidentFileRow.columns) FROM incident_file
            WHERE agency = \(agency) AND closed_on IS NULL ORDER BY id
            """
        ).map(IncidentFileRow.init)
    }

    /// Those since a day, the latest first.
    package func incidentFiles(agency: String, since day: Day) throws -> [IncidentFileRow] {
        try rows(
            """
            SELECT \(IncidentFileRow.columns) FROM incident_file
            WHERE agency = \(agency) AND happened_on >= \(day.text) ORDER BY happened_on DESC, id
            """
        ).map(IncidentFileRow.init)
    }

    /// Those of before a day that still have somebody's account or name in them.
    package func namedIncidentFiles(agency: String, before day: Day) throws -> [IncidentFileRow] {
        try rows(
            """
            SELECT \(IncidentFileRow.columns) FROM incident_file
            WHERE agency = \(agency) AND has_names = 1 AND happened_on < \(day.text) ORDER BY happened_on, id
            """
        ).map(IncidentFileRow.init)
    }

    /// Whose scenes are open, after one that was seen.
    package func openScenes(agency: String) throws -> [String] {
        try rows("SELECT id FROM incident_file WHERE agency = \(agency) AND has_scene = 1 ORDER BY id")
            .map { try $0.text("id") }
    }

    /// The agencies that have one.
    package func agenciesWithScenes() throws -> [String] {
        try rows("SELECT DISTINCT agency FROM incident_file WHERE has_scene = 1").map { try $0.text("agency") }
    }
}
