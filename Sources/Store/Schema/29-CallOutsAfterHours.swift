extension Migration {
    /// A yes that a call-out waits for after hours, and the sealed number of whoever called the desk.
    static let callOutsAfterHours = Migration(
        number: 29, name: "call-outs after hours",
        statements: [
            """
            CREATE TABLE call_out_activation (
                id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
                call_out TEXT NOT NULL UNIQUE REFERENCES call_out (id),
                agency TEXT NOT NULL REFERENCES agency (id),
                stage BIGINT NOT NULL CHECK (stage IN (0, 1)),
                waits_until BIGINT
            ) WITHOUT ROWID
            """,
            "CREATE INDEX call_out_activation_by_time ON call_out_activation (waits_until, id)",
            """
            CREATE TABLE call_out_number (
                call_out TEXT NOT NULL REFERENCES call_out (id),
                account TEXT NOT NULL,
                agency TEXT NOT NULL,
                locked BLOB CHECK (length(locked) = 110),
                sealed BLOB CHECK (length(sealed) = 81),
                PRIMARY KEY (agency, call_out, account),
                CHECK ((locked IS NULL) <> (sealed IS NULL)),
                FOREIGN KEY (agency, account) REFERENCES account (agency, id)
            ) WITHOUT ROWID
            """,
            "CREATE INDEX call_out_number_by_account ON call_out_number (agency, account)",
        ])
}
