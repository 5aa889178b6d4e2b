// New texts of an agency's rules on their way to being in force: who did which step, on which day. A text goes into the archive of packs
// on the day it comes into force; one that goes no further is destroyed.
extension Migration {
    static let policyDrafts = Migration(
        number: 40, name: "policy drafts",
        statements: [
            """
            CREATE TABLE policy_draft (
                id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
                agency TEXT NOT NULL REFERENCES agency (id),
                pack TEXT NOT NULL CHECK (length(pack) = 64),
                base TEXT NOT NULL REFERENCES pack (hash),
                version TEXT NOT NULL,
                parts TEXT NOT NULL,
                content TEXT,
                starts_on TEXT CHECK (starts_on IS NULL OR length(starts_on) = 10)
            ) WITHOUT ROWID
            """,
            "CREATE INDEX policy_draft_by_agency ON policy_draft (agency, id)",
            """
            CREATE TABLE policy_draft_step (
                draft TEXT NOT NULL REFERENCES policy_draft (id),
                step TEXT NOT NULL,
                place BIGINT NOT NULL CHECK (place >= 0),
                agency TEXT NOT NULL REFERENCES agency (id),
                account TEXT,
                done_on TEXT NOT NULL CHECK (length(done_on) = 10),
                PRIMARY KEY (draft, step),
                UNIQUE (draft, place)
            ) WITHOUT ROWID
            """,
        ])
}
