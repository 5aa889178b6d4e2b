import Program

/// A session as a partner team has it, with the one that it takes part in.
package struct JointSessionRow: Sendable, Equatable {
    package let gathering: String
    package let agency: String
    /// The session of whoever holds it.
    package let held: String
    /// The id of the agency that holds it.
    package let holder: String

    package init(gathering: String, agency: String, held: String, holder: String) {
        self.gathering = gathering
        self.agency = agency
        self.held = held
        self.holder = holder
    }

    fileprivate init(_ row: Row) throws {
        self.init(
            gathering: try row.text("gathering"), agency: try row.text("agency"), held: try row.text("held"),
            holder: try row.text("holder"))
    }
}

extension Transaction {
    package func insert(_ session: JointSessionRow) throws {
        try execute(
            """
            INSERT INTO joint_session (gathering, agency, held, holder)
            VALUES (\(session.gathering), \(session.agency), \(session.held), \(session.holder))
            """)
    }

    /// Of the agency's own sessions those that a partner holds.
    package func sessionsHeldByPartners(_ gatherings: [String], agency: String) throws -> [JointSessionRow] {
        try inParts(gatherings) { some in
            try rows(
                """
                SELECT gathering, agency, held, holder FROM joint_session
                WHERE gathering IN (\(list: some)) AND agency = \(agency)
                """
            ).map(JointSessionRow.init)
        }
    }

    /// The partner teams that take part in those sessions.
    package func partners(at held: [String], holder: String) throws -> [JointSessionRow] {
        try inParts(held) { some in
            try rows(
                """
                SELECT gathering, agency, held, holder FROM joint_session
                WHERE held IN (\(list: some)) AND holder = \(holder) ORDER BY held, agency
                """
            ).map(JointSessionRow.init)
        }
    }

    /// How many have a place at each of a partner's sessions, and how many came. There is no query for who they are.
    package func headcounts(of sessions: [JointSessionRow]) throws -> [String: (coming: Int, came: Int)] {
        var counts: [String: (coming: Int, came: Int)] = [:]
        for (agency, own) in Dictionary(grouping: sessions, by: \.agency) {
            for row in try inParts(
                own.map(\.gathering),
                { some in
                    try rows(
                        """
                        SELECT gathering,
                            count(CASE WHEN (is_signed_up = 1 OR is_assigned = 1) AND (outcome IS NULL OR outcome <> 'excused')
                                THEN 1 END) AS coming,
                            count(CASE WHEN outcome = 'attended' THEN 1 END) AS came
                        FROM attendance WHERE gathering IN (\(list: some)) AND agency = \(agency) GROUP BY gathering
                        """)
                })
            {
                counts[try row.text("gathering")] = (coming: try row.int("coming"), came: try row.int("came"))
            }
        }
        return counts
    }

    private func inParts<Value>(_ ids: [String], _ load: ([String]) throws -> [Value]) throws -> [Value] {
        try stride(from: 0, to: ids.count, by: 500).flatMap { beginning in
            try load(Array(ids[beginning..<min(beginning + 500, ids.count)]))
        }
    }
}
