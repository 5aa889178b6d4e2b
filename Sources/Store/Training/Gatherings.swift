import Program

extension Gathering {
    fileprivate static let columns: SQL = """
        id, kind, committee, title, place, day, from_at, until_at, places, course, topics, credit_minutes, passes_on, is_budgeted,
        is_joint, status, headcount
        """

    fileprivate init(_ row: Row, holders: Set<String>) throws {
        guard let kind = GatheringKind(rawValue: try row.text("kind")) else {
            throw StoreFault.unreadable(column: "kind", problem: "is no kind of gathering")
        }
        let status: Status =
            switch try row.text("status") {
            case "planned": .planned
            case "held": .held(headcount: try row.optionalInt("headcount"))
            case "cancelled": .cancelled
            default: throw StoreFault.unreadable(column: "status", problem: "is no status")
            }
        let plan = GatheringPlan(
            kind: kind, committee: try row.optionalText("committee").map { CommitteeID($0) },
            title: try row.text("title"), place: try row.text("place"),
            from: Instant(milliseconds: try row.int64("from_at")),
            until: Instant(milliseconds: try row.int64("until_at")), places: try row.optionalInt("places"),
            course: try row.optionalText("course"), topics: try row.topics("topics"),
            creditMinutes: try row.optionalInt("credit_minutes"), passesOn: try row.optionalText("passes_on"),
            isBudgeted: try row.bool("is_budgeted"), holders: holders, isJoint: try row.bool("is_joint"))
        self.init(id: try row.text("id"), plan: plan, day: try row.day("day"), status: status)
    }
}

extension Row {
    func topics(_ column: String) throws -> Set<TopicName> {
        Set(try text(.named(column)).split(separator: " ").map { TopicName(String($0)) })
    }
}

extension Set where Element == TopicName {
    /// As a column keeps them.
    var column: String { sorted().map(\.text).joined(separator: " ") }
}

extension Transaction {
    /// Keeps a gathering that is planned.
    ///
    /// - Parameter code: what the code shown in the room says.
    package func insert(_ gathering: Gathering, code: String, agency: String) throws {
        let plan = gathering.plan
        try execute(
            """
            INSERT INTO gathering (id, agency, kind, committee, title, place, day, from_at, until_at, places, course, topics,
                credit_minutes, passes_on, is_budgeted, is_joint, status, code)
            VALUES (\(gathering.id), \(agency), \(plan.kind.rawValue), \(plan.committee?.text), \(plan.title), \(plan.place),
                \(gathering.day.text), \(plan.from.milliseconds), \(plan.until.milliseconds), \(plan.places),
                \(plan.course), \(plan.topics.column), \(plan.creditMinutes), \(plan.passesOn), \(plan.isBudgeted),
                \(plan.isJoint), 'planned', \(code))
            """)
        try setHolders(plan.holders, of: gathering.id, agency: agency)
    }

    /// Changes what is planned. False where it is planned no more.
    package func change(_ gathering: String, to plan: GatheringPlan, on day: Day, agency: String) throws -> Bool {
        let changed = try execute(
            """
            UPDATE gathering SET kind = \(plan.kind.rawValue), committee = \(plan.committee?.text), title = \(plan.title),
                place = \(plan.place), day = \(day.text), from_at = \(plan.from.milliseconds),
                until_at = \(plan.until.milliseconds), places = \(plan.places), course = \(plan.course),
                topics = \(plan.topics.column), credit_minutes = \(plan.creditMinutes), passes_on = \(plan.passesOn),
                is_budgeted = \(plan.isBudgeted), is_joint = \(plan.isJoint)
            WHERE agency = \(agency) AND id = \(gathering) AND status = 'planned'
            """)
        guard changed == 1 else { return false }
        try setHolders(plan.holders, of: gathering, agency: agency)
        return true
    }

    private func setHolders(_ holders: Set<String>, of gathering: String, agency: String) throws {
        try execute("DELETE FROM gathering_holder WHERE gathering = \(gathering)")
        for account in holders.sorted() {
            try execute(
                """
                INSERT INTO gathering_holder (gathering, agency, account) VALUES (\(gathering), \(agency), \(account))
                """)
        }
    }

    /// The list of who was there is closed, or the gathering is called off.
    package func setStatus(_ status: Gathering.Status, of gathering: String, agency: String) throws {
        let word =
            switch status {
            case .planned: "planned"
            case .held: "held"
            case .cancelled: "cancelled"
            }
        let headcount: Int? =
            switch status {
            case .held(let headcount): headcount
            case .planned, .cancelled: nil
            }
        try execute(
            """
            UPDATE gathering SET status = \(word), headcount = \(headcount) WHERE agency = \(agency) AND id = \(gathering)
            """)
    }

    package func gathering(_ id: String, agency: String) throws -> Gathering? {
        try gatherings(
            try rows("SELECT \(Gathering.columns) FROM gathering WHERE agency = \(agency) AND id = \(id)")
        ).first
    }

    /// The gathering whose code in the room says that.
    package func gathering(code: String, agency: String) throws -> Gathering? {
        try gatherings(
            try rows("SELECT \(Gathering.columns) FROM gathering WHERE code = \(code) AND agency = \(agency)")
        ).first
    }

    package func code(ofGathering id: String, agency: String) throws -> String? {
        try row("SELECT code FROM gathering WHERE agency = \(agency) AND id = \(id)")?.text("code")
    }

    /// Those that begin on these days, the earliest first.
    package func gatherings(agency: String, on days: ClosedRange<Day>) throws -> [Gathering] {
        try gatherings(
            try rows(
                """
                SELECT \(Gathering.columns) FROM gathering
                WHERE agency = \(agency) AND day >= \(days.lowerBound.text) AND day <= \(days.upperBound.text)
                ORDER BY day, from_at, id
                """))
    }

    /// Those of the ids that there are, the earliest first.
    package func gatherings(_ ids: [String], agency: String) throws -> [Gathering] {
        try stride(from: 0, to: ids.count, by: 500).flatMap { beginning in
            try gatherings(
                try rows(
                    """
                    SELECT \(Gathering.columns) FROM gathering
                    WHERE agency = \(agency) AND id IN (\(list: Array(ids[beginning..<min(beginning + 500, ids.count)])))
                    ORDER BY day, from_at, id
                    """))
        }
    }

    private func gatherings(_ rows: [Row]) throws -> [Gathering] {
        let ids = try rows.map { try $0.text("id") }
        var holders: [String: Set<String>] = [:]
        for beginning in stride(from: 0, to: ids.count, by: 500) {
            let some = Array(ids[beginning..<min(beginning + 500, ids.count)])
            for row in try self.rows(
                "SELECT gathering, account FROM gathering_holder WHERE gathering IN (\(list: some))")
            {
                holders[try row.text("gathering"), default: []].insert(try row.text("account"))
            }
        }
        return try rows.map { try Gathering($0, holders: holders[try $0.text("id")] ?? []) }
    }
}
