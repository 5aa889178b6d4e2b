import Program

/// An incident as stored: who was involved is locked.
package struct IncidentRow: Sendable, Equatable {
    package let id: String
    package let kind: String
    package let day: Day
    package let involved: [UInt8]

    package init(id: String, kind: String, day: Day, involved: [UInt8]) {
        self.id = id
        self.kind = kind
        self.day = day
        self.involved = involved
    }

    fileprivate init(_ row: Row) throws {
        guard let day = Day(try row.text("day")) else {
            throw StoreFault.unreadable(column: "day", problem: "is no day")
        }
        self.init(
            id: try row.text("id"), kind: try row.text("kind"), day: day, involved: try row.blob("involved"))
    }

    fileprivate static let columns: SQL = "id, kind, day, involved"
}

extension Transaction {
    /// Keeps an incident. False where one of its kind and day is kept already.
    package func insert(_ incident: IncidentRow, agency: String) throws -> Bool {
        try execute(
            """
            INSERT INTO incident (id, agency, kind, day, involved)
            VALUES (\(incident.id), \(agency), \(incident.kind), \(incident.day.text), \(incident.involved))
            ON CONFLICT (agency, day, kind) DO NOTHING
            """) == 1
    }

    /// The agency's incidents, the latest first.
    package func incidents(agency: String) throws -> [IncidentRow] {
        try rows("SELECT \(IncidentRow.columns) FROM incident WHERE agency = \(agency) ORDER BY day DESC, kind")
            .map(IncidentRow.init)
    }

    /// Those of a few days.
    package func incidents(agency: String, on days: ClosedRange<Day>) throws -> [IncidentRow] {
        try rows(
            """
            SELECT \(IncidentRow.columns) FROM incident
            WHERE agency = \(agency) AND day >= \(days.lowerBound.text) AND day <= \(days.upperBound.text)
            ORDER BY day, kind
            """
        ).map(IncidentRow.init)
    }

    package func incident(_ id: String, agency: String) throws -> IncidentRow? {
        try row("SELECT \(IncidentRow.columns) FROM incident WHERE agency = \(agency) AND id = \(id)")
            .map(IncidentRow.init)
    }

    package func setInvolved(_ locked: [UInt8], in id: String, agency: String) throws {
        try execute("UPDATE incident SET involved = \(locked) WHERE agency = \(agency) AND id = \(id)")
    }

    /// False where there is none.
    package func deleteIncident(_ id: String, agency: String) throws -> Bool {
        try execute("DELETE FROM incident WHERE agency = \(agency) AND id = \(id)") == 1
    }

    package func deleteIncidents(agency: String, before day: Day) throws {
        try execute("DELETE FROM incident WHERE agency = \(agency) AND day < \(day.text)")
    }
}
