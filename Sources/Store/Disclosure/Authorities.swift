import Program

extension Transaction {
    /// The authorities that the agency has set, by their names in the pack.
    package func authorities(agency: String) throws -> [AuthorityEntry] {
        try rows("SELECT authority, name, telephone FROM authority WHERE agency = \(agency)").map { row in
            AuthorityEntry(
                authority: AuthorityID(try row.text("authority")), name: try row.text("name"),
                telephone: try row.text("telephone"))
        }
    }

    /// Sets an authority, in the place of what was set before.
    package func set(_ entry: AuthorityEntry, agency: String, on day: Day) throws {
        try execute(
            """
            INSERT INTO authority (agency, authority, name, telephone, set_on)
            VALUES (\(agency), \(entry.authority.text), \(entry.name), \(entry.telephone), \(day.text))
            ON CONFLICT (agency, authority) DO UPDATE SET
                name = excluded.name, telephone = excluded.telephone, set_on = excluded.set_on
            """)
    }
}
