// Where people find further help. Nothing here knows of anybody who looked for it: no count, no day, no search.
extension Migration {
    static let referrals = Migration(
        number: 46, name: "referrals",
        statements: [
            """
            CREATE TABLE referral_provider (
                id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
                agency TEXT NOT NULL REFERENCES agency (id),
                category TEXT NOT NULL,
                name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
                good_for TEXT NOT NULL CHECK (length(good_for) BETWEEN 1 AND 400),
                licence_kind TEXT,
                licence_number TEXT,
                licence_jurisdiction TEXT,
                licence_until TEXT CHECK (length(licence_until) = 10),
                identified_by TEXT NOT NULL,
                languages TEXT NOT NULL CHECK (length(languages) <= 120),
                cost TEXT NOT NULL CHECK (length(cost) <= 120),
                hours TEXT NOT NULL CHECK (length(hours) <= 120),
                phone TEXT NOT NULL CHECK (length(phone) <= 40),
                web TEXT NOT NULL CHECK (length(web) <= 300),
                place TEXT NOT NULL CHECK (length(place) <= 120),
                is_for_families BIGINT NOT NULL CHECK (is_for_families IN (0, 1)),
                is_confidential BIGINT NOT NULL CHECK (is_confidential IN (0, 1)),
                verified_on TEXT NOT NULL CHECK (length(verified_on) = 10),
                check_by TEXT NOT NULL CHECK (length(check_by) = 10),
                web_asked_on TEXT CHECK (length(web_asked_on) = 10),
                web_failures BIGINT NOT NULL CHECK (web_failures BETWEEN 0 AND 1000),
                UNIQUE (agency, category, name),
                CHECK ((licence_kind IS NULL) = (licence_until IS NULL)),
                CHECK ((licence_number IS NULL) = (licence_until IS NULL)),
                CHECK ((licence_jurisdiction IS NULL) = (licence_until IS NULL)),
                CHECK (check_by > verified_on)
            ) WITHOUT ROWID
            """
        ])
}
