extension Migration {
    /// How accounts can be reached, what waits to be sent to them, and the receipts of what was sent.
    ///
    /// A row of the outbox is there exactly as long as something has to be sent: sent, answered or given up, it is gone.
    /// What is sent is always the same words, so no column here holds any.
    static let delivery = Migration(
        number: 8, name: "delivery",
        statements: [
            """
            CREATE TABLE contact_method (
                id TEXT NOT NULL PRIMARY KEY,
                agency TEXT NOT NULL,
                account TEXT NOT NULL,
                kind TEXT NOT NULL CHECK (kind IN ('push', 'text', 'call', 'email')),
                address TEXT NOT NULL CHECK (length(address) BETWEEN 1 AND 254),
                delay_minutes BIGINT NOT NULL CHECK (delay_minutes BETWEEN 0 AND 60),
                is_confirmed BIGINT NOT NULL DEFAULT 0 CHECK (is_confirmed IN (0, 1)),
                code TEXT CHECK (length(code) = 6),
                code_ends_at BIGINT,
                code_tries BIGINT NOT NULL DEFAULT 0,
                UNIQUE (agency, account, id),
                UNIQUE (agency, account, kind, address),
                FOREIGN KEY (agency, account) REFERENCES account (agency, id),
                CHECK ((code IS NULL) = (code_ends_at IS NULL)),
                CHECK (is_confirmed = 0 OR code IS NULL)
            )
            """,
            """
            CREATE TABLE push_subscription (
                method TEXT NOT NULL PRIMARY KEY REFERENCES contact_method (id),
                endpoint TEXT NOT NULL,
                public_key BLOB NOT NULL CHECK (length(public_key) = 65),
                secret BLOB NOT NULL CHECK (length(secret) = 16)
            ) WITHOUT ROWID
            """,
            """
            CREATE TABLE ping (
                agency TEXT NOT NULL,
                account TEXT NOT NULL,
                key BLOB NOT NULL CHECK (length(key) = 32),
                day BIGINT NOT NULL,
                PRIMARY KEY (agency, account, key),
                FOREIGN KEY (agency, account) REFERENCES account (agency, id)
            ) WITHOUT ROWID
            """,
            "CREATE INDEX ping_by_day ON ping (day)",
            """
            CREATE TABLE outbox (
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
            )
            """,
            "CREATE INDEX outbox_by_due_time ON outbox (kind, due_at)",
            "CREATE INDEX outbox_by_ping ON outbox (agency, ping)",
            "CREATE INDEX outbox_by_method ON outbox (method)",
            """
            CREATE TABLE delivery_attempt (
                parcel TEXT NOT NULL,
                number BIGINT NOT NULL CHECK (number > 0),
                method TEXT NOT NULL REFERENCES contact_method (id),
                outcome TEXT NOT NULL
                    CHECK (outcome IN ('begun', 'accepted', 'refused', 'failed', 'unknown', 'given-up')),
                day BIGINT NOT NULL,
                PRIMARY KEY (parcel, number)
            ) WITHOUT ROWID
            """,
            "CREATE INDEX delivery_attempt_by_method ON delivery_attempt (method, day)",
            "CREATE INDEX delivery_attempt_by_day ON delivery_attempt (day)",
            """
            CREATE TABLE heartbeat (
                worker TEXT NOT NULL PRIMARY KEY,
                at BIGINT NOT NULL
            ) WITHOUT ROWID
            """,
        ])
}
