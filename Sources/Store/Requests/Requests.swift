import Program

/// A request as stored.
package struct RequestRow: Sendable, Equatable {
    package let id: String
    package let agency: String
    /// The pack it was asked under.
    package let pack: String
    package let receipt: [UInt8]
    package let seekerCopy: [UInt8]
    package let card: [UInt8]
    package let words: [UInt8]
    package let course: [UInt8]
    package let standing: RequestStanding

    package init(
        id: String, agency: String, pack: String, receipt: [UInt8], seekerCopy: [UInt8],
        card: [UInt8], words: [UInt8], course: [UInt8], standing: RequestStanding
    ) {
        self.id = id
        self.agency = agency
        self.pack = pack
        self.receipt = receipt
        self.seekerCopy = seekerCopy
        self.card = card
        self.words = words
        self.course = course
        self.standing = standing
    }

    fileprivate init(_ row: Row) throws {
        id = try row.text("id")
        agency = try row.text("agency")
        pack = try row.text("pack")
        receipt = try row.blob("receipt")
        seekerCopy = try row.blob("seeker_copy")
        card = try row.blob("card")
        words = try row.blob("words")
        course = try row.blob("course")
        standing = try RequestStanding(row)
    }

    fileprivate static let columns: SQL =
        """
        request.id, request.agency, request.pack, request.receipt, request.seeker_copy, request.card, request.words,
        request.course, request.state, request.stage, request.offering, request.supporter, request.due_at,
        request.destroy_on
        """
}

/// Where a request stands, with exactly what belongs to that.
package enum RequestStanding: Sendable, Equatable {
    /// Waits at a stage until its time is over. `offering` names this time of asking around, and nothing else.
    case offered(Stage, until: Instant, offering: String)
    /// `firstContactDue`: nothing once it was made.
    case accepted(supporter: String, firstContactDue: Instant?)
    /// `destroyed`: the day on which it is.
    case closed(destroyed: Day)

    package var state: RequestStatus {
        switch self {
        case .offered: .offered
        case .accepted: .accepted
        case .closed: .closed
        }
    }

    package var supporter: String? {
        guard case .accepted(let supporter, _) = self else { return nil }
        return supporter
    }

    fileprivate init(_ row: Row) throws {
        let due = try row.optionalInstant("due_at")
        switch try row.text("state") {
        case RequestStatus.offered.rawValue:
            guard let stage = Stage(number: try row.int("stage")), let due else {
                throw StoreFault.unreadable(column: "stage", problem: "is no stage")
            }
            self = .offered(stage, until: due, offering: try row.text("offering"))
        case RequestStatus.accepted.rawValue:
            self = .accepted(supporter: try row.text("supporter"), firstContactDue: due)
        case RequestStatus.closed.rawValue:
            guard let day = Day(try row.text("destroy_on")) else {
                throw StoreFault.unreadable(column: "destroy_on", problem: "is no day")
            }
            self = .closed(destroyed: day)
        default: throw StoreFault.unreadable(column: "state", problem: "is no state of a request")
        }
    }

    fileprivate var stage: Int? {
        guard case .offered(let stage, _, _) = self else { return nil }
        return stage.number
    }

    package var offering: String? {
        guard case .offered(_, _, let offering) = self else { return nil }
        return offering
    }

    fileprivate var due: Instant? {
        switch self {
        case .offered(_, let due, _): due
        case .accepted(_, let due): due
        case .closed: nil
        }
    }

    fileprivate var destroyed: Day? {
        guard case .closed(let day) = self else { return nil }
        return day
    }
}

extension Transaction {
    package func insert(_ request: RequestRow) throws {
        let standing = request.standing
        try execute(
            """
            INSERT INTO request (id, agency, pack, receipt, seeker_copy, card, words, course, state, stage,
                offering, supporter, due_at, destroy_on)
            VALUES (\(request.id), \(request.agency), \(request.pack), \(request.receipt),
                \(request.seekerCopy), \(request.card), \(request.words), \(request.course),
                \(standing.state.rawValue), \(standing.stage), \(standing.offering), \(standing.supporter),
                \(standing.due?.milliseconds), \(standing.destroyed?.text))
            """)
    }

    /// The request that the receipt opens.
    package func request(agency: String, receipt: [UInt8]) throws -> RequestRow? {
        try row("SELECT \(RequestRow.columns) FROM request WHERE receipt = \(receipt) AND agency = \(agency)")
            .map(RequestRow.init)
    }

    package func request(id: String) throws -> RequestRow? {
        try row("SELECT \(RequestRow.columns) FROM request WHERE id = \(id)").map(RequestRow.init)
    }

    /// A request that the account has, or is offered: one whose key was sealed to it. There is no other way to a request.
    package func heldRequest(_ id: String, by account: String, agency: String) throws -> HeldRequest? {
        try row("\(HeldRequest.question(account, agency)) AND request.id = \(id)").map(HeldRequest.init)
    }

