import Program

/// Something of a list, with the list it is on.
package struct Listed<Value: Sendable>: Sendable {
    package let list: RosterList.Kind
    package let value: Value

    package init(_ value: Value, on list: RosterList.Kind) {
        self.list = list
        self.value = value
    }
}

extension Listed: Equatable where Value: Equatable {}

extension Row {
    /// The list that a row of the roster is on.
    func rosterList() throws -> RosterList.Kind {
        guard let list = RosterList.Kind(try text("list")) else {
            throw StoreFault.unreadable(column: "list", problem: "is no list")
        }
        return list
    }

    func rosterDay(_ column: String) throws -> Day {
        guard let day = Day(try text(.named(column))) else {
            throw StoreFault.unreadable(column: column, problem: "is no day")
        }
        return day
    }

    func stretch(from: Column, until: Column) throws -> Stretch {
        let beginning = Instant(milliseconds: try int64(from))
        guard let stretch = Stretch(from: beginning, until: Instant(milliseconds: try int64(until))) else {
            throw StoreFault.unreadable(column: "until_at", problem: "is not after the beginning")
        }
        return stretch
    }

    func weeklyHours() throws -> WeeklyHours {
        let weekdays = Weekdays(rawValue: try int("weekdays"))
        guard let hours = WeeklyHours(weekdays, from: try int("begins"), until: try int("ends")) else {
            throw StoreFault.unreadable(column: "weekdays", problem: "is no weekly time")
        }
        return hours
    }
}

extension Transaction {
    /// Every rotation of the agency that still runs on that day or will, each list's in the order in which they are called.
    package func rotations(agency: String, runningAfter day: Day) throws -> [Listed<Rotation>] {
        try rotations(
            of: """
                SELECT id, list, name, starts_on, runs_until, hand_over, weeks FROM roster_rotation
                WHERE agency = \(agency) AND (runs_until IS NULL OR runs_until >= \(day.text))
                ORDER BY list, place, id
                """, agency: agency)
    }

    /// The rotation with the list it is on; nothing where the agency has none of that id.
    package func rotation(agency: String, id: String) throws -> Listed<Rotation>? {
        try rotations(
            of: """
                SELECT id, list, name, starts_on, runs_until, hand_over, weeks FROM roster_rotation
                WHERE agency = \(agency) AND id = \(id)
                """, agency: agency
        ).first
    }

    /// Keeps a new rotation, called after those the list has.
    package func insert(_ rotation: Rotation, on list: RosterList.Kind, agency: String) throws {
        try execute(
            """
            INSERT INTO roster_rotation (id, agency, list, place, name, starts_on, runs_until, hand_over, weeks)
            VALUES (\(rotation.id), \(agency), \(list.text),
                (SELECT coalesce(max(place), 0) + 1 FROM roster_rotation
                    WHERE agency = \(agency) AND list = \(list.text)),
                \(rotation.name), \(rotation.startsOn.text), \(rotation.until?.text), \(rotation.handOver),
                \(rotation.weeks))
            """)
        try insertParts(of: rotation, agency: agency)
    }

    /// Keeps a rotation as it is now in the place of what it was.
    package func update(_ rotation: Rotation, agency: String) throws {
        try execute(
            """
            UPDATE roster_rotation SET name = \(rotation.name), starts_on = \(rotation.startsOn.text),
                runs_until = \(rotation.until?.text), hand_over = \(rotation.handOver), weeks = \(rotation.weeks)
            WHERE agency = \(agency) AND id = \(rotation.id)
            """)
        try execute("DELETE FROM roster_member WHERE agency = \(agency) AND rotation = \(rotation.id)")
        try execute("DELETE FROM roster_shift WHERE agency = \(agency) AND rotation = \(rotation.id)")
        try insertParts(of: rotation, agency: agency)
    }

    package func deleteRotation(agency: String, id: String) throws {
        try execute("DELETE FROM roster_rotation WHERE agency = \(agency) AND id = \(id)")
    }

    private func insertParts(of rotation: Rotation, agency: String) throws {
        let members = rotation.members.enumerated().map { ($0.element, Int?.some($0.offset)) }
        for (account, turn) in members + rotation.shadows.map({ ($0, nil) }) {
            try execute(
                """
                INSERT INTO roster_member (agency, rotation, account, turn)
                VALUES (\(agency), \(rotation.id), \(account), \(turn))
                """)
        }
        for (place, shift) in rotation.shifts.enumerated() {
            try execute(
                """
                INSERT INTO roster_shift (agency, rotation, place, weekdays, begins, ends)
                VALUES (\(agency), \(rotation.id), \(place), \(shift.weekdays.rawValue), \(shift.from), \(shift.until))
                """)
        }
    }

    private func rotations(of question: SQL, agency: String) throws -> [Listed<Rotation>] {
        let found = try rows(question)
        let ids = try found.map { try $0.text("id") }
        let members = Dictionary(
            grouping: try rows(
                """
                SELECT rotation, account, turn FROM roster_member
                WHERE agency = \(agency) AND rotation IN (\(list: ids)) ORDER BY turn, account
                """), by: { (try? $0.text("rotation")) ?? "" })
        let shifts = Dictionary(
            grouping: try rows(
                """
                SELECT rotation, weekdays, begins, ends FROM roster_shift
                WHERE agency = \(agency) AND rotation IN (\(list: ids)) ORDER BY place
                """), by: { (try? $0.text("rotation")) ?? "" })
        return try found.map { row in
            let id = try row.text("id")
            let everyone = try (members[id] ?? []).map {
                (account: try $0.text("account"), turn: try $0.optionalInt("turn"))
            }
            let rotation = Rotation(
                id: id, name: try row.text("name"), members: everyone.filter { $0.turn != nil }.map(\.account),
                shadows: everyone.filter { $0.turn == nil }.map(\.account), startsOn: try row.rosterDay("starts_on"),
                until: try row.optionalText("runs_until").flatMap { Day($0) }, handOver: try row.int("hand_over"),
                weeks: try row.int("weeks"), shifts: try (shifts[id] ?? []).map { try $0.weeklyHours() })
            return Listed(rotation, on: try row.rosterList())
        }
    }
}
