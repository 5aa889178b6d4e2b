import Program

/// A check as stored, with the sealed paper that has the name.
package struct CheckRow: Sendable, Equatable {
    package let check: WellBeingCheck
    package let paper: String

    package init(check: WellBeingCheck, paper: String) {
        self.check = check
        self.paper = paper
    }
}

extension CheckRow {
    fileprivate init(_ row: Row) throws {
        let outcome = try row.optionalText("outcome").map { text in
            guard let outcome = WellBeingCheck.Outcome(rawValue: text) else {
                throw StoreFault.unreadable(column: "outcome", problem: "is no outcome of a check")
            }
            return outcome
        }
        self.init(
            check: WellBeingCheck(
                id: try row.text("id"), volunteer: try row.text("volunteer"), nextOn: try row.day("next_on"),
                outcome: outcome),
            paper: try row.text("paper"))
    }
}

extension Transaction {
    /// Every check under way, by the day on which it is next.
    package func checks(agency: String) throws -> [CheckRow] {
        try rows(
            """
            SELECT id, volunteer, next_on, outcome, paper FROM well_being_check
            WHERE agency = \(agency) ORDER BY next_on, id
            """
        ).map(CheckRow.init)
    }

    /// The checks of one member.
    package func checks(of volunteer: String, agency: String) throws -> [CheckRow] {
        try rows(
            """
            SELECT id, volunteer, next_on, outcome, paper FROM well_being_check
            WHERE agency = \(agency) AND volunteer = \(volunteer) ORDER BY next_on, id
            """
        ).map(CheckRow.init)
    }

    /// The checks whose day has come.
    package func checksDue(agency: String, on today: Day) throws -> [CheckRow] {
        try rows(
            """
            SELECT id, volunteer, next_on, outcome, paper FROM well_being_check
            WHERE agency = \(agency) AND next_on <= \(today.text) ORDER BY next_on, id
            """
        ).map(CheckRow.init)
    }

    package func check(_ id: String, agency: String) throws -> CheckRow? {
        try row(
            """
            SELECT id, volunteer, next_on, outcome, paper FROM well_being_check
            WHERE id = \(id) AND agency = \(agency)
            """
        ).map(CheckRow.init)
    }

    /// Keeps a check and the marks by which its person is known again.
    package func insert(_ row: CheckRow, marks: [[UInt8]], agency: String) throws {
        try execute(
            """
            INSERT INTO well_being_check (id, agency, volunteer, next_on, outcome, paper)
            VALUES (\(row.check.id), \(agency), \(row.check.volunteer), \(row.check.nextOn.text),
                \(row.check.outcome?.rawValue), \(row.paper))
            """)
        for mark in marks {
            try execute(
                """
                INSERT INTO well_being_mark (mark, agency, check_id) VALUES (\(mark), \(agency), \(row.check.id))
                ON CONFLICT (mark) DO NOTHING
                """)
        }
    }

    /// Whether one of these marks stands there: of a check under way, or of somebody who is not asked again.
    package func isMarked(_ marks: [[UInt8]], agency: String) throws -> Bool {
        try marks.contains { mark in
            try row("SELECT 1 AS found FROM well_being_mark WHERE mark = \(mark) AND agency = \(agency)") != nil
        }
    }

    package func set(_ check: WellBeingCheck, agency: String) throws {
        try execute(
            """
            UPDATE well_being_check SET next_on = \(check.nextOn.text), outcome = \(check.outcome?.rawValue)
            WHERE id = \(check.id) AND agency = \(agency)
            """)
    }

    /// Ends a check and destroys the name.
    ///
    /// - Parameter declined: where its person declined, their marks, which stay and belong to no check.
    package func end(_ row: CheckRow, declined: [[UInt8]]?, agency: String) throws {
        let id = row.check.id
        if let declined {
            for mark in declined {
                try execute(
                    """
                    INSERT INTO well_being_mark (mark, agency, check_id) VALUES (\(mark), \(agency), NULL)
                    ON CONFLICT (mark) DO UPDATE SET check_id = NULL
                    """)
            }
            try execute("UPDATE well_being_mark SET check_id = NULL WHERE check_id = \(id)")
        } else {
            try execute("DELETE FROM well_being_mark WHERE check_id = \(id)")
        }
        try execute("DELETE FROM well_being_check WHERE id = \(id) AND agency = \(agency)")
        try deletePaper(row.paper, agency: agency)
    }
}
