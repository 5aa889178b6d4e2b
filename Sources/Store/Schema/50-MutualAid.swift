// Agreements between agencies of one server. Of whoever approved one there are an office and a day; people of the one agency have nothing
// here that the other could read.
extension Migration {
    static let mutualAid = Migration(
        number: 50, name: "mutual aid",
        statements: [
            """
            CREATE TABLE aid_agreement (
                id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 26),
                agency TEXT NOT NULL REFERENCES agency (id),
                partner TEXT NOT NULL REFERENCES agency (id),
                lending BIGINT NOT NULL CHECK (lending IN (0, 1)),
                incidents BIGINT NOT NULL CHECK (incidents IN (0, 1)),
                regional BIGINT NOT NULL CHECK (regional IN (0, 1)),
                until_day TEXT CHECK (length(until_day) = 10),
                proposed_by TEXT NOT NULL,
                proposed_on TEXT NOT NULL CHECK (length(proposed_on) = 10),
                status TEXT NOT NULL CHECK (status IN ('proposed', 'offered', 'in-force', 'declined', 'ended')),
                own_role TEXT,
                own_on TEXT CHECK (length(own_on) = 10),
                partner_role TEXT,
                partner_on TEXT CHECK (length(partner_on) = 10),
                ended_by TEXT CHECK (ended_by IN ('proposer', 'partner')),
                ended_on TEXT CHECK (length(ended_on) = 10),
                CHECK (agency <> partner),
                CHECK (lending + incidents + regional > 0),
                CHECK ((own_role IS NULL) = (own_on IS NULL)),
                CHECK ((partner_role IS NULL) = (partner_on IS NULL)),
                CHECK ((ended_by IS NULL) = (ended_on IS NULL)),
                CHECK (partner_on IS NULL OR own_on IS NOT NULL),
                CHECK (status <> 'offered' OR own_on IS NOT NULL),
                CHECK (status <> 'in-force' OR partner_on IS NOT NULL),
                CHECK ((status IN ('declined', 'ended')) = (ended_on IS NOT NULL)),
                FOREIGN KEY (agency, proposed_by) REFERENCES account (agency, id)
            ) WITHOUT ROWID
            """,
            "CREATE INDEX aid_agreement_by_agency ON aid_agreement (agency, status)",
            "CREATE INDEX aid_agreement_by_partner ON aid_agreement (partner, status)",
            "CREATE INDEX aid_agreement_by_proposer ON aid_agreement (agency, proposed_by)",
        ])
}