    /// The requests whose key was sealed to the account, in no telling order.
    package func heldRequests(by account: String, agency: String) throws -> [HeldRequest] {
        try rows("\(HeldRequest.question(account, agency)) ORDER BY request.id").map(HeldRequest.init)
    }

    /// Lets the request stand elsewhere if it still stands where it was seen to. False where somebody else was first.
    ///
    /// - Parameter seen: a request that waits is compared by stage and timer, one that somebody has by who has it.
    package func move(_ id: String, from seen: RequestStanding, to standing: RequestStanding) throws -> Bool {
        let unchanged: SQL =
            switch seen {
            case .offered(let stage, let until, _):
                "state = 'offered' AND stage = \(stage.number) AND due_at = \(until.milliseconds)"
            case .accepted(let supporter, _): "state = 'accepted' AND supporter = \(supporter)"
            case .closed: "state = 'closed'"
            }
        return try execute(
            """
            UPDATE request SET state = \(standing.state.rawValue), stage = \(standing.stage),
                offering = \(standing.offering), supporter = \(standing.supporter),
                due_at = \(standing.due?.milliseconds), destroy_on = \(standing.destroyed?.text)
            WHERE id = \(id) AND \(unchanged)
            """) == 1
    }

    /// Gives a request that waits to the account, whatever stage it has come to. False where somebody else was first.
    package func take(_ id: String, account: String, firstContactDue: Instant) throws -> Bool {
        try execute(
            """
            UPDATE request SET state = 'accepted', supporter = \(account), stage = NULL, offering = NULL,
                due_at = \(firstContactDue.milliseconds)
            WHERE id = \(id) AND state = 'offered'
            """) == 1
    }

    package func setCourse(_ sealed: [UInt8], of id: String) throws {
        try execute("UPDATE request SET course = \(sealed) WHERE id = \(id)")
    }

    /// How many requests each supporter of the agency has.
    package func openRequests(agency: String) throws -> [String: Int] {
        let counted = try rows(
            """
            SELECT supporter, count(*) AS many FROM request
            WHERE agency = \(agency) AND supporter IS NOT NULL GROUP BY supporter
            """)
        return Dictionary(
            try counted.map { (try $0.text("supporter"), try $0.int("many")) }, uniquingKeysWith: { first, _ in first })
    }

    /// The requests whose timer is over, those longest over first.
    package func requests(dueBy now: Instant, limit: Int) throws -> [String] {
        try rows(
            """
            SELECT id FROM request WHERE due_at IS NOT NULL AND due_at <= \(now.milliseconds)
            ORDER BY due_at, id LIMIT \(limit)
            """
        ).map { try $0.text("id") }
    }

    /// The request that is asked around under that id just now.
    package func request(agency: String, offering: String) throws -> RequestRow? {
        try row("SELECT \(RequestRow.columns) FROM request WHERE offering = \(offering) AND agency = \(agency)")
            .map(RequestRow.init)
    }

    /// Requests of the agency to be destroyed on that day or before.
    package func requests(agency: String, destroyedBy day: Day, limit: Int) throws -> [String] {
        try rows(
            """
            SELECT id FROM request WHERE destroy_on IS NOT NULL AND destroy_on <= \(day.text) AND agency = \(agency)
            ORDER BY id LIMIT \(limit)
            """
        ).map { try $0.text("id") }
    }

    /// Deletes the request with every copy of its key and everything sealed under it. False where it is gone already.
    package func deleteRequest(_ id: String) throws -> Bool {
        try execute("DELETE FROM request_copy WHERE request = \(id)")
        try execute("DELETE FROM request_reserve WHERE request = \(id)")
        try execute("DELETE FROM request_consultation WHERE request = \(id)")
        try execute("DELETE FROM request_message WHERE request = \(id)")
        try execute("DELETE FROM request_consent WHERE request = \(id)")
        try execute("DELETE FROM request_reminder WHERE request = \(id)")
        return try execute("DELETE FROM request WHERE id = \(id)") == 1
    }
}

/// A request with one account's copy of its key.
package struct HeldRequest: Sendable, Equatable {
    package let request: RequestRow
    package let copy: RequestCopy

    fileprivate init(_ row: Row) throws {
        request = try RequestRow(row)
        copy = try RequestCopy(row)
    }

    fileprivate static func question(_ account: String, _ agency: String) -> SQL {
        """
        SELECT \(RequestRow.columns), request_copy.account, request_copy.sealed, request_copy.wave
        FROM request_copy JOIN request ON request.agency = request_copy.agency AND request.id = request_copy.request
        WHERE request_copy.agency = \(agency) AND request_copy.account = \(account)
        """
    }
}
