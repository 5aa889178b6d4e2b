// A table with row ids tells in which order its rows came, and an hour's copies of the database then tell who was asked about which
// request. These keep their rows by random ids alone. Everything else is as it was; of a request what is small stands before what
// is large, so that whoever looks for timers reads little.
extension Migration {
    static let requestsWithoutOrder = Migration(
        number: 27, name: "requests without order",
        statements: [
            """
            CREATE TABLE new_request (
                id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
                agency TEXT NOT NULL REFERENCES agency (id),
                pack TEXT NOT NULL REFERENCES pack (hash),
                state TEXT NOT NULL CHECK (state IN ('offered', 'accepted', 'closed')),
                stage BIGINT,
                offering TEXT UNIQUE CHECK (length(offering) = 26),
                supporter TEXT,
                due_at BIGINT,
                destroy_on TEXT CHECK (length(destroy_on) = 10),
                receipt BLOB NOT NULL UNIQUE CHECK (length(receipt) = 32),
                seeker_copy BLOB NOT NULL CHECK (length(seeker_copy) = 81),
                card BLOB NOT NULL CHECK (length(card) = 1053),
                words BLOB NOT NULL CHECK (length(words) = 16413),
                course BLOB NOT NULL CHECK (length(course) = 32797),
                UNIQUE (agency, id),
                FOREIGN KEY (agency, supporter) REFERENCES account (agency, id),
                CHECK ((state = 'offered') = (stage IS NOT NULL)),
                CHECK ((state = 'accepted') = (supporter IS NOT NULL)),
                CHECK ((state = 'closed') = (destroy_on IS NOT NULL)),
                CHECK (state <> 'offered' OR due_at IS NOT NULL),
                CHECK (state <> 'closed' OR due_at IS NULL),
                CHECK ((state = 'offered') = (offering IS NOT NULL))
            ) WITHOUT ROWID
            """,
            """
            INSERT INTO new_request (
                id, agency, pack, receipt, seeker_copy, card, words, course, state, stage, offering,
                supporter, due_at, destroy_on)
            SELECT
                id, agency, pack, receipt, seeker_copy, card, words, course, state, stage, offering,
                supporter, due_at, destroy_on
            FROM request ORDER BY id
            """,
            """
            CREATE TABLE new_request_copy (
                request TEXT NOT NULL,
                agency TEXT NOT NULL,
                account TEXT NOT NULL,
                sealed BLOB NOT NULL CHECK (length(sealed) = 81),
                wave BIGINT,
                PRIMARY KEY (request, account),
                FOREIGN KEY (agency, request) REFERENCES new_request (agency, id),
                FOREIGN KEY (agency, account) REFERENCES account (agency, id)
            ) WITHOUT ROWID
            """,
            """
            INSERT INTO new_request_copy (
                request, agency, account, sealed, wave)
            SELECT
                request, agency, account, sealed, wave
            FROM request_copy ORDER BY request, account
            """,
            """
            CREATE TABLE new_request_reserve (
                request TEXT NOT NULL,
                agency TEXT NOT NULL,
                account TEXT NOT NULL,
                locked BLOB NOT NULL CHECK (length(locked) = 110),
                wave BIGINT NOT NULL,
                PRIMARY KEY (request, account),
                FOREIGN KEY (agency, request) REFERENCES new_request (agency, id),
                FOREIGN KEY (agency, account) REFERENCES account (agency, id)
            ) WITHOUT ROWID
            """,
            """
            INSERT INTO new_request_reserve (
                request, agency, account, locked, wave)
            SELECT
                request, agency, account, locked, wave
            FROM request_reserve ORDER BY request, account
            """,
            """
            CREATE TABLE new_request_consultation (
                id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
                request TEXT NOT NULL,
                agency TEXT NOT NULL,
                account TEXT NOT NULL,
                role TEXT,
                sealed BLOB CHECK (length(sealed) = 81),
                ends_at BIGINT NOT NULL,
                UNIQUE (request, account),
                FOREIGN KEY (agency, request) REFERENCES new_request (agency, id),
                FOREIGN KEY (agency, account) REFERENCES account (agency, id)
            ) WITHOUT ROWID
            """,
            """
            INSERT INTO new_request_consultation (
                id, request, agency, account, role, sealed, ends_at)
            SELECT
                id, request, agency, account, role, sealed, ends_at
            FROM request_consultation ORDER BY id
            """,
            """
            CREATE TABLE new_request_message (
                request TEXT NOT NULL REFERENCES new_request (id),
                id TEXT NOT NULL CHECK (length(id) = 26),
                place BIGINT NOT NULL CHECK (place BETWEEN 1 AND 500),
                sealed BLOB NOT NULL CHECK (length(sealed) = 16413),
                is_new BIGINT NOT NULL CHECK (is_new IN (0, 1)),
                PRIMARY KEY (request, id)
            ) WITHOUT ROWID
            """,
            """
            INSERT INTO new_request_message (
                request, id, place, sealed, is_new)
            SELECT
                request, id, place, sealed, is_new
            FROM request_message ORDER BY request, id
            """,
            """
            CREATE TABLE new_request_consent (
                request TEXT NOT NULL REFERENCES new_request (id),
                id TEXT NOT NULL CHECK (length(id) = 26),
                sealed BLOB NOT NULL CHECK (length(sealed) = 4125),
                PRIMARY KEY (request, id)
            ) WITHOUT ROWID
            """,
            """
            INSERT INTO new_request_consent (
                request, id, sealed)
            SELECT
                request, id, sealed
            FROM request_consent ORDER BY request, id
            """,
            """
            CREATE TABLE new_request_reminder (
                request TEXT NOT NULL REFERENCES new_request (id),
                id TEXT NOT NULL CHECK (length(id) = 26),
                due_on TEXT NOT NULL CHECK (length(due_on) = 10),
                is_told BIGINT NOT NULL CHECK (is_told IN (0, 1)),
                PRIMARY KEY (request, id)
            ) WITHOUT ROWID
            """,
            """
            INSERT INTO new_request_reminder (
                request, id, due_on, is_told)
            SELECT
                request, id, due_on, is_told
            FROM request_reminder ORDER BY request, id
            """,
            """
            CREATE TABLE new_old_receipt (
                request TEXT NOT NULL PRIMARY KEY,
                agency TEXT NOT NULL,
                FOREIGN KEY (agency, request) REFERENCES new_request (agency, id)
            ) WITHOUT ROWID
            """,
            """
            INSERT INTO new_old_receipt (
                request, agency)
            SELECT
                request, agency
            FROM old_receipt ORDER BY request
            """,
            "DROP TABLE old_receipt",
            "DROP TABLE request_reminder",
            "DROP TABLE request_consent",
            "DROP TABLE request_message",
            "DROP TABLE request_consultation",
            "DROP TABLE request_reserve",
            "DROP TABLE request_copy",
            "DROP TABLE request",
            "ALTER TABLE new_request RENAME TO request",
            "ALTER TABLE new_request_copy RENAME TO request_copy",
            "ALTER TABLE new_request_reserve RENAME TO request_reserve",
            "ALTER TABLE new_request_consultation RENAME TO request_consultation",
            "ALTER TABLE new_request_message RENAME TO request_message",
            "ALTER TABLE new_request_consent RENAME TO request_consent",
            "ALTER TABLE new_request_reminder RENAME TO request_reminder",
            "ALTER TABLE new_old_receipt RENAME TO old_receipt",
            "CREATE INDEX request_by_supporter ON request (agency, supporter)",
            "CREATE INDEX request_by_timer ON request (due_at)",
            "CREATE INDEX request_copy_by_account ON request_copy (agency, account)",
            "CREATE INDEX request_reserve_by_account ON request_reserve (agency, account)",
            "CREATE INDEX request_consultation_by_account ON request_consultation (agency, account)",
            "CREATE INDEX request_consultation_by_end ON request_consultation (ends_at)",
            "CREATE INDEX request_reminder_by_day ON request_reminder (is_told, due_on)",
            "CREATE INDEX request_by_end ON request (agency, destroy_on)",
            "CREATE INDEX old_receipt_by_agency ON old_receipt (agency)",
        ])
}
