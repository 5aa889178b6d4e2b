extension Migration {
    /// The personnel directory of each agency.
    static let people = Migration(
        number: 2, name: "people",
        statements: [
            """
            CREATE TABLE person (
                id TEXT NOT NULL PRIMARY KEY,
                agency TEXT NOT NULL REFERENCES agency (id),
                employee_number TEXT NOT NULL,
                given_name TEXT NOT NULL,
                family_name TEXT NOT NULL,
                email TEXT,
                phone TEXT,
                unit TEXT NOT NULL,
                division TEXT NOT NULL,
                shift TEXT NOT NULL,
                rank TEXT NOT NULL,
                classification TEXT NOT NULL CHECK (classification IN ('sworn', 'civilian', 'volunteer')),
                is_supervisor BIGINT NOT NULL CHECK (is_supervisor IN (0, 1)),
                supervisor TEXT,
                hired_on TEXT NOT NULL,
                area TEXT,
                cost_centre TEXT,
                mou TEXT,
                investigates BIGINT NOT NULL CHECK (investigates IN (0, 1)),
                ended_on TEXT,
                UNIQUE (agency, employee_number),
                UNIQUE (agency, id),
                FOREIGN KEY (agency, supervisor) REFERENCES person (agency, id)
            )
            """,
            "CREATE INDEX person_by_supervisor ON person (agency, supervisor)",
        ])
}
