// Incidents that two agencies of the server answer together. What was asked and how it stands is locked under a key of the server's; the
// rows tell that one agency asked another about an incident of a day, and whether that still runs.
extension Migration {
    static let sharedIncidents = Migration(
        number: 53, name: "shared incidents",
        statements: [
            """
            CREATE TABLE shared_incident (
                id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
                agency TEXT NOT NULL REFERENCES agency (id),
                file TEXT NOT NULL REFERENCES incident_file (id),
                partner TEXT NOT NULL REFERENCES agency (id),
                partner_file TEXT UNIQUE REFERENCES incident_file (id),
                happened_on TEXT NOT NULL CHECK (length(happened_on) = 10),
                stage TEXT NOT NULL CHECK (stage IN ('asked', 'together', 'over')),
                locked BLOB NOT NULL CHECK (length(locked) = 4125),
                CHECK (agency <> partner),
                CHECK (stage <> 'asked' OR partner_file IS NULL),
                CHECK (stage <> 'together' OR partner_file IS NOT NULL)
            ) WITHOUT ROWID
            """,
            // Nobody is asked twice at a time.
            "CREATE UNIQUE INDEX shared_incident_running ON shared_incident (file, partner) WHERE stage <> 'over'",
            "CREATE INDEX shared_incident_by_file ON shared_incident (file)",
            "CREATE INDEX shared_incident_asked ON shared_incident (partner) WHERE stage = 'asked'",
            "CREATE INDEX shared_incident_by_day ON shared_incident (agency, happened_on)",
            "CREATE INDEX shared_incident_of_partner ON shared_incident (partner, happened_on)",
        ])
}
