extension Migration {
    /// The register of critical incidents: one of each kind and day. Who of the team was part of it is locked under a key of
    /// the server, and all of one size.
    static let incidents = Migration(
        number: 17, name: "incidents",
        statements: [
            """
            CREATE TABLE incident (
                id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
                agency TEXT NOT NULL REFERENCES agency (id),
                kind TEXT NOT NULL,
                day TEXT NOT NULL CHECK (length(day) = 10),
                involved BLOB NOT NULL CHECK (length(involved) = 16413),
                UNIQUE (agency, day, kind)
            )
            """
        ])
}
