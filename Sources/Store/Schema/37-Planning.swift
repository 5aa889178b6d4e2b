// The team as a whole: what its planners enter, how often members were moved or promoted, the professionals beside it, and what members
// chose to say of themselves, which no row tells of one of them.
extension Migration {
    static let planning = Migration(
        number: 37, name: "planning",
        statements: [
            "ALTER TABLE person ADD COLUMN retires_on TEXT CHECK (length(retires_on) = 10)",
            """
            CREATE TABLE team_change (
                agency TEXT NOT NULL REFERENCES agency (id),
                month TEXT NOT NULL CHECK (length(month) = 7),
                kind TEXT NOT NULL CHECK (kind IN ('transfer', 'promotion')),
                members BIGINT NOT NULL CHECK (members > 0),
                PRIMARY KEY (agency, month, kind)
            ) WITHOUT ROWID
            """,
            """
            CREATE TABLE sizing_entry (
                agency TEXT NOT NULL REFERENCES agency (id),
                factor TEXT NOT NULL,
                value BIGINT NOT NULL CHECK (value >= 0),
                entered_on TEXT NOT NULL CHECK (length(entered_on) = 10),
                PRIMARY KEY (agency, factor)
            ) WITHOUT ROWID
            """,
            """
            CREATE TABLE consultant_licence (
                agency TEXT NOT NULL,
                account TEXT NOT NULL,
                consultant TEXT NOT NULL,
                licence TEXT NOT NULL CHECK (length(licence) BETWEEN 1 AND 120),
                jurisdiction TEXT NOT NULL CHECK (length(jurisdiction) BETWEEN 1 AND 120),
                expires_on TEXT NOT NULL CHECK (length(expires_on) = 10),
                recorded_on TEXT NOT NULL CHECK (length(recorded_on) = 10),
                PRIMARY KEY (agency, consultant, account),
                FOREIGN KEY (agency, account) REFERENCES account (agency, id)
            ) WITHOUT ROWID
            """,
            """
            CREATE TABLE consultant_scope (
                agency TEXT NOT NULL,
                consultant TEXT NOT NULL,
                version BIGINT NOT NULL CHECK (version > 0),
                words TEXT NOT NULL CHECK (length(words) > 0),
                written_on TEXT NOT NULL CHECK (length(written_on) = 10),
                agency_by TEXT NOT NULL,
                professional_by TEXT,
                professional_on TEXT CHECK (length(professional_on) = 10),
                PRIMARY KEY (agency, consultant, version),
                CHECK ((professional_by IS NULL) = (professional_on IS NULL)),
                FOREIGN KEY (agency, agency_by) REFERENCES account (agency, id),
                FOREIGN KEY (agency, professional_by) REFERENCES account (agency, id)
            ) WITHOUT ROWID
            """,
            """
            CREATE TABLE attribute_box (
                agency TEXT NOT NULL PRIMARY KEY REFERENCES agency (id),
                sealed BLOB NOT NULL
            ) WITHOUT ROWID
            """,
            """
            CREATE TABLE attribute_spread (
                agency TEXT NOT NULL REFERENCES agency (id),
                frozen_on TEXT NOT NULL CHECK (length(frozen_on) = 10),
                content TEXT NOT NULL,
                PRIMARY KEY (agency, frozen_on)
            ) WITHOUT ROWID
            """,
            """
            CREATE TABLE card_attribute (
                agency TEXT NOT NULL,
                account TEXT NOT NULL,
                attribute TEXT NOT NULL,
                choice TEXT NOT NULL,
                PRIMARY KEY (agency, account, attribute),
                FOREIGN KEY (agency, account) REFERENCES account (agency, id)
            ) WITHOUT ROWID
            """,
        ])
}
