// True counts stand in one box of one size for each month, under a key of the server: two copies of the database around a filing give
// nobody's sheet. What is published has a release and a period of any length; the summaries of before are those of the release `summary`,
// byte for byte. Rows of `month_count` are moved into boxes by the server, which alone has the key.
extension Migration {
    static let figures = Migration(
        number: 55, name: "figures",
        statements: [
            """
            CREATE TABLE tally (
                agency TEXT NOT NULL REFERENCES agency (id),
                month TEXT NOT NULL CHECK (length(month) = 7),
                sealed BLOB NOT NULL CHECK (length(sealed) = 32797),
                PRIMARY KEY (agency, month)
            ) WITHOUT ROWID
            """,
            """
            CREATE TABLE publication (
                id TEXT NOT NULL PRIMARY KEY,
                agency TEXT NOT NULL,
                release TEXT NOT NULL,
                period TEXT NOT NULL CHECK (length(period) BETWEEN 4 AND 10),
                pack TEXT NOT NULL REFERENCES pack (hash),
                content TEXT NOT NULL,
                content_hash TEXT NOT NULL,
                published_at BIGINT NOT NULL,
                published_by TEXT NOT NULL,
                UNIQUE (agency, release, period),
                FOREIGN KEY (agency, published_by) REFERENCES account (agency, id)
            )
            """,
            "CREATE INDEX publication_by_period ON publication (agency, period)",
            """
            INSERT INTO publication (
                id, agency, release, period, pack, content, content_hash, published_at, published_by)
            SELECT id, agency, 'summary', period, pack, content, content_hash, published_at, published_by
            FROM release ORDER BY agency, period
            """,
            """
            CREATE TABLE new_after_action (
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
                release TEXT REFERENCES publication (id),
                drafted_by TEXT NOT NULL,
                drafted_on TEXT NOT NULL CHECK (length(drafted_on) = 10),
                finished_on TEXT CHECK (finished_on IS NULL OR finished_on >= drafted_on),
                checksum TEXT,
                UNIQUE (id, version),
                FOREIGN KEY (agency, drafted_by) REFERENCES account (agency, id),
                CHECK ((finished_on IS NULL) = (checksum IS NULL))
            )
            """,
            """
            INSERT INTO new_after_action (
                id, agency, pack, version, event, happened, did, worked, change, resources, release, drafted_by, drafted_on,
                finished_on, checksum)
            SELECT
                id, agency, pack, version, event, happened, did, worked, change, resources, release, drafted_by, drafted_on,
                finished_on, checksum
            FROM after_action ORDER BY agency, drafted_on, id
            """,
            """
            CREATE TABLE new_after_action_sign_off (
                after_action TEXT NOT NULL,
                version BIGINT NOT NULL,
                role TEXT NOT NULL,
                agency TEXT NOT NULL,
                account TEXT NOT NULL,
                signed_on TEXT NOT NULL CHECK (length(signed_on) = 10),
                PRIMARY KEY (after_action, role),
                FOREIGN KEY (after_action, version) REFERENCES new_after_action (id, version),
                FOREIGN KEY (agency, account) REFERENCES account (agency, id)
            ) WITHOUT ROWID
            """,
            """
            INSERT INTO new_after_action_sign_off (after_action, version, role, agency, account, signed_on)
            SELECT after_action, version, role, agency, account, signed_on
            FROM after_action_sign_off ORDER BY after_action, role
            """,
            """
            CREATE TABLE new_after_action_writer (
                after_action TEXT NOT NULL REFERENCES new_after_action (id),
                account TEXT NOT NULL,
                agency TEXT NOT NULL,
                PRIMARY KEY (after_action, account),
                FOREIGN KEY (agency, account) REFERENCES account (agency, id)
            ) WITHOUT ROWID
            """,
            """
            INSERT INTO new_after_action_writer (after_action, account, agency)
            SELECT after_action, account, agency FROM after_action_writer ORDER BY after_action, account
            """,
            "DROP TABLE after_action_writer",
            "DROP TABLE after_action_sign_off",
            "DROP TABLE after_action",
            "DROP TABLE release",
            "ALTER TABLE new_after_action RENAME TO after_action",
            "ALTER TABLE new_after_action_sign_off RENAME TO after_action_sign_off",
            "ALTER TABLE new_after_action_writer RENAME TO after_action_writer",
            "CREATE INDEX after_action_by_agency ON after_action (agency, drafted_on)",
            "CREATE INDEX after_action_open ON after_action (agency, id) WHERE finished_on IS NULL",
        ])
}
