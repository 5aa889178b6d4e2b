extension Migration {
    /// Notices with their answers, designees, and the record of disclosures.
    ///
    /// No column here leads to a request or a seeker, and none takes words. `pinged` counts the announcements, so that of
    /// two servers one makes the next.
    static let notices = Migration(
        number: 9, name: "notices and disclosures",
        statements: [
            """
            CREATE TABLE notice (
                id TEXT NOT NULL PRIMARY KEY,
                agency TEXT NOT NULL REFERENCES agency (id),
                kind TEXT NOT NULL,
                to_role TEXT,
                to_account TEXT,
                raised_by TEXT,
                raised_on TEXT NOT NULL,
                raised_at BIGINT,
                due_at BIGINT,
                about TEXT,
                tells TEXT,
                clauses TEXT NOT NULL,
                pack TEXT NOT NULL REFERENCES pack (hash),
                reaches_designees BIGINT NOT NULL CHECK (reaches_designees IN (0, 1)),
                ping_minutes BIGINT CHECK (ping_minutes > 0),
                ping_at BIGINT,
                pinged BIGINT NOT NULL CHECK (pinged >= 0),
                acknowledged_by TEXT,
                acknowledged_at BIGINT,
                acknowledged_how TEXT CHECK (acknowledged_how IN ('page', 'telephone', 'inPerson')),
                UNIQUE (agency, id),
                CHECK ((to_role IS NULL) <> (to_account IS NULL)),
                CHECK (ping_at IS NULL OR ping_minutes IS NOT NULL),
                CHECK (ping_at IS NULL OR acknowledged_at IS NULL),
                CHECK ((acknowledged_by IS NULL) = (acknowledged_at IS NULL)),
                CHECK ((acknowledged_by IS NULL) = (acknowledged_how IS NULL)),
                FOREIGN KEY (agency, to_account) REFERENCES account (agency, id),
                FOREIGN KEY (agency, raised_by) REFERENCES account (agency, id),
                FOREIGN KEY (agency, acknowledged_by) REFERENCES account (agency, id)
            )
            """,
            "CREATE INDEX notice_by_role ON notice (agency, to_role, acknowledged_at)",
            "CREATE INDEX notice_by_account ON notice (agency, to_account, acknowledged_at)",
            "CREATE INDEX notice_by_subject ON notice (agency, about)",
            "CREATE INDEX notice_by_ping ON notice (ping_at)",
            """
            CREATE TABLE designee (
                id TEXT NOT NULL PRIMARY KEY,
                agency TEXT NOT NULL,
                role TEXT NOT NULL,
                account TEXT NOT NULL,
                named_by TEXT NOT NULL,
                starts_on TEXT NOT NULL,
                until TEXT NOT NULL CHECK (until >= starts_on),
                FOREIGN KEY (agency, account) REFERENCES account (agency, id),
                FOREIGN KEY (agency, named_by) REFERENCES account (agency, id)
            )
            """,
            "CREATE INDEX designee_by_role ON designee (agency, role, until)",
            "CREATE INDEX designee_by_account ON designee (agency, account, until)",
            """
            CREATE TABLE disclosure (
                id TEXT NOT NULL PRIMARY KEY,
                agency TEXT NOT NULL,
                account TEXT NOT NULL,
                exception TEXT NOT NULL,
                pack TEXT NOT NULL REFERENCES pack (hash),
                begun_at BIGINT NOT NULL,
                UNIQUE (agency, id),
                FOREIGN KEY (agency, account) REFERENCES account (agency, id)
            )
            """,
            "CREATE INDEX disclosure_by_account ON disclosure (agency, account, begun_at)",
            """
            CREATE TABLE disclosure_step (
                agency TEXT NOT NULL,
                disclosure TEXT NOT NULL,
                place BIGINT NOT NULL CHECK (place >= 0),
                notice TEXT UNIQUE,
                due_at BIGINT,
                told_at BIGINT,
                told_how TEXT CHECK (told_how IN ('page', 'telephone', 'inPerson')),
                PRIMARY KEY (agency, disclosure, place),
                CHECK ((told_at IS NULL) = (told_how IS NULL)),
                FOREIGN KEY (agency, disclosure) REFERENCES disclosure (agency, id),
                FOREIGN KEY (agency, notice) REFERENCES notice (agency, id)
            ) WITHOUT ROWID
            """,
            """
            CREATE TABLE response (
                id TEXT NOT NULL PRIMARY KEY,
                agency TEXT NOT NULL,
                account TEXT NOT NULL,
                told_on TEXT NOT NULL,
                vehicle TEXT,
                FOREIGN KEY (agency, account) REFERENCES account (agency, id)
            )
            """,
            "CREATE INDEX response_by_account ON response (agency, account)",
        ])
}
