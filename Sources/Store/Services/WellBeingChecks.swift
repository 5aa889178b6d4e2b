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
                id: try row.text("id"), member: try row.text("volunteer"), firstOn: try row.day("first_on"),
                status: try row.int("is_over") == 1
                    ? .over : .asking(next: try row.day("next_on"), last: outcome)),
            paper: try row.text("paper"))
    }

    /// What the columns have of its status. Of a check that nobody asks at any more there is no next day, and its first fills the place.
    fileprivate var columns: (next: Day, outcome: WellBeingCheck.Outcome?, isOver: Int) {
        switch check.status {
        case .asking(let next, let last): (next, last, 0)
        case .over: (check.firstOn, nil, 1)
        }
    }
}

extension Transaction {
    /// Every check in the list of whoever assigns, by its first day.
    package func checks(agency: String) throws -> [CheckRow] {
        try rows(
            """
            SELECT id, volunteer, first_on, next_on, is_over, outcome, paper FROM well_being_check
            WHERE agency = \(agency) ORDER BY first_on, id
            """
        ).map(CheckRow.init)
    }

    /// The checks at which one member asks.
    package func checks(of member: String, agency: String) throws -> [CheckRow] {
        try rows(
            """
            SELECT id, volunteer, first_on, next_on, is_over, outcome, paper FROM well_being_check
            WHERE agency = \(agency) AND volunteer = \(member) AND is_over = 0 ORDER BY next_on, id
            """
        ).map(CheckRow.init)
    }

    /// The checks whose day has come.
    package func checksDue(agency: String, on today: Day) throws -> [CheckRow] {
        try rows(
            """
            SELECT id, volunteer, first_on, next_on, is_over, outcome, paper FROM well_being_check
            WHERE agency = \(agency) AND next_on <= \(today.text) AND is_over = 0 ORDER BY next_on, id
            """
        ).map(CheckRow.init)
    }

    package func check(_ id: String, agency: String) throws -> CheckRow? {
        try row(
            """
            SELECT id, volunteer, first_on, next_on, is_over, outcome, paper FROM well_being_check
            WHERE id = \(id) AND agency = \(agency)
            """
        ).map(CheckRow.init)
    }

    /// Keeps a check and the marks by which its person is known again.
    package func insert(_ row: CheckRow, marks: [[UInt8]], agency: String) throws {
        let columns = row.columns
        try execute(
            """
            INSERT INTO well_being_check (id, agency, volunteer, first_on, next_on, is_over, outcome, paper)
            VALUES (\(row.check.id), \(agency), \(row.check.member), \(row.check.firstOn.text),
                \(columns.next.text), \(columns.isOver), \(columns.outcome?.rawValue), \(row.paper))
            """)
        switch row.check.status {
        case .over: try claim(marks, for: row.check.id, agency: agency)
        case .asking:
            for mark in marks {
                try execute(
                    """
                    INSERT INTO well_being_mark (mark, agency, check_id) VALUES (\(mark), \(agency), \(row.check.id))
                    ON CONFLICT (mark) DO NOTHING
                    """)
            }
        }
    }

    /// What these marks say of somebody.
    package func standing(_ marks: [[UInt8]], agency: String) throws -> CheckStanding {
        let found = try marks.compactMap { mark in
            try row("SELECT check_id FROM well_being_mark WHERE mark = \(mark) AND agency = \(agency)")
        }
        if try found.contains(where: { try $0.optionalText("check_id") != nil }) { return .listed }
        return found.isEmpty ? .unknown : .declined
    }

    /// Keeps who asks, when next and what came of it.
    ///
    /// - Parameter marks: of its person, where they declined: they stay when the check goes.
    package func set(_ row: CheckRow, marks: [[UInt8]], agency: String) throws {
        let columns = row.columns
        try execute(
            """
            UPDATE well_being_check SET volunteer = \(row.check.member), next_on = \(columns.next.text),
                is_over = \(columns.isOver), outcome = \(columns.outcome?.rawValue)
            WHERE id = \(row.check.id) AND agency = \(agency)
            """)
        try claim(marks, for: row.check.id, agency: agency)
    }

    private func claim(_ marks: [[UInt8]], for check: String, agency: String) throws {
        for mark in marks {
            try execute(
                """
                INSERT INTO well_being_mark (mark, agency, check_id) VALUES (\(mark), \(agency), \(check))
                ON CONFLICT (mark) DO UPDATE SET check_id = excluded.check_id
                """)
        }
    }

    /// Takes a check off the list and destroys the name. Where its person declined, their marks stay and belong to no check.
    package func end(_ row: CheckRow, agency: String) throws {
        let id = row.check.id
        switch row.check.status {
        case .over: try execute("UPDATE well_being_mark SET check_id = NULL WHERE check_id = \(id)")
        case .asking: try execute("DELETE FROM well_being_mark WHERE check_id = \(id)")
        }
        try execute("DELETE FROM well_being_check WHERE id = \(id) AND agency = \(agency)")
        try deletePaper(row.paper, agency: agency)
    }
}
