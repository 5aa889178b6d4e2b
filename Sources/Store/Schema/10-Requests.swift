extension Migration {
    /// Requests, the copies of their keys, and what is sealed under them.
    ///
    /// Nothing a seeker gave stands in the clear, and all that is sealed of one kind has one size. The only time of day is
    /// that of a timer that runs. What is left of a destroyed request is one more in a month's count.
    static let requests = Migration(
        number: 10, name: "requests",
        statements: [
            """
            CREATE TABLE request (
                id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
                agency TEXT NOT NULL REFERENCES agency (id),
                pack TEXT NOT NULL REFERENCES pack (hash),
                receipt BLOB NOT NULL UNIQUE CHECK (length(receipt) = 32),
                seeker_copy BLOB NOT NULL CHECK (length(seeker_copy) = 81),
                card BLOB NOT NULL CHECK (length(card) = 1053),
                words BLOB NOT NULL CHECK (length(words) = 16413),
                course BLOB NOT NULL CHECK (length(course) = 32797),
                state TEXT NOT NULL CHECK (state IN ('offered', 'accepted', 'closed')),
                stage BIGINT,
                offering TEXT UNIQUE CHECK (length(offering) = 26),
                supporter TEXT,
                due_at BIGINT,
                destroy_on TEXT CHECK (length(destroy_on) = 10),
                UNIQUE (agency, id),
                FOREIGN KEY (agency, supporter) REFERENCES account (agency, id),
                CHECK ((state = 'offered') = (stage IS NOT NULL)),
                CHECK ((state = 'accepted') = (supporter IS NOT NULL)),
                CHECK ((state = 'closed') = (destroy_on IS NOT NULL)),
                CHECK (state <> 'offered' OR due_at IS NOT NULL),
                CHECK (state <> 'closed' OR due_at IS NULL),
                CHECK ((state = 'offered') = (offering IS NOT NULL))
            )
            """,
            "CREATE INDEX request_by_supporter ON request (agency, supporter)",
            "CREATE INDEX request_by_timer ON request (due_at)",
            "CREATE INDEX request_by_end ON request (destroy_on)",
            """
            CREATE TABLE request_copy (
                request TEXT NOT NULL,
                agency TEXT NOT NULL,
                account TEXT NOT NULL,
                sealed BLOB NOT NULL CHECK (length(sealed) = 81),
                wave BIGINT,
                PRIMARY KEY (request, account),
                FOREIGN KEY (agency, request) REFERENCES request (agency, id),
                FOREIGN KEY (agency, account) REFERENCES account (agency, id)
            ) WITHOUT ROWID
            """,
            "CREATE INDEX request_copy_by_account ON request_copy (agency, account)",
            """
            CREATE TABLE request_reserve (
                request TEXT NOT NULL,
                agency TEXT NOT NULL,
                account TEXT NOT NULL,
                locked BLOB NOT NULL CHECK (length(locked) = 110),
                wave BIGINT NOT NULL,
                PRIMARY KEY (request, account),
                FOREIGN KEY (agency, request) REFERENCES request (agency, id),
                FOREIGN KEY (agency, account) REFERENCES account (agency, id)
            ) WITHOUT ROWID
            """,
            "CREATE INDEX request_reserve_by_account ON request_reserve (agency, account)",
            """
            CREATE TABLE request_consultation (
                id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
                request TEXT NOT NULL,
                agency TEXT NOT NULL,
                account TEXT NOT NULL,
                role TEXT,
                sealed BLOB CHECK (length(sealed) = 81),
                ends_at BIGINT NOT NULL,
                UNIQUE (request, account),
                FOREIGN KEY (agency, request) REFERENCES request (agency, id),
                FOREIGN KEY (agency, account) REFERENCES account (agency, id)
            )
            """,
            "CREATE INDEX request_consultation_by_account ON request_consultation (agency, account)",
            "CREATE INDEX request_consultation_by_end ON request_consultation (ends_at)",
            """
            CREATE TABLE request_message (
                request TEXT NOT NULL REFERENCES request (id),
                id TEXT NOT NULL CHECK (length(id) = 26),
                place BIGINT NOT NULL CHECK (place BETWEEN 1 AND 500),
                sealed BLOB NOT NULL CHECK (length(sealed) = 16413),
                is_new BIGINT NOT NULL CHECK (is_new IN (0, 1)),
                PRIMARY KEY (request, id)
            ) WITHOUT ROWID
            """,
            """
            CREATE TABLE request_consent (
                request TEXT NOT NULL REFERENCES request (id),
                id TEXT NOT NULL CHECK (length(id) = 26),
                sealed BLOB NOT NULL CHECK (length(sealed) = 4125),
                PRIMARY KEY (request, id)
            ) WITHOUT ROWID
            """,
            """
            CREATE TABLE request_reminder (
                request TEXT NOT NULL REFERENCES request (id),
                id TEXT NOT NULL CHECK (length(id) = 26),
                due_on TEXT NOT NULL CHECK (length(due_on) = 10),
                is_told BIGINT NOT NULL CHECK (is_told IN (0, 1)),
                PRIMARY KEY (request, id)
            ) WITHOUT ROWID
            """,
            "CREATE INDEX request_reminder_by_day ON request_reminder (is_told, due_on)",
            """
            CREATE TABLE request_count (
                agency TEXT NOT NULL REFERENCES agency (id),
                month TEXT NOT NULL CHECK (length(month) = 7),
                figure TEXT NOT NULL CHECK (figure IN ('destroyed', 'inquiries-wanted', 'inquiries-not-wanted')),
                amount BIGINT NOT NULL CHECK (amount > 0),
                PRIMARY KEY (agency, month, figure)
            ) WITHOUT ROWID
            """,
        ])
}
