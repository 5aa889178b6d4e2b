extension Migration {
    /// Logins, the roles they hold, their sessions, and the slowing of guesses.
    ///
    /// An account has either an enrolment code (nobody has chosen a passphrase yet) or a passphrase with its keys.
    static let accounts = Migration(
        number: 3, name: "accounts",
        statements: [
            """
            CREATE TABLE account (
                id TEXT NOT NULL PRIMARY KEY,
                agency TEXT NOT NULL REFERENCES agency (id),
                person TEXT,
                login TEXT NOT NULL CHECK (length(login) BETWEEN 2 AND 60),
                name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
                enrolment_code BLOB,
                enrolment_ends_at BIGINT,
                passphrase TEXT,
                public_key BLOB,
                wrapped_key BLOB,
                recovery_code BLOB UNIQUE,
                recovery_key BLOB,
                recovery_for_phone BIGINT NOT NULL DEFAULT 0 CHECK (recovery_for_phone IN (0, 1)),
                second_factor BLOB,
                second_factor_step BIGINT,
                UNIQUE (agency, login),
                UNIQUE (agency, id),
                FOREIGN KEY (agency, person) REFERENCES person (agency, id),
                CHECK ((enrolment_code IS NULL) = (enrolment_ends_at IS NULL)),
                CHECK ((passphrase IS NULL) = (public_key IS NULL)),
                CHECK ((passphrase IS NULL) = (wrapped_key IS NULL)),
                CHECK ((recovery_code IS NULL) = (recovery_key IS NULL))
            )
            """,
            """
            CREATE TABLE holding (
                id TEXT NOT NULL PRIMARY KEY,
                agency TEXT NOT NULL,
                account TEXT NOT NULL,
                role TEXT NOT NULL,
                area TEXT,
                starts_on TEXT NOT NULL,
                held_until TEXT CHECK (held_until IS NULL OR held_until >= starts_on),
                FOREIGN KEY (agency, account) REFERENCES account (agency, id)
            )
            """,
            "CREATE INDEX holding_by_account ON holding (agency, account)",
            "CREATE INDEX holding_by_role ON holding (agency, role)",
            """
            CREATE TABLE session (
                id BLOB NOT NULL PRIMARY KEY,
                agency TEXT NOT NULL,
                account TEXT NOT NULL,
                wrapped_key BLOB NOT NULL,
                owes_second_factor BIGINT NOT NULL CHECK (owes_second_factor IN (0, 1)),
                ends_at BIGINT NOT NULL,
                FOREIGN KEY (agency, account) REFERENCES account (agency, id)
            ) WITHOUT ROWID
            """,
            "CREATE INDEX session_by_account ON session (agency, account)",
            "CREATE INDEX session_by_end ON session (ends_at)",
            """
            CREATE TABLE sign_in_pause (
                name BLOB NOT NULL PRIMARY KEY,
                failures BIGINT NOT NULL CHECK (failures > 0),
                pause_ends_at BIGINT NOT NULL
            ) WITHOUT ROWID
            """,
            "CREATE INDEX sign_in_pause_by_end ON sign_in_pause (pause_ends_at)",
        ])
}
