extension Migration {
    /// Call-outs by a desk: who was paged in which order, and what they said. No column holds who asked for support, or why.
    static let callOuts = Migration(
        number: 12, name: "call-outs",
        statements: [
            """
            CREATE TABLE call_out (
                id TEXT NOT NULL PRIMARY KEY,
                agency TEXT NOT NULL,
                begun_by TEXT NOT NULL,
                begun_on TEXT NOT NULL CHECK (length(begun_on) = 10),
                finished_on TEXT CHECK (finished_on IS NULL OR finished_on >= begun_on),
                FOREIGN KEY (agency, begun_by) REFERENCES account (agency, id)
            )
            """,
            "CREATE INDEX call_out_by_agency ON call_out (agency, begun_on)",
            """
            CREATE TABLE call_out_page (
                call_out TEXT NOT NULL REFERENCES call_out (id),
                place BIGINT NOT NULL CHECK (place BETWEEN 1 AND 100000),
                agency TEXT NOT NULL,
                account TEXT NOT NULL,
                answer TEXT CHECK (answer IN ('accepted', 'cannot')),
                paged_at BIGINT,
                PRIMARY KEY (call_out, account),
                UNIQUE (call_out, place),
                FOREIGN KEY (agency, account) REFERENCES account (agency, id)
            ) WITHOUT ROWID
            """,
            "CREATE INDEX call_out_page_by_account ON call_out_page (agency, account)",
        ])
}
