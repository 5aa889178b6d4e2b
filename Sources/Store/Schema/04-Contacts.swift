extension Migration {
    /// Stat sheets, their contacts, and the proof of filing.
    ///
    /// A sheet's id comes from its supporter's own key, so no column here says whose draft it is. A contact is numbers
    /// only. Neither has a time: not when it was written, not when it was changed. What a sheet says and that it was
    /// filed stand apart; only `named_sheet` joins them, and only where the agency's form bears the supporter's name.
    static let contacts = Migration(
        number: 4, name: "contacts and stat sheets",
        statements: [
            """
            CREATE TABLE sheet (
                id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
                agency TEXT NOT NULL REFERENCES agency (id),
                month TEXT NOT NULL CHECK (length(month) = 7),
                pack TEXT NOT NULL REFERENCES pack (hash)
            ) WITHOUT ROWID
            """,
            "CREATE INDEX sheet_by_month ON sheet (agency, month)",
            """
            CREATE TABLE contact (
                sheet BLOB NOT NULL REFERENCES sheet (id),
                id BLOB NOT NULL CHECK (length(id) = 16),
                place BIGINT NOT NULL CHECK (place BETWEEN 1 AND 1000),
                kind BIGINT NOT NULL CHECK (kind BETWEEN 0 AND 15),
                day BIGINT CHECK (day BETWEEN 1 AND 31),
                marks BIGINT NOT NULL CHECK (marks >= 0),
                minutes BIGINT CHECK (minutes BETWEEN 0 AND 100000),
                minutes_in_person BIGINT CHECK (minutes_in_person BETWEEN 0 AND 100000),
                minutes_by_phone BIGINT CHECK (minutes_by_phone BETWEEN 0 AND 100000),
                participants BIGINT CHECK (participants BETWEEN 0 AND 100000),
                referrals BIGINT CHECK (referrals BETWEEN 0 AND 100000),
                follow_ups BIGINT CHECK (follow_ups BETWEEN 0 AND 100000),
                PRIMARY KEY (sheet, id)
            ) WITHOUT ROWID
            """,
            """
            CREATE TABLE filing (
                agency TEXT NOT NULL,
                account TEXT NOT NULL,
                month TEXT NOT NULL CHECK (length(month) = 7),
                filed_on TEXT NOT NULL,
                minutes BIGINT NOT NULL CHECK (minutes >= 0),
                is_late BIGINT NOT NULL CHECK (is_late IN (0, 1)),
                pack TEXT NOT NULL REFERENCES pack (hash),
                PRIMARY KEY (agency, month, account),
                FOREIGN KEY (agency, account) REFERENCES account (agency, id)
            ) WITHOUT ROWID
            """,
            "CREATE INDEX filing_by_account ON filing (agency, account, month)",
            """
            CREATE TABLE named_sheet (
                sheet BLOB NOT NULL PRIMARY KEY REFERENCES sheet (id),
                agency TEXT NOT NULL,
                month TEXT NOT NULL,
                account TEXT NOT NULL,
                counted_in TEXT NOT NULL CHECK (length(counted_in) = 7),
                UNIQUE (agency, month, account),
                FOREIGN KEY (agency, month, account) REFERENCES filing (agency, month, account)
            ) WITHOUT ROWID
            """,
            "CREATE INDEX named_sheet_by_summary ON named_sheet (agency, counted_in)",
        ])
}
