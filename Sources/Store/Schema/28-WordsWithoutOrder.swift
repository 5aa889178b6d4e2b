// As with requests: what is raised or sent about them stands in no order either, nor the register of incidents.
extension Migration {
    static let wordsWithoutOrder = Migration(
        number: 28, name: "words without order",
        statements: [
            """
            CREATE TABLE new_outbox (
                id TEXT NOT NULL PRIMARY KEY,
                agency TEXT NOT NULL,
                account TEXT NOT NULL,
                ping BLOB NOT NULL,
                method TEXT NOT NULL,
                kind TEXT NOT NULL CHECK (kind IN ('push', 'text', 'call', 'email')),
                word TEXT NOT NULL CHECK (word IN ('message', 'test', 'code')),
                urgency TEXT NOT NULL CHECK (urgency IN ('routine', 'urgent')),
                due_at BIGINT NOT NULL,
                lease_until BIGINT NOT NULL DEFAULT 0,
                attempts BIGINT NOT NULL DEFAULT 0 CHECK (attempts >= 0),
                UNIQUE (agency, account, ping, method),
                FOREIGN KEY (agency, account, ping) REFERENCES ping (agency, account, key),
                FOREIGN KEY (agency, account, method) REFERENCES contact_method (agency, account, id)
            ) WITHOUT ROWID
            """,
            """
            INSERT INTO new_outbox (
                id, agency, account, ping, method, kind, word, urgency, due_at, lease_until, attempts)
            SELECT
                id, agency, account, ping, method, kind, word, urgency, due_at, lease_until, attempts
            FROM outbox ORDER BY id
            """,
            """
            CREATE TABLE new_notice (
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
            ) WITHOUT ROWID
            """,
            """
            INSERT INTO new_notice (
                id, agency, kind, to_role, to_account, raised_by, raised_on, raised_at, due_at, about, tells,
                clauses, pack, reaches_designees, ping_minutes, ping_at, pinged, acknowledged_by,
                acknowledged_at, acknowledged_how)
            SELECT
                id, agency, kind, to_role, to_account, raised_by, raised_on, raised_at, due_at, about, tells,
                clauses, pack, reaches_designees, ping_minutes, ping_at, pinged, acknowledged_by,
                acknowledged_at, acknowledged_how
            FROM notice ORDER BY id
            """,
            """
            CREATE TABLE new_disclosure (
                id TEXT NOT NULL PRIMARY KEY,
                agency TEXT NOT NULL,
                account TEXT NOT NULL,
                exception TEXT NOT NULL,
                pack TEXT NOT NULL REFERENCES pack (hash),
                begun_at BIGINT NOT NULL,
                UNIQUE (agency, id),
                FOREIGN KEY (agency, account) REFERENCES account (agency, id)
            ) WITHOUT ROWID
            """,
            """
            INSERT INTO new_disclosure (
                id, agency, account, exception, pack, begun_at)
            SELECT
                id, agency, account, exception, pack, begun_at
            FROM disclosure ORDER BY id
            """,
            """
            CREATE TABLE new_disclosure_step (
                agency TEXT NOT NULL,
                disclosure TEXT NOT NULL,
                place BIGINT NOT NULL CHECK (place >= 0),
                notice TEXT UNIQUE,
                due_at BIGINT,
                told_at BIGINT,
                told_how TEXT CHECK (told_how IN ('page', 'telephone', 'inPerson')),
                PRIMARY KEY (agency, disclosure, place),
                CHECK ((told_at IS NULL) = (told_how IS NULL)),
                FOREIGN KEY (agency, disclosure) REFERENCES new_disclosure (agency, id),
                FOREIGN KEY (agency, notice) REFERENCES new_notice (agency, id)
            ) WITHOUT ROWID
            """,
            """
            INSERT INTO new_disclosure_step (
                agency, disclosure, place, notice, due_at, told_at, told_how)
            SELECT
                agency, disclosure, place, notice, due_at, told_at, told_how
            FROM disclosure_step ORDER BY disclosure, place
            """,
            """
            CREATE TABLE new_response (
                id TEXT NOT NULL PRIMARY KEY,
                agency TEXT NOT NULL,
                account TEXT NOT NULL,
                told_on TEXT NOT NULL,
                vehicle TEXT,
                FOREIGN KEY (agency, account) REFERENCES account (agency, id)
            ) WITHOUT ROWID
            """,
            """
            INSERT INTO new_response (
                id, agency, account, told_on, vehicle)
            SELECT
                id, agency, account, told_on, vehicle
            FROM response ORDER BY id
            """,
            """
            CREATE TABLE new_incident (
                id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
                agency TEXT NOT NULL REFERENCES agency (id),
                kind TEXT NOT NULL,
                day TEXT NOT NULL CHECK (length(day) = 10),
                involved BLOB NOT NULL CHECK (length(involved) = 16413),
                UNIQUE (agency, day, kind)
            ) WITHOUT ROWID
            """,
            """
            INSERT INTO new_incident (
                id, agency, kind, day, involved)
            SELECT
                id, agency, kind, day, involved
            FROM incident ORDER BY id
            """,
            "DROP TABLE incident",
            "DROP TABLE response",
            "DROP TABLE disclosure_step",
            "DROP TABLE disclosure",
            "DROP TABLE notice",
            "DROP TABLE outbox",
            "ALTER TABLE new_outbox RENAME TO outbox",
            "ALTER TABLE new_notice RENAME TO notice",
            "ALTER TABLE new_disclosure RENAME TO disclosure",
            "ALTER TABLE new_disclosure_step RENAME TO disclosure_step",
            "ALTER TABLE new_response RENAME TO response",
            "ALTER TABLE new_incident RENAME TO incident",
            "CREATE INDEX outbox_by_due_time ON outbox (kind, due_at)",
            "CREATE INDEX outbox_by_ping ON outbox (agency, ping)",
            "CREATE INDEX outbox_by_method ON outbox (method)",
            "CREATE INDEX notice_by_role ON notice (agency, to_role, acknowledged_at)",
            "CREATE INDEX notice_by_account ON notice (agency, to_account, acknowledged_at)",
            "CREATE INDEX notice_by_subject ON notice (agency, about)",
            "CREATE INDEX notice_by_ping ON notice (ping_at)",
            "CREATE INDEX disclosure_by_account ON disclosure (agency, account, begun_at)",
            "CREATE INDEX response_by_account ON response (agency, account)",
            "CREATE INDEX notice_open ON notice (agency, raised_on, id) WHERE acknowledged_at IS NULL",
            "CREATE INDEX notice_by_answer ON notice (agency, acknowledged_at)",
            "CREATE INDEX notice_by_day ON notice (agency, raised_on)",
            "CREATE INDEX disclosure_by_beginning ON disclosure (agency, begun_at)",
            "CREATE INDEX response_by_day ON response (agency, told_on)",
        ])
}
