import Store

extension SampleRow {
    /// Seats of committees, and their ballots.
    static let ofCommittees: [SampleRow] = [
        SampleRow(
            table: "seat", hasParent: true,
            statement:
                """
                INSERT INTO seat (id, agency, committee, seat, account, offered_by, offered_on)
                VALUES (\(id), 'a', 'advisory', 'employees', 'c', 'c', '2026-11-20')
                """),
        SampleRow(
            table: "ballot", hasParent: true,
            statement:
                """
                INSERT INTO ballot (id, agency, committee, subject, about, detail, votes, majority, electors, opened_by,
                    opened_on)
                VALUES (\(id), 'a', 'advisory', 'decision', 'x', '', 'open', 'simple', 1, 'c', '2026-11-20')
                """),
        SampleRow(
            table: "ballot_elector", hasParent: true,
            statement: "INSERT INTO ballot_elector (ballot, account, agency) VALUES (\(id), 'c', 'a')"),
        SampleRow(
            table: "ballot_vote", hasParent: true,
            statement: "INSERT INTO ballot_vote (ballot, account, choice) VALUES (\(id), 'c', 'yes')"),
    ]
}
