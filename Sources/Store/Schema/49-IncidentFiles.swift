// What the programme does about critical incidents. The file is locked under a key of the server's; the rows tell that there was an
// incident on a day, whether it is closed, and whether somebody is on the way to a scene.
extension Migration {
    static let incidentFiles = Migration(
        number: 49, name: "incident files",
        statements: [
            """
            CREATE TABLE incident_file (
                id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
                agency TEXT NOT NULL REFERENCES agency (id),
                version BIGINT NOT NULL CHECK (version > 0),
                happened_on TEXT NOT NULL CHECK (length(happened_on) = 10),
                closed_on TEXT CHECK (closed_on IS NULL OR length(closed_on) = 10),
                has_scene BIGINT NOT NULL CHECK (has_scene IN (0, 1)),
                has_names BIGINT NOT NULL CHECK (has_names IN (0, 1)),
                paper TEXT UNIQUE REFERENCES sealed_paper (id),
                locked BLOB NOT NULL,
                CHECK (closed_on IS NULL OR has_scene = 0)
            ) WITHOUT ROWID
            """,
            "CREATE INDEX incident_file_by_day ON incident_file (agency, happened_on)",
            "CREATE INDEX incident_file_open ON incident_file (agency, id) WHERE closed_on IS NULL",
            "CREATE INDEX incident_file_scene ON incident_file (agency, id) WHERE has_scene = 1",
            "CREATE INDEX incident_file_named ON incident_file (agency, happened_on) WHERE has_names = 1",
        ])
}
