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
                term_ends_on TEXT CHECK (term_ends_on IS NULL OR activated_on IS NOT NULL),
                ended_on TEXT CHECK (ended_on IS NULL OR length(ended_on) = 10),
                ended_how TEXT,
                CHECK ((ended_on IS NULL) = (ended_how IS NULL)),
                FOREIGN KEY (agency, account) REFERENCES account (agency, id)
            )
            """,
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
        ])
}
