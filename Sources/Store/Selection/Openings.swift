import Program

extension Opening {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.text("id"), opensOn: try row.day("opens_on"), closesOn: try row.day("closes_on"),
            words: try row.text("words"), postedBy: try row.text("posted_by"))
    }
}

extension Transaction {
    package func insert(_ opening: Opening, agency: String) throws {
        try execute(
            """
            INSERT INTO selection_opening (id, agency, opens_on, closes_on, words, posted_by)
            VALUES (\(opening.id), \(agency), \(opening.opensOn.text), \(opening.closesOn.text), \(opening.words),
                \(opening.postedBy))
            """)
    }

    /// Openings that take applications on that day or later, the first to open first.
    package func openings(agency: String, closingFrom day: Day) throws -> [Opening] {
        try rows(
            """
            SELECT id, opens_on, closes_on, words, posted_by FROM selection_opening
            WHERE agency = \(agency) AND closes_on >= \(day.text) ORDER BY closes_on, opens_on, id
            """
        ).map(Opening.init)
    }

    /// The openings of before, the latest first.
    package func openings(agency: String, closedBefore day: Day, limit: Int) throws -> [Opening] {
        try rows(
            """
            SELECT id, opens_on, closes_on, words, posted_by FROM selection_opening
            WHERE agency = \(agency) AND closes_on < \(day.text) ORDER BY closes_on DESC, id LIMIT \(limit)
            """
        ).map(Opening.init)
    }

    /// Closes an opening with that day, or takes it away where it would have opened later. False where there is none.
    package func close(opening id: String, agency: String, on day: Day) throws -> Bool {
        let later = try execute(
            "DELETE FROM selection_opening WHERE agency = \(agency) AND id = \(id) AND opens_on > \(day.text)")
        return try later == 1
            || execute(
                """
                UPDATE selection_opening SET closes_on = \(day.text)
                WHERE agency = \(agency) AND id = \(id) AND closes_on >= \(day.text)
                """) == 1
    }

    /// Forgets the openings that closed before that day.
    package func deleteOpenings(agency: String, closedBefore day: Day) throws {
        try execute("DELETE FROM selection_opening WHERE agency = \(agency) AND closes_on < \(day.text)")
    }
}
