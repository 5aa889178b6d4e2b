import Program

/// An agency as stored. Every other row belongs to one.
package struct AgencyRow: Sendable, Equatable {
    package let id: String
    /// Its name in addresses, such as `orange-county-probation`.
    package let slug: String
    package let name: String
    /// Its time zone in the IANA database.
    package let timeZone: String
    /// The hash of the pack in force.
    package let pack: String

    package init(id: String, slug: String, name: String, timeZone: String, pack: String) {
        self.id = id
        self.slug = slug
        self.name = name
        self.timeZone = timeZone
        self.pack = pack
    }

    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.text("id"), slug: try row.text("slug"), name: try row.text("name"),
            timeZone: try row.text("time_zone"), pack: try row.text("pack"))
    }
}

extension Transaction {
    /// Keeps a pack for good under its hash; a pack that is there already stays as it is.
    package func archive(pack hash: String, id: String, content: String, on day: Day) throws {
        try execute(
            """
            INSERT INTO pack (hash, id, content, archived_on) VALUES (\(hash), \(id), \(content), \(day.text))
            ON CONFLICT (hash) DO NOTHING
            """)
    }

    package func packContent(_ hash: String) throws -> String? {
        try row("SELECT content FROM pack WHERE hash = \(hash)")?.text("content")
    }

    package func insert(_ agency: AgencyRow) throws {
        try execute(
            """
            INSERT INTO agency (id, slug, name, time_zone, pack)
            VALUES (\(agency.id), \(agency.slug), \(agency.name), \(agency.timeZone), \(agency.pack))
            """)
    }

    /// Every agency, by its name in addresses.
    package func agencies() throws -> [AgencyRow] {
        try rows("SELECT id, slug, name, time_zone, pack FROM agency ORDER BY slug").map(AgencyRow.init)
    }

    package func agency(slug: String) throws -> AgencyRow? {
        try row("SELECT id, slug, name, time_zone, pack FROM agency WHERE slug = \(slug)").map(AgencyRow.init)
    }

    package func agency(id: String) throws -> AgencyRow? {
        try row("SELECT id, slug, name, time_zone, pack FROM agency WHERE id = \(id)").map(AgencyRow.init)
    }
}
