// Announcements to circles of the programme with who gave a word back, and feedback to whom the policy names. Feedback without a name
// has no account and no time of day: until its day is over it lies in the box of its agency.
extension Migration {
    static let announcementsAndFeedback = Migration(
        number: 41, name: "announcements and feedback",
        statements: [
            """
            CREATE TABLE announcement (
                id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
                agency TEXT NOT NULL REFERENCES agency (id),
                office TEXT NOT NULL,
                announced_by TEXT NOT NULL,
                circles TEXT NOT NULL,
                title TEXT NOT NULL,
                words TEXT NOT NULL,
                last_day TEXT NOT NULL CHECK (length(last_day) = 10),
                asks_for_word BIGINT NOT NULL CHECK (asks_for_word IN (0, 1)),
                announced_on TEXT NOT NULL CHECK (length(announced_on) = 10),
                version BIGINT NOT NULL CHECK (version > 0),
                corrected_on TEXT CHECK (corrected_on IS NULL OR length(corrected_on) = 10),
                withdrawn_on TEXT CHECK (withdrawn_on IS NULL OR length(withdrawn_on) = 10),
                FOREIGN KEY (agency, announced_by) REFERENCES account (agency, id)
            ) WITHOUT ROWID
            """,
            "CREATE INDEX announcement_by_agency ON announcement (agency, last_day)",
            """
            CREATE TABLE announcement_word (
                announcement TEXT NOT NULL REFERENCES announcement (id),
                account TEXT NOT NULL,
                agency TEXT NOT NULL,
                version BIGINT NOT NULL CHECK (version > 0),
                given_on TEXT NOT NULL CHECK (length(given_on) = 10),
                PRIMARY KEY (announcement, account),
                FOREIGN KEY (agency, account) REFERENCES account (agency, id)
            ) WITHOUT ROWID
            """,
            "CREATE INDEX announcement_word_by_account ON announcement_word (agency, account)",
            """
            CREATE TABLE feedback (
                id TEXT NOT NULL PRIMARY KEY REFERENCES sealed_paper (id),
                agency TEXT NOT NULL REFERENCES agency (id),
                account TEXT,
                mark BLOB CHECK (mark IS NULL OR length(mark) = 32),
                giver_key BLOB,
                giver_copy BLOB,
                given_on TEXT NOT NULL CHECK (length(given_on) = 10),
                answer TEXT UNIQUE REFERENCES sealed_paper (id),
                answer_copy BLOB,
                answered_on TEXT CHECK (answered_on IS NULL OR length(answered_on) = 10),
                FOREIGN KEY (agency, account) REFERENCES account (agency, id),
                CHECK ((account IS NULL) <> (mark IS NULL)),
                CHECK ((mark IS NULL) = (giver_key IS NULL) AND (mark IS NULL) = (giver_copy IS NULL)),
                CHECK ((answer IS NULL) = (answered_on IS NULL)),
                CHECK (answer_copy IS NULL OR (answer IS NOT NULL AND mark IS NOT NULL))
            ) WITHOUT ROWID
            """,
            "CREATE INDEX feedback_by_agency ON feedback (agency, given_on)",
            "CREATE INDEX feedback_by_account ON feedback (agency, account) WHERE account IS NOT NULL",
            "CREATE UNIQUE INDEX feedback_by_mark ON feedback (agency, mark) WHERE mark IS NOT NULL",
            """
            CREATE TABLE feedback_box (
                agency TEXT NOT NULL PRIMARY KEY REFERENCES agency (id),
                sealed BLOB NOT NULL,
                sealed_in BIGINT NOT NULL
            ) WITHOUT ROWID
            """,
        ])
}
