// The registers of the programme: what it lends and hands out, what makes it known, and its budget. None of them knows of anybody who asked
// for help.
extension Migration {
    static let registers = Migration(
        number: 43, name: "registers",
        statements: [
            """
            CREATE TABLE equipment_item (
                id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
                agency TEXT NOT NULL REFERENCES agency (id),
                kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 60),
                number TEXT NOT NULL CHECK (length(number) BETWEEN 1 AND 60),
                added_on TEXT NOT NULL CHECK (length(added_on) = 10),
                holder TEXT,
                since TEXT CHECK (length(since) = 10),
                given_back_on TEXT CHECK (length(given_back_on) = 10),
                UNIQUE (agency, kind, number),
                CHECK ((holder IS NULL) = (since IS NULL)),
                CHECK (holder IS NULL OR given_back_on IS NULL),
                FOREIGN KEY (agency, holder) REFERENCES account (agency, id)
            ) WITHOUT ROWID
            """,
            "CREATE INDEX equipment_item_by_holder ON equipment_item (agency, holder)",
            """
            CREATE TABLE material_stock (
                id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
                agency TEXT NOT NULL REFERENCES agency (id),
                title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 60),
                pieces BIGINT NOT NULL CHECK (pieces BETWEEN 0 AND 1000000),
                few BIGINT NOT NULL CHECK (few BETWEEN 0 AND 1000000),
                counted_on TEXT NOT NULL CHECK (length(counted_on) = 10),
                UNIQUE (agency, title)
            ) WITHOUT ROWID
            """,
            """
            CREATE TABLE awareness_activity (
                id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
                agency TEXT NOT NULL REFERENCES agency (id),
                activity TEXT NOT NULL,
                done_on TEXT NOT NULL CHECK (length(done_on) = 10),
                partner TEXT,
                reach TEXT NOT NULL CHECK (reach IN ('up-to-10', '11-to-50', '51-to-200', 'over-200', 'not-counted'))
            ) WITHOUT ROWID
            """,
            "CREATE INDEX awareness_activity_by_day ON awareness_activity (agency, done_on)",
            """
            CREATE TABLE partner_organisation (
                id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
                agency TEXT NOT NULL REFERENCES agency (id),
                name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
                contact TEXT NOT NULL CHECK (length(contact) <= 120),
                listed_on TEXT NOT NULL CHECK (length(listed_on) = 10),
                UNIQUE (agency, name)
            ) WITHOUT ROWID
            """,
            """
            CREATE TABLE budget_line (
                agency TEXT NOT NULL REFERENCES agency (id),
                year BIGINT NOT NULL CHECK (year BETWEEN 2000 AND 9999),
                line TEXT NOT NULL,
                planned_cents BIGINT NOT NULL CHECK (planned_cents BETWEEN 0 AND 10000000000),
                spent_cents BIGINT NOT NULL CHECK (spent_cents BETWEEN 0 AND 10000000000),
                PRIMARY KEY (agency, year, line)
            ) WITHOUT ROWID
            """,
            """
            CREATE TABLE counsel_review (
                agency TEXT NOT NULL PRIMARY KEY REFERENCES agency (id),
                reviewed_on TEXT NOT NULL CHECK (length(reviewed_on) = 10)
            ) WITHOUT ROWID
            """,
            """
            CREATE TABLE counsel_answer (
                agency TEXT NOT NULL REFERENCES agency (id),
                question TEXT NOT NULL,
                words TEXT NOT NULL CHECK (length(words) > 0),
                answered_on TEXT NOT NULL CHECK (length(answered_on) = 10),
                PRIMARY KEY (agency, question)
            ) WITHOUT ROWID
            """,
            """
            CREATE TABLE sponsor_letter (
                agency TEXT NOT NULL PRIMARY KEY REFERENCES agency (id),
                name TEXT NOT NULL CHECK (length(name) > 0),
                words TEXT NOT NULL CHECK (length(words) > 0),
                dated_on TEXT NOT NULL CHECK (length(dated_on) = 10)
            ) WITHOUT ROWID
            """,
        ])
}
