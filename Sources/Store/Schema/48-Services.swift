// Services beside support, such as help with a funeral, and checks on colleagues off work. Neither has a column for a name: whose it is
// about stands in a sealed paper, and is destroyed at its end. Of somebody who declined a check a mark under the server's key remains.
extension Migration {
    static let services = Migration(
        number: 48, name: "services",
        statements: [
            """
            CREATE TABLE service (
                id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
                agency TEXT NOT NULL REFERENCES agency (id),
                kind TEXT NOT NULL,
                day TEXT NOT NULL CHECK (length(day) = 10),
                from_at BIGINT NOT NULL,
                until_at BIGINT NOT NULL,
                wanted BIGINT NOT NULL CHECK (wanted BETWEEN 1 AND 50),
                place TEXT CHECK (length(place) BETWEEN 1 AND 120),
                status TEXT NOT NULL CHECK (status IN ('open', 'done', 'called-off')),
                paper TEXT REFERENCES sealed_paper (id),
                CHECK (from_at < until_at),
                CHECK (status = 'open' OR paper IS NULL)
            ) WITHOUT ROWID
            """,
            "CREATE INDEX service_by_day ON service (agency, day)",
            "CREATE INDEX service_by_status ON service (agency, status, day)",
            "CREATE INDEX service_by_paper ON service (paper)",
            """
            CREATE TABLE service_volunteer (
                service TEXT NOT NULL REFERENCES service (id),
                account TEXT NOT NULL,
                agency TEXT NOT NULL,
                status TEXT NOT NULL CHECK (status IN ('offered', 'confirmed', 'passed')),
                minutes BIGINT CHECK (minutes BETWEEN 1 AND 1440),
                PRIMARY KEY (service, account),
                CHECK (minutes IS NULL OR status = 'confirmed'),
                FOREIGN KEY (agency, account) REFERENCES account (agency, id)
            ) WITHOUT ROWID
            """,
            "CREATE INDEX service_volunteer_by_account ON service_volunteer (agency, account)",
            """
            CREATE TABLE well_being_check (
                id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
                agency TEXT NOT NULL REFERENCES agency (id),
                volunteer TEXT NOT NULL,
                next_on TEXT NOT NULL CHECK (length(next_on) = 10),
                outcome TEXT CHECK (outcome IN ('done', 'wanted')),
                paper TEXT NOT NULL REFERENCES sealed_paper (id),
                FOREIGN KEY (agency, volunteer) REFERENCES account (agency, id)
            ) WITHOUT ROWID
            """,
            "CREATE INDEX well_being_check_by_day ON well_being_check (agency, next_on)",
            "CREATE INDEX well_being_check_by_volunteer ON well_being_check (agency, volunteer)",
            "CREATE INDEX well_being_check_by_paper ON well_being_check (paper)",
            """
            CREATE TABLE well_being_mark (
                mark BLOB NOT NULL PRIMARY KEY CHECK (length(mark) = 32),
                agency TEXT NOT NULL REFERENCES agency (id),
                check_id TEXT REFERENCES well_being_check (id)
            ) WITHOUT ROWID
            """,
            "CREATE INDEX well_being_mark_by_check ON well_being_mark (check_id)",
            "CREATE INDEX well_being_mark_by_agency ON well_being_mark (agency)",
        ])
}
