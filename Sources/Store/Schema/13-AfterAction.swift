extension Migration {
    /// The programme's part in after-action reports, and who signed it off. A sign-off is of one version: the schema lets no
    /// version change under it.
    static let afterAction = Migration(
        number: 13, name: "after-action",
        statements: [
            """
            CREATE TABLE after_action (
                id TEXT NOT NULL PRIMARY KEY,
                agency TEXT NOT NULL REFERENCES agency (id),
                pack TEXT NOT NULL REFERENCES pack (hash),
                version BIGINT NOT NULL CHECK (version >= 1),
                event TEXT NOT NULL CHECK (length(event) BETWEEN 1 AND 120),
                happened TEXT NOT NULL CHECK (length(happened) IN (7, 10, 21)),
                did TEXT NOT NULL CHECK (length(did) BETWEEN 1 AND 1500),
                worked TEXT NOT NULL CHECK (length(worked) BETWEEN 1 AND 1500),
                change TEXT NOT NULL CHECK (length(change) BETWEEN 1 AND 1500),
                resources TEXT NOT NULL CHECK (length(resources) BETWEEN 1 AND 1500),
                release TEXT REFERENCES release (id),
                drafted_by TEXT NOT NULL,
                drafted_on TEXT NOT NULL CHECK (length(drafted_on) = 10),
                finished_on TEXT CHECK (finished_on IS NULL OR finished_on >= drafted_on),
                checksum TEXT,
                UNIQUE (id, version),
                FOREIGN KEY (agency, drafted_by) REFERENCES account (agency, id),
                CHECK ((finished_on IS NULL) = (checksum IS NULL))
            )
            """,
            "CREATE INDEX after_action_by_agency ON after_action (agency, drafted_on)",
            "CREATE INDEX after_action_open ON after_action (agency) WHERE finished_on IS NULL",
            """
            CREATE TABLE after_action_sign_off (
                after_action TEXT NOT NULL,
                version BIGINT NOT NULL,
                role TEXT NOT NULL,
                agency TEXT NOT NULL,
                account TEXT NOT NULL,
                signed_on TEXT NOT NULL CHECK (length(signed_on) = 10),
                PRIMARY KEY (after_action, role),
                FOREIGN KEY (after_action, version) REFERENCES after_action (id, version),
                FOREIGN KEY (agency, account) REFERENCES account (agency, id)
            ) WITHOUT ROWID
            """,
        ])
}
