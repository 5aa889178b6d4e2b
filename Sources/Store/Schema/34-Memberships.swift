// The life of each membership, apart from the roles that come with it. Why somebody does not serve is in no column: the cause is who ends
// the pause, and a reason is a sealed paper.
extension Migration {
    static let memberships = Migration(
        number: 34, name: "memberships",
        statements: [
            """
            CREATE TABLE membership (
                id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
                agency TEXT NOT NULL,
                account TEXT NOT NULL,
                origin TEXT NOT NULL CHECK (origin IN ('selected', 'taken-over')),
                began_on TEXT NOT NULL CHECK (length(began_on) = 10),
                activated_on TEXT CHECK (activated_on IS NULL OR length(activated_on) = 10),
                renewal_on TEXT CHECK (renewal_on IS NULL OR length(renewal_on) = 10),
                leader TEXT,
                term_ends_on TEXT CHECK (term_ends_on IS NULL OR activated_on IS NOT NULL),
                ended_on TEXT CHECK (ended_on IS NULL OR length(ended_on) = 10),
                ended_how TEXT,
                CHECK ((ended_on IS NULL) = (ended_how IS NULL)),
                FOREIGN KEY (agency, account) REFERENCES account (agency, id),
                FOREIGN KEY (agency, leader) REFERENCES account (agency, id)
            )
            """,
            "CREATE INDEX membership_by_leader ON membership (agency, leader) WHERE ended_on IS NULL",
            "CREATE UNIQUE INDEX membership_living ON membership (agency, account) WHERE ended_on IS NULL",
            "CREATE INDEX membership_by_account ON membership (agency, account, began_on)",
            """
            CREATE TABLE membership_pause (
                membership TEXT NOT NULL REFERENCES membership (id),
                agency TEXT NOT NULL REFERENCES agency (id),
                cause TEXT NOT NULL CHECK (cause IN ('own', 'placed', 'term', 'agreement')),
                begun_on TEXT NOT NULL CHECK (length(begun_on) = 10),
                until TEXT CHECK (until IS NULL OR until > begun_on),
                paper TEXT REFERENCES sealed_paper (id),
                PRIMARY KEY (membership, cause)
            ) WITHOUT ROWID
            """,
            "CREATE INDEX membership_pause_by_agency ON membership_pause (agency, membership)",
            "CREATE INDEX membership_pause_by_paper ON membership_pause (paper)",
            """
            CREATE TABLE membership_holding (
                membership TEXT NOT NULL REFERENCES membership (id),
                holding TEXT NOT NULL REFERENCES holding (id),
                held_until TEXT,
                PRIMARY KEY (membership, holding)
            ) WITHOUT ROWID
            """,
            "CREATE INDEX membership_holding_by_holding ON membership_holding (holding)",
            """
            CREATE TABLE membership_event (
                id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
                agency TEXT NOT NULL REFERENCES agency (id),
                membership TEXT NOT NULL REFERENCES membership (id),
                kind TEXT NOT NULL,
                day TEXT NOT NULL CHECK (length(day) = 10),
                place BIGINT NOT NULL CHECK (place > 0),
                by_account TEXT,
                UNIQUE (membership, place),
                FOREIGN KEY (agency, by_account) REFERENCES account (agency, id)
            )
            """,
            """
            CREATE TABLE agreement_text (
                agency TEXT NOT NULL REFERENCES agency (id),
                hash TEXT NOT NULL CHECK (length(hash) = 64),
                content TEXT NOT NULL,
                asked_from TEXT NOT NULL CHECK (length(asked_from) = 10),
                PRIMARY KEY (agency, hash)
            ) WITHOUT ROWID
            """,
            """
            CREATE TABLE agreement_signature (
                agency TEXT NOT NULL,
                account TEXT NOT NULL,
                hash TEXT NOT NULL,
                name TEXT NOT NULL,
                signed_at BIGINT NOT NULL,
                PRIMARY KEY (agency, account, hash),
                FOREIGN KEY (agency, account) REFERENCES account (agency, id),
                FOREIGN KEY (agency, hash) REFERENCES agreement_text (agency, hash)
            ) WITHOUT ROWID
            """,
            "CREATE INDEX agreement_signature_by_text ON agreement_signature (agency, hash)",
            """
            CREATE TABLE annual_review (
                membership TEXT NOT NULL REFERENCES membership (id),
                agency TEXT NOT NULL,
                day TEXT NOT NULL CHECK (length(day) = 10),
                failed TEXT NOT NULL,
                by_account TEXT NOT NULL,
                PRIMARY KEY (membership, day),
                FOREIGN KEY (agency, by_account) REFERENCES account (agency, id)
            ) WITHOUT ROWID
            """,
            """
            CREATE TABLE removal (
                id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
                agency TEXT NOT NULL,
                membership TEXT NOT NULL REFERENCES membership (id),
                ground TEXT,
                begun_by TEXT NOT NULL,
                begun_on TEXT NOT NULL CHECK (length(begun_on) = 10),
                decided_on TEXT CHECK (decided_on IS NULL OR length(decided_on) = 10),
                is_removed BIGINT CHECK (is_removed IN (0, 1)),
                discipline_on TEXT CHECK (discipline_on IS NULL OR length(discipline_on) = 10),
                CHECK ((decided_on IS NULL) = (is_removed IS NULL)),
                FOREIGN KEY (agency, begun_by) REFERENCES account (agency, id)
            )
            """,
            "CREATE UNIQUE INDEX removal_open ON removal (membership) WHERE decided_on IS NULL",
            "CREATE INDEX removal_under_way ON removal (agency, membership) WHERE decided_on IS NULL",
            "CREATE INDEX removal_by_membership ON removal (agency, membership)",
            // What somebody left unanswered is asked for as evidence beside a ground.
            "CREATE INDEX notice_by_account_and_day ON notice (agency, to_account, raised_on)",
            """
            CREATE TABLE removal_hearing (
                removal TEXT NOT NULL REFERENCES removal (id),
                role TEXT NOT NULL,
                agency TEXT NOT NULL,
                account TEXT NOT NULL,
                heard_on TEXT NOT NULL CHECK (length(heard_on) = 10),
                PRIMARY KEY (removal, role, account),
                FOREIGN KEY (agency, account) REFERENCES account (agency, id)
            ) WITHOUT ROWID
            """,
            """
            CREATE TABLE relevant_reason (
                id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
                agency TEXT NOT NULL,
                label TEXT NOT NULL,
                adopted_on TEXT NOT NULL CHECK (length(adopted_on) = 10),
                adopted_by TEXT NOT NULL,
                FOREIGN KEY (agency, adopted_by) REFERENCES account (agency, id)
            )
            """,
            "CREATE INDEX relevant_reason_by_agency ON relevant_reason (agency, adopted_on)",
        ])
}
