// Outreach after an incident: which supporter has how many names to offer support to, and by what a name is known again that was given.
// Whose name it is stands in a paper sealed to that supporter, and goes with the answer.
extension Migration {
    static let outreach = Migration(
        number: 51, name: "outreach",
        statements: [
            """
            CREATE TABLE outreach_offer (
                id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
                agency TEXT NOT NULL REFERENCES agency (id),
                incident TEXT NOT NULL REFERENCES incident_file (id),
                supporter TEXT NOT NULL,
                next_on TEXT NOT NULL CHECK (length(next_on) = 10),
                paper TEXT NOT NULL REFERENCES sealed_paper (id),
                FOREIGN KEY (agency, supporter) REFERENCES account (agency, id)
            ) WITHOUT ROWID
            """,
            "CREATE INDEX outreach_offer_by_incident ON outreach_offer (incident)",
            "CREATE INDEX outreach_offer_by_supporter ON outreach_offer (agency, supporter)",
            "CREATE INDEX outreach_offer_by_day ON outreach_offer (agency, next_on)",
            "CREATE INDEX outreach_offer_by_paper ON outreach_offer (paper)",
            """
            CREATE TABLE outreach_mark (
                mark BLOB NOT NULL PRIMARY KEY CHECK (length(mark) = 32),
                agency TEXT NOT NULL REFERENCES agency (id),
                incident TEXT NOT NULL REFERENCES incident_file (id),
                offer TEXT REFERENCES outreach_offer (id)
            ) WITHOUT ROWID
            """,
            "CREATE INDEX outreach_mark_by_offer ON outreach_mark (offer)",
            "CREATE INDEX outreach_mark_by_incident ON outreach_mark (agency, incident)",
            "CREATE INDEX outreach_mark_of_incident ON outreach_mark (incident)",
        ])
}
