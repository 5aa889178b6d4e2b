// The cards by which members show that they are of the team, and the library. Neither knows of anybody who asked for help, nor who read
// anything.
extension Migration {
    static let library = Migration(
        number: 47, name: "library and ID cards",
        statements: [
            """
            CREATE TABLE id_card (
                id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
                agency TEXT NOT NULL REFERENCES agency (id),
                account TEXT NOT NULL,
                mark BLOB NOT NULL CHECK (length(mark) = 32),
                made_on TEXT NOT NULL CHECK (length(made_on) = 10),
                ends_on TEXT NOT NULL CHECK (length(ends_on) = 10),
                UNIQUE (agency, account),
                UNIQUE (agency, mark),
                CHECK (ends_on >= made_on),
                FOREIGN KEY (agency, account) REFERENCES account (agency, id)
            ) WITHOUT ROWID
            """,
            """
            CREATE TABLE library_entry (
                id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
                agency TEXT NOT NULL REFERENCES agency (id),
                kind TEXT NOT NULL,
                title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 80),
                words TEXT NOT NULL,
                link TEXT CHECK (length(link) BETWEEN 1 AND 500),
                file_kind TEXT CHECK (file_kind IN ('pdf', 'png', 'jpeg')),
                audience TEXT NOT NULL CHECK (audience IN ('everyone', 'families', 'team')),
                place BIGINT NOT NULL CHECK (place BETWEEN 1 AND 999),
                review_on TEXT CHECK (length(review_on) = 10),
                changed_on TEXT NOT NULL CHECK (length(changed_on) = 10),
                UNIQUE (agency, kind, title)
            ) WITHOUT ROWID
            """,
            """
            CREATE TABLE library_file (
                entry TEXT NOT NULL PRIMARY KEY REFERENCES library_entry (id),
                content BLOB NOT NULL CHECK (length(content) BETWEEN 1 AND 3145728)
            ) WITHOUT ROWID
            """,
            """
            CREATE TABLE library_hidden (
                agency TEXT NOT NULL REFERENCES agency (id),
                seed TEXT NOT NULL,
                PRIMARY KEY (agency, seed)
            ) WITHOUT ROWID
            """,
        ])
}
