extension Migration {
    /// The call-out lists: rotations with their members and shifts, and what changes them. It only looks forward: nothing here
    /// says who was called or answered, and what is over is deleted, so no time of anybody can be worked out from it.
    static let roster = Migration(
        number: 7, name: "call-out roster",
        statements: [
            """
            CREATE TABLE roster_rotation (
                id TEXT NOT NULL PRIMARY KEY,
                agency TEXT NOT NULL REFERENCES agency (id),
                list TEXT NOT NULL,
                place BIGINT NOT NULL CHECK (place > 0),
                name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
                starts_on TEXT NOT NULL,
                runs_until TEXT CHECK (runs_until IS NULL OR runs_until > starts_on),
                hand_over BIGINT NOT NULL CHECK (hand_over BETWEEN 0 AND 1439),
                weeks BIGINT NOT NULL CHECK (weeks > 0),
                UNIQUE (agency, id)
            )
            """,
            "CREATE INDEX roster_rotation_by_list ON roster_rotation (agency, list, place)",
            """
            CREATE TABLE roster_member (
                agency TEXT NOT NULL,
                rotation TEXT NOT NULL,
                account TEXT NOT NULL,
                turn BIGINT CHECK (turn >= 0),
                PRIMARY KEY (agency, rotation, account),
                FOREIGN KEY (agency, rotation) REFERENCES roster_rotation (agency, id) ON DELETE CASCADE,
                FOREIGN KEY (agency, account) REFERENCES account (agency, id)
            ) WITHOUT ROWID
            """,
            "CREATE INDEX roster_member_by_account ON roster_member (agency, account)",
            """
            CREATE TABLE roster_shift (
                agency TEXT NOT NULL,
                rotation TEXT NOT NULL,
                place BIGINT NOT NULL CHECK (place >= 0),
                weekdays BIGINT NOT NULL CHECK (weekdays BETWEEN 1 AND 127),
                begins BIGINT NOT NULL CHECK (begins BETWEEN 0 AND 1439),
                ends BIGINT NOT NULL CHECK (ends BETWEEN 0 AND 1439),
                PRIMARY KEY (agency, rotation, place),
                FOREIGN KEY (agency, rotation) REFERENCES roster_rotation (agency, id) ON DELETE CASCADE
            ) WITHOUT ROWID
            """,
            """
            CREATE TABLE roster_override (
                id TEXT NOT NULL PRIMARY KEY,
                agency TEXT NOT NULL,
                list TEXT NOT NULL,
                account TEXT NOT NULL,
                instead TEXT CHECK (instead <> account),
                from_at BIGINT NOT NULL,
                until_at BIGINT NOT NULL CHECK (until_at > from_at),
                FOREIGN KEY (agency, account) REFERENCES account (agency, id),
                FOREIGN KEY (agency, instead) REFERENCES account (agency, id)
            )
            """,
            "CREATE INDEX roster_override_by_end ON roster_override (agency, until_at)",
            """
            CREATE TABLE roster_swap (
                id TEXT NOT NULL PRIMARY KEY,
                agency TEXT NOT NULL,
                list TEXT NOT NULL,
                giver TEXT NOT NULL,
                taker TEXT CHECK (taker <> giver),
                from_at BIGINT NOT NULL,
                until_at BIGINT NOT NULL CHECK (until_at > from_at),
                return_from_at BIGINT,
                return_until_at BIGINT CHECK (return_until_at > return_from_at),
                number BIGINT CHECK (number > 0),
                over_at BIGINT NOT NULL CHECK (over_at >= until_at),
                CHECK ((return_from_at IS NULL) = (return_until_at IS NULL)),
                CHECK (return_until_at IS NULL OR (taker IS NOT NULL AND over_at >= return_until_at)),
                CHECK (number IS NULL OR taker IS NOT NULL),
                FOREIGN KEY (agency, giver) REFERENCES account (agency, id),
                FOREIGN KEY (agency, taker) REFERENCES account (agency, id)
            )
            """,
            "CREATE INDEX roster_swap_by_end ON roster_swap (agency, over_at)",
            "CREATE UNIQUE INDEX roster_swap_by_number ON roster_swap (agency, list, number)",
            """
            CREATE TABLE roster_leave (
                id TEXT NOT NULL PRIMARY KEY,
                agency TEXT NOT NULL,
                account TEXT NOT NULL,
                first_day TEXT NOT NULL,
                last_day TEXT NOT NULL CHECK (last_day >= first_day),
                FOREIGN KEY (agency, account) REFERENCES account (agency, id)
            )
            """,
            "CREATE INDEX roster_leave_by_end ON roster_leave (agency, last_day)",
            """
            CREATE TABLE roster_hours (
                id TEXT NOT NULL PRIMARY KEY,
                agency TEXT NOT NULL,
                account TEXT NOT NULL,
                kind TEXT NOT NULL CHECK (kind IN ('on-duty', 'off-duty')),
                weekdays BIGINT NOT NULL CHECK (weekdays BETWEEN 1 AND 127),
                begins BIGINT NOT NULL CHECK (begins BETWEEN 0 AND 1439),
                ends BIGINT NOT NULL CHECK (ends BETWEEN 0 AND 1439),
                FOREIGN KEY (agency, account) REFERENCES account (agency, id)
            )
            """,
            "CREATE INDEX roster_hours_by_account ON roster_hours (agency, account)",
            """
            CREATE TABLE roster_feed (
                agency TEXT NOT NULL,
                account TEXT NOT NULL,
                token BLOB NOT NULL UNIQUE CHECK (length(token) = 32),
                PRIMARY KEY (agency, account),
                FOREIGN KEY (agency, account) REFERENCES account (agency, id)
            ) WITHOUT ROWID
            """,
            """
            CREATE TABLE roster_gap (
                agency TEXT NOT NULL REFERENCES agency (id),
                list TEXT NOT NULL,
                from_at BIGINT NOT NULL,
                until_at BIGINT NOT NULL CHECK (until_at > from_at),
                PRIMARY KEY (agency, list, from_at)
            ) WITHOUT ROWID
            """,
        ])
}
