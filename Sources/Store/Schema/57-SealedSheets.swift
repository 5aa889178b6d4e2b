// Sheets are sealed. What a supporter has written in a draft lies in one box under their own key, of one of three sizes, behind a lock of
// the server's that is renewed every hour: what was in the rows of `contact` is moved there, and nothing is written in those any more. A
// filed sheet that bears a name lies locked beside its filing, and no column ties it to the draft it was. The hours of everybody's filings
// of a quarter lie in one box for the agency; `filing.minutes` is nought. What was counted of requests is not kept any more.
extension Migration {
    static let sealedSheets = Migration(
        number: 57, name: "sealed sheets",
        statements: [
            "ALTER TABLE sheet ADD COLUMN sealed BLOB CHECK (length(sealed) IN (4157, 16445, 65597))",
            "ALTER TABLE sheet ADD COLUMN locked_hour BIGINT NOT NULL DEFAULT 0",
            "CREATE INDEX sheet_by_lock ON sheet (agency, locked_hour)",
            "CREATE INDEX sheet_unsealed ON sheet (agency) WHERE sealed IS NULL",
            "CREATE INDEX filing_with_minutes ON filing (agency) WHERE minutes > 0",
            """
            CREATE TABLE filed_sheet (
                agency TEXT NOT NULL,
                month TEXT NOT NULL CHECK (length(month) = 7),
                account TEXT NOT NULL,
                counted_in TEXT NOT NULL CHECK (length(counted_in) = 7),
                pack TEXT NOT NULL REFERENCES pack (hash),
                sealed BLOB NOT NULL CHECK (length(sealed) IN (4125, 16413, 65565)),
                PRIMARY KEY (agency, month, account),
                FOREIGN KEY (agency, month, account) REFERENCES filing (agency, month, account)
            ) WITHOUT ROWID
            """,
            "CREATE INDEX filed_sheet_by_summary ON filed_sheet (agency, counted_in)",
            """
            CREATE TABLE hours_box (
                agency TEXT NOT NULL REFERENCES agency (id),
                quarter TEXT NOT NULL CHECK (length(quarter) = 7),
                sealed BLOB NOT NULL CHECK (length(sealed) IN (16413, 131101, 1048605)),
                PRIMARY KEY (agency, quarter)
            ) WITHOUT ROWID
            """,
            "DROP TABLE request_count",
        ])
}
