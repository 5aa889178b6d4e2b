// Openings and applications. Of a step it is kept that it was done, by whom and when; a no ends the application and takes every row of
// its steps with it. The letters are sealed papers. A colleague's answer is sealed under a key outside the database, in no order, and
// names nobody; who answered is a keyed mark.
extension Migration {
    static let selection = Migration(
        number: 38, name: "selection",
        statements: [
            """
            CREATE TABLE selection_opening (
                id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
                agency TEXT NOT NULL,
                opens_on TEXT NOT NULL CHECK (length(opens_on) = 10),
                closes_on TEXT NOT NULL CHECK (closes_on >= opens_on),
                words TEXT NOT NULL,
                posted_by TEXT NOT NULL,
                FOREIGN KEY (agency, posted_by) REFERENCES account (agency, id)
            )
            """,
            "CREATE INDEX selection_opening_by_end ON selection_opening (agency, closes_on)",
            """
            CREATE TABLE application (
                id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
                agency TEXT NOT NULL,
                account TEXT NOT NULL,
                begun_on TEXT NOT NULL CHECK (length(begun_on) = 10),
                status TEXT NOT NULL
                    CHECK (status IN ('under-way', 'selected', 'not-selected', 'withdrawn', 'stopped')),
                decided_on TEXT CHECK ((decided_on IS NULL) = (status = 'under-way')),
                is_preferred BIGINT NOT NULL CHECK (is_preferred IN (0, 1)),
                FOREIGN KEY (agency, account) REFERENCES account (agency, id)
            )
            """,
            "CREATE UNIQUE INDEX application_under_way ON application (agency, account) WHERE status = 'under-way'",
            "CREATE INDEX application_by_account ON application (agency, account)",
            "CREATE INDEX application_by_decision ON application (agency, decided_on)",
            """
            CREATE TABLE application_paper (
                application TEXT NOT NULL REFERENCES application (id),
                document TEXT NOT NULL,
                paper TEXT NOT NULL REFERENCES sealed_paper (id),
                PRIMARY KEY (application, document)
            ) WITHOUT ROWID
            """,
            "CREATE INDEX application_paper_by_paper ON application_paper (paper)",
            """
            CREATE TABLE application_entry (
                application TEXT NOT NULL REFERENCES application (id),
                step TEXT NOT NULL,
                part TEXT NOT NULL,
                by_account TEXT REFERENCES account (id),
                name TEXT,
                day TEXT NOT NULL CHECK (length(day) = 10),
                number BIGINT,
                PRIMARY KEY (application, step, part)
            ) WITHOUT ROWID
            """,
            "CREATE INDEX application_entry_by_account ON application_entry (by_account)",
            """
            CREATE TABLE application_rating (
                application TEXT NOT NULL REFERENCES application (id),
                step TEXT NOT NULL,
                item TEXT NOT NULL,
                rating TEXT NOT NULL,
                answers BIGINT NOT NULL CHECK (answers > 0),
                PRIMARY KEY (application, step, item, rating)
            ) WITHOUT ROWID
            """,
            """
            CREATE TABLE peer_answer (
                id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
                application TEXT NOT NULL REFERENCES application (id),
                sealed BLOB NOT NULL
            ) WITHOUT ROWID
            """,
            "CREATE INDEX peer_answer_by_application ON peer_answer (application)",
            """
            CREATE TABLE enrolment_letter (
                account TEXT NOT NULL PRIMARY KEY,
                agency TEXT NOT NULL,
                sealed BLOB NOT NULL,
                ends_at BIGINT NOT NULL,
                FOREIGN KEY (agency, account) REFERENCES account (agency, id)
            ) WITHOUT ROWID
            """,
            "CREATE INDEX enrolment_letter_by_end ON enrolment_letter (agency, ends_at)",
            """
            CREATE TABLE nomination (
                account TEXT NOT NULL PRIMARY KEY,
                agency TEXT NOT NULL,
                named_on TEXT NOT NULL CHECK (length(named_on) = 10),
                FOREIGN KEY (agency, account) REFERENCES account (agency, id)
            ) WITHOUT ROWID
            """,
            "CREATE INDEX nomination_by_day ON nomination (agency, named_on)",
            """
            CREATE TABLE peer_answered (
                application TEXT NOT NULL REFERENCES application (id),
                mark BLOB NOT NULL CHECK (length(mark) = 32),
                PRIMARY KEY (application, mark)
            ) WITHOUT ROWID
            """,
        ])
}
