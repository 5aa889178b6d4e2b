// Duty time: when a member was at work for somebody, locked under a key of the server. There is one box of one size for each member of the
// team and month, whether anything is in it or not, and all of a month are locked anew whenever one of them changes; none bears a time. What
// payroll was told of, and when whoever supervises a member was asked to release them.
extension Migration {
    static let dutyTime = Migration(
        number: 45, name: "duty time",
        statements: [
            """
            CREATE TABLE duty_month (
                agency TEXT NOT NULL,
                month TEXT NOT NULL CHECK (length(month) = 7),
                account TEXT NOT NULL,
                sealed BLOB NOT NULL CHECK (length(sealed) = 16413),
                PRIMARY KEY (agency, month, account),
                FOREIGN KEY (agency, account) REFERENCES account (agency, id)
            ) WITHOUT ROWID
            """,
            "CREATE INDEX duty_month_by_account ON duty_month (agency, account, month)",
            """
            CREATE TABLE payroll_export (
                id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
                agency TEXT NOT NULL,
                from_day TEXT NOT NULL CHECK (length(from_day) = 10),
                until_day TEXT NOT NULL CHECK (length(until_day) = 10),
                made_on TEXT NOT NULL CHECK (length(made_on) = 10),
                place BIGINT NOT NULL CHECK (place > 0),
                made_by TEXT NOT NULL,
                UNIQUE (agency, place),
                CHECK (from_day <= until_day),
                FOREIGN KEY (agency, made_by) REFERENCES account (agency, id)
            ) WITHOUT ROWID
            """,
            "CREATE INDEX payroll_export_by_day ON payroll_export (agency, until_day)",
            """
            CREATE TABLE duty_release (
                id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
                agency TEXT NOT NULL REFERENCES agency (id),
                day TEXT NOT NULL CHECK (length(day) = 10),
                sealed BLOB NOT NULL CHECK (length(sealed) = 285)
            ) WITHOUT ROWID
            """,
            "CREATE INDEX duty_release_by_day ON duty_release (agency, day)",
        ])
}
