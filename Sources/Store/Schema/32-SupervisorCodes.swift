// Codes with which a member's supervisor asks for somebody else (KSO-G.3). A row names neither a request nor an account: the mark is
// keyed, and what it opens is sealed under the code. Its end is a day, so that no hour stands here.
extension Migration {
    static let supervisorCodes = Migration(
        number: 32, name: "supervisor codes",
        statements: [
            """
            CREATE TABLE supervisor_code (
                code BLOB NOT NULL PRIMARY KEY CHECK (length(code) = 32),
                agency TEXT NOT NULL REFERENCES agency (id),
                mark BLOB NOT NULL UNIQUE CHECK (length(mark) = 32),
                sealed BLOB NOT NULL CHECK (length(sealed) = 77),
                ends_on TEXT NOT NULL CHECK (length(ends_on) = 10)
            ) WITHOUT ROWID
            """,
            "CREATE INDEX supervisor_code_by_end ON supervisor_code (agency, ends_on)",
        ])
}
