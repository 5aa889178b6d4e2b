// Training and meetings: what is planned, who was there, what was completed. Nothing here tells of a request, and nowhere is asked why
// somebody was away.
extension Migration {
    static let training = Migration(
        number: 36, name: "training",
        statements: [
            """
            CREATE TABLE further_course (
                id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
                agency TEXT NOT NULL REFERENCES agency (id),
                title TEXT NOT NULL,
                minutes BIGINT NOT NULL CHECK (minutes >= 0),
                credit_minutes BIGINT NOT NULL CHECK (credit_minutes >= 0 AND credit_minutes <= minutes),
                is_approved BIGINT NOT NULL CHECK (is_approved IN (0, 1)),
                topics TEXT NOT NULL,
                named_on TEXT NOT NULL CHECK (length(named_on) = 10),
                withdrawn_on TEXT CHECK (length(withdrawn_on) = 10)
            )
            """,
            "CREATE INDEX further_course_by_agency ON further_course (agency, id)",
            """
            CREATE TABLE gathering (
                id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
                agency TEXT NOT NULL REFERENCES agency (id),
                kind TEXT NOT NULL,
                committee TEXT,
                title TEXT NOT NULL,
                place TEXT NOT NULL,
                day TEXT NOT NULL CHECK (length(day) = 10),
                from_at BIGINT NOT NULL,
                until_at BIGINT NOT NULL CHECK (until_at > from_at),
                places BIGINT CHECK (places > 0),
                course TEXT,
                topics TEXT NOT NULL,
                credit_minutes BIGINT CHECK (credit_minutes >= 0),
                passes_on TEXT REFERENCES gathering (id),
                is_budgeted BIGINT NOT NULL CHECK (is_budgeted IN (0, 1)),
                status TEXT NOT NULL CHECK (status IN ('planned', 'held', 'cancelled')),
                headcount BIGINT CHECK (headcount >= 0),
                code TEXT NOT NULL UNIQUE CHECK (length(code) = 26),
                UNIQUE (agency, id)
            )
            """,
            "CREATE INDEX gathering_by_day ON gathering (agency, day, id)",
            "CREATE INDEX gathering_by_conference ON gathering (passes_on) WHERE passes_on IS NOT NULL",
            """
            CREATE TABLE gathering_holder (
                gathering TEXT NOT NULL,
                agency TEXT NOT NULL,
                account TEXT NOT NULL,
                PRIMARY KEY (gathering, account),
                FOREIGN KEY (agency, gathering) REFERENCES gathering (agency, id),
                FOREIGN KEY (agency, account) REFERENCES account (agency, id)
            ) WITHOUT ROWID
            """,
            """
            CREATE TABLE attendance (
                gathering TEXT NOT NULL,
                agency TEXT NOT NULL,
                account TEXT NOT NULL,
                is_signed_up BIGINT NOT NULL CHECK (is_signed_up IN (0, 1)),
                is_assigned BIGINT NOT NULL CHECK (is_assigned IN (0, 1)),
                asks_to_be_excused BIGINT NOT NULL CHECK (asks_to_be_excused IN (0, 1)),
                outcome TEXT CHECK (outcome IN ('attended', 'absent', 'excused')),
                PRIMARY KEY (gathering, account),
                FOREIGN KEY (agency, gathering) REFERENCES gathering (agency, id),
                FOREIGN KEY (agency, account) REFERENCES account (agency, id)
            ) WITHOUT ROWID
            """,
            "CREATE INDEX attendance_by_account ON attendance (agency, account)",
            """
            CREATE TABLE course_completion (
                id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
                agency TEXT NOT NULL REFERENCES agency (id),
                account TEXT NOT NULL,
                course TEXT,
                title TEXT NOT NULL,
                done_on TEXT NOT NULL CHECK (length(done_on) = 10),
                minutes BIGINT NOT NULL CHECK (minutes >= 0),
                credit_minutes BIGINT NOT NULL CHECK (credit_minutes >= 0 AND credit_minutes <= minutes),
                is_approved BIGINT NOT NULL CHECK (is_approved IN (0, 1)),
                topics TEXT NOT NULL,
                expires_on TEXT CHECK (length(expires_on) = 10),
                gathering TEXT REFERENCES gathering (id),
                paper TEXT REFERENCES sealed_paper (id),
                is_confirmed BIGINT NOT NULL CHECK (is_confirmed IN (0, 1)),
                FOREIGN KEY (agency, account) REFERENCES account (agency, id)
            )
            """,
            "CREATE INDEX course_completion_by_account ON course_completion (agency, account, done_on)",
            "CREATE INDEX course_completion_by_confirmation ON course_completion (agency, is_confirmed)",
            "CREATE INDEX course_completion_by_gathering ON course_completion (gathering) WHERE gathering IS NOT NULL",
            """
            CREATE TABLE member_qualification (
                agency TEXT NOT NULL REFERENCES agency (id),
                account TEXT NOT NULL,
                qualification TEXT NOT NULL,
                since TEXT NOT NULL CHECK (length(since) = 10),
                last_day TEXT CHECK (length(last_day) = 10),
                PRIMARY KEY (agency, account, qualification),
                FOREIGN KEY (agency, account) REFERENCES account (agency, id)
            ) WITHOUT ROWID
            """,
        ])
}
