// Whom an exception to confidence is told outside of the programme, by name and number as the agency has set them (KSO-H.5), and what
// whoever tells on says with it (SAC-VI.B.3b).
extension Migration {
    static let authorities = Migration(
        number: 31, name: "authorities",
        statements: [
            """
            CREATE TABLE authority (
                agency TEXT NOT NULL REFERENCES agency (id),
                authority TEXT NOT NULL,
                name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
                telephone TEXT NOT NULL CHECK (length(telephone) BETWEEN 3 AND 40),
                set_on TEXT NOT NULL CHECK (length(set_on) = 10),
                PRIMARY KEY (agency, authority)
            ) WITHOUT ROWID
            """,
            "ALTER TABLE notice ADD COLUMN further_assistance BIGINT CHECK (further_assistance IN (0, 1))",
        ])
}
