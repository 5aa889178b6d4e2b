import Program

// That a colleague named somebody. By whom is in no row, and the row goes with the answer.
extension Transaction {
    /// Notes that somebody was named, once until they answer.
    package func insert(nominated account: String, agency: String, on day: Day) throws {
        try execute(
            """
            INSERT INTO nomination (account, agency, named_on) VALUES (\(account), \(agency), \(day.text))
            ON CONFLICT (account) DO NOTHING
            """)
    }

    package func isNominated(_ account: String, agency: String) throws -> Bool {
        try row("SELECT 1 AS found FROM nomination WHERE account = \(account) AND agency = \(agency)") != nil
    }

    /// Forgets that somebody was named; false where nobody named them.
    package func deleteNomination(of account: String, agency: String) throws -> Bool {
        try execute("DELETE FROM nomination WHERE account = \(account) AND agency = \(agency)") == 1
    }

    /// Forgets those named by that day and not answered.
    package func deleteNominations(agency: String, namedBy day: Day) throws {
        try execute("DELETE FROM nomination WHERE agency = \(agency) AND named_on <= \(day.text)")
    }
}
