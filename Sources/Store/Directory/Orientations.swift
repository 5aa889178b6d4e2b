import Program

/// A new employee who is due for the orientation, or came to it.
package struct OrientationRow: Sendable, Equatable {
    package let person: ListedPerson
    /// The last day in time.
    package let dueOn: Day
}

extension Transaction {
    /// Sets until when a new employee is due; who comes back with another first day is due anew.
    package func setOrientation(of person: String, dueOn day: Day, agency: String) throws {
        try execute(
            """
            INSERT INTO orientation (agency, person, due_on) VALUES (\(agency), \(person), \(day.text))
            ON CONFLICT (agency, person) DO UPDATE SET due_on = excluded.due_on, came_on = NULL
            """)
    }

    /// Keeps that those came to the orientation of that day. Whoever is not due stays as they are.
    /// - Returns: How many were due.
    @discardableResult
    package func setCame(_ people: [String], on day: Day, agency: String) throws -> Int {
        try stride(from: 0, to: people.count, by: 1000).reduce(0) { count, beginning in
            let some = Array(people[beginning..<min(beginning + 1000, people.count)])
            return try count
                + execute(
                    """
                    UPDATE orientation SET came_on = \(day.text)
                    WHERE agency = \(agency) AND came_on IS NULL AND person IN (\(list: some))
                    """)
        }
    }

    /// Whoever left is due for nothing.
    package func forgetOrientations(of people: [String], agency: String) throws {
        for beginning in stride(from: 0, to: people.count, by: 1000) {
            let some = Array(people[beginning..<min(beginning + 1000, people.count)])
            try execute("DELETE FROM orientation WHERE agency = \(agency) AND person IN (\(list: some))")
        }
    }

    /// Who is due, the longest first.
    package func orientationsDue(agency: String, limit: Int) throws -> [OrientationRow] {
        let due = try rows(
            """
            SELECT person, due_on FROM orientation WHERE agency = \(agency) AND came_on IS NULL
            ORDER BY due_on, person LIMIT \(limit)
            """
        ).map { (person: try $0.text("person"), dueOn: Day(try $0.text("due_on"))) }
        let people = Dictionary(
            try people(withIDs: due.map(\.person), agency: agency).map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first })
        return due.compactMap { row in
            guard let person = people[row.person], let day = row.dueOn else { return nil }
            return OrientationRow(person: person, dueOn: day)
        }
    }

    /// How many are due, and how many of those for longer than up to that day.
    package func orientationCounts(agency: String, on today: Day) throws -> (due: Int, late: Int, came: Int) {
        let row = try row(
            """
            SELECT count(*) FILTER (WHERE came_on IS NULL) AS due,
                count(*) FILTER (WHERE came_on IS NULL AND due_on < \(today.text)) AS late,
                count(came_on) AS came
            FROM orientation WHERE agency = \(agency)
            """)
        return (
            due: try row?.int("due") ?? 0, late: try row?.int("late") ?? 0, came: try row?.int("came") ?? 0
        )
    }
}
