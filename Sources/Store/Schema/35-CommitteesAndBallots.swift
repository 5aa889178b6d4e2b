// Seats of committees, and their ballots. A secret ballot has no row for a vote: all its papers lie in one box, locked under a key
// that is not in the database and always of the same size.
extension Migration {
    static let committeesAndBallots = Migration(
        number: 35, name: "committees and ballots",
        statements: [
            """
            CREATE TABLE seat (
                id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
                agency TEXT NOT NULL,
                committee TEXT NOT NULL,
                seat TEXT NOT NULL,
                account TEXT NOT NULL,
                offered_by TEXT NOT NULL,
                offered_on TEXT NOT NULL CHECK (length(offered_on) = 10),
                starts_on TEXT CHECK (length(starts_on) = 10),
                until TEXT CHECK (until IS NULL OR until > starts_on),
                ended_on TEXT CHECK (length(ended_on) = 10),
                ending TEXT CHECK (ending IN ('declined', 'withdrawn', 'resigned', 'ended', 'vacated')),
                attested_by TEXT,
                attested_on TEXT CHECK (length(attested_on) = 10),
                ballot TEXT,
                holding TEXT REFERENCES holding (id),
                FOREIGN KEY (agency, account) REFERENCES account (agency, id),
                FOREIGN KEY (agency, offered_by) REFERENCES account (agency, id),
                CHECK ((ended_on IS NULL) = (ending IS NULL)),
                CHECK ((attested_by IS NULL) = (attested_on IS NULL)),
                CHECK (until IS NULL OR starts_on IS NOT NULL),
                CHECK (holding IS NULL OR starts_on IS NOT NULL)
            )
            """,
            "CREATE INDEX seat_open ON seat (agency, committee, offered_on, id) WHERE ended_on IS NULL",
            "CREATE INDEX seat_by_committee ON seat (agency, committee)",
            "CREATE INDEX seat_by_account ON seat (agency, account)",
            "CREATE INDEX seat_by_holding ON seat (holding)",
            """
            CREATE TABLE ballot (
                id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
                agency TEXT NOT NULL,
                committee TEXT NOT NULL,
                subject TEXT NOT NULL CHECK (subject IN ('selection', 'removal', 'seat', 'policy', 'decision')),
                about TEXT NOT NULL,
                detail TEXT NOT NULL CHECK (length(detail) <= 1000),
                votes TEXT NOT NULL CHECK (votes IN ('secret', 'open')),
                majority TEXT NOT NULL,
                quorum TEXT,
                electors BIGINT NOT NULL CHECK (electors > 0),
                opened_by TEXT NOT NULL,
                opened_on TEXT NOT NULL CHECK (length(opened_on) = 10),
                closes_on TEXT CHECK (closes_on IS NULL OR closes_on > opened_on),
                box BLOB,
                closed_on TEXT CHECK (closed_on IS NULL OR closed_on >= opened_on),
                outcome TEXT CHECK (outcome IN ('passed', 'failed', 'noQuorum', 'overtaken')),
                yes BIGINT NOT NULL DEFAULT 0 CHECK (yes >= 0),
                no BIGINT NOT NULL DEFAULT 0 CHECK (no >= 0),
                abstained BIGINT NOT NULL DEFAULT 0 CHECK (abstained >= 0),
                counted TEXT,
                FOREIGN KEY (agency, opened_by) REFERENCES account (agency, id),
                CHECK ((closed_on IS NULL) = (outcome IS NULL)),
                CHECK ((box IS NOT NULL) = (votes = 'secret' AND closed_on IS NULL)),
                CHECK (counted IS NULL OR (votes = 'secret' AND closed_on IS NOT NULL)),
                CHECK (yes + no + abstained <= electors)
            )
            """,
            "CREATE UNIQUE INDEX ballot_open ON ballot (agency, subject, about, detail) WHERE closed_on IS NULL",
            "CREATE INDEX ballot_by_committee ON ballot (agency, committee)",
            "CREATE INDEX ballot_by_subject ON ballot (agency, subject, about)",
            "CREATE INDEX ballot_counted ON ballot (agency, closed_on) WHERE counted IS NOT NULL",
            """
            CREATE TABLE ballot_elector (
                ballot TEXT NOT NULL REFERENCES ballot (id),
                account TEXT NOT NULL,
                agency TEXT NOT NULL,
                PRIMARY KEY (ballot, account),
                FOREIGN KEY (agency, account) REFERENCES account (agency, id)
            ) WITHOUT ROWID
            """,
            "CREATE INDEX ballot_elector_by_account ON ballot_elector (agency, account)",
            """
            CREATE TABLE ballot_vote (
                ballot TEXT NOT NULL,
                account TEXT NOT NULL,
                choice TEXT NOT NULL CHECK (choice IN ('yes', 'no', 'abstain')),
                PRIMARY KEY (ballot, account),
                FOREIGN KEY (ballot, account) REFERENCES ballot_elector (ballot, account)
            ) WITHOUT ROWID
            """,
        ])
}
