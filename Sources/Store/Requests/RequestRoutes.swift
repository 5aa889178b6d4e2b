import Program

/// All that tells of a request's routing: where it stands, at which stage, who has it, until when, who is asked, who is
/// consulted, and what is due. It is loaded and saved here alone, in this file and those named after it, and decided on in
/// Program; nothing else names these columns.
package struct RequestRoutes {
    let transaction: any Transaction
}

extension Transaction {
    package var requestRoutes: RequestRoutes { RequestRoutes(transaction: self) }
}

extension RequestRoutes {
    /// Where a request goes, by its row.
    package func routing(of request: RequestRow) throws -> RequestRouting {
        let reserved = try reserves(of: request.id).map { ($0.account, $0.wave) }
        return RequestRouting(
            standing: request.standing, waves: try copies(of: request.id).waves,
            reserved: Dictionary(reserved, uniquingKeysWith: { first, _ in first }))
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
        return try transaction.execute(
            """
            UPDATE request SET state = \(standing.status.rawValue), stage = \(standing.stage),
                offering = \(standing.offering), supporter = \(standing.supporter),
                due_at = \(standing.due?.milliseconds), destroy_on = \(standing.destroyed?.text)
            WHERE id = \(id) AND \(unchanged)
            """) == 1
    }

    /// Gives a request that waits to the account, whatever stage it has come to. False where somebody else was first.
    package func take(_ id: String, account: String, firstContactDue: Instant) throws -> Bool {
        try transaction.execute(
            """
            UPDATE request SET state = 'accepted', supporter = \(account), stage = NULL, offering = NULL,
                due_at = \(firstContactDue.milliseconds)
            WHERE id = \(id) AND state = 'offered'
            """) == 1
    }

    /// Takes the request from everybody but its seeker, with what concerned the supporter alone.
    package func takeBack(_ request: String) throws {
        try transaction.execute("DELETE FROM request_copy WHERE request = \(request)")
        try deleteReserves(of: request)
        try transaction.execute("DELETE FROM request_consultation WHERE request = \(request)")
        try transaction.execute("DELETE FROM request_reminder WHERE request = \(request)")
    }

    /// How many requests each supporter of the agency has.
    package func openRequests(agency: String) throws -> [String: Int] {
        let counted = try transaction.rows(
            """
            SELECT supporter, count(*) AS many FROM request
            WHERE agency = \(agency) AND supporter IS NOT NULL GROUP BY supporter
            """)
        return Dictionary(
            try counted.map { (try $0.text("supporter"), try $0.int("many")) }, uniquingKeysWith: { first, _ in first })
    }

    /// The requests whose timer is over, those longest over first: those behind `last`, so that one that cannot go on is passed by.
    package func requests(dueBy now: Instant, after last: DueRequest?, limit: Int) throws -> [DueRequest] {
        try transaction.rows(
            """
            SELECT id, agency, due_at FROM request
            WHERE due_at <= \(now.milliseconds) AND due_at >= \(last?.due.milliseconds ?? .min)
                AND (due_at > \(last?.due.milliseconds ?? .min) OR id > \(last?.id ?? ""))
            ORDER BY due_at, id LIMIT \(limit)
            """
        ).map { row in
            DueRequest(
                id: try row.text("id"), agency: try row.text("agency"),
                due: Instant(milliseconds: try row.int64("due_at")))
        }
    }

    /// Every timer that is not over by now.
    package func timers(after now: Instant) throws -> [RequestTimer] {
        try transaction.rows(
            """
            SELECT id, agency, pack, \(RequestStanding.columns) FROM request WHERE due_at > \(now.milliseconds)
            """
        ).compactMap(RequestTimer.init)
    }

    /// The request that is asked around under that id just now.
    package func request(agency: String, offering: String) throws -> RequestRow? {
        try transaction.row(
            "SELECT \(RequestRow.columns) FROM request WHERE offering = \(offering) AND agency = \(agency)"
        ).map(RequestRow.init)
    }

    /// Requests of the agency to be destroyed on that day or before, the earliest day first: those behind `last`.
    package func requests(
        agency: String, destroyedBy day: Day, after last: EndedRequest?, limit: Int
    ) throws -> [EndedRequest] {
        try transaction.rows(
            """
            SELECT id, destroy_on FROM request
            WHERE agency = \(agency) AND destroy_on <= \(day.text) AND destroy_on >= \(last?.day ?? "")
                AND (destroy_on > \(last?.day ?? "") OR id > \(last?.id ?? ""))
            ORDER BY destroy_on, id LIMIT \(limit)
            """
        ).map { EndedRequest(id: try $0.text("id"), day: try $0.text("destroy_on")) }
    }
}

/// A closed request whose day of destruction has come.
package struct EndedRequest: Sendable, Equatable {
    package let id: String
    fileprivate let day: String
}

/// A request whose timer is over.
package struct DueRequest: Sendable, Equatable {
    package let id: String
    package let agency: String
    package let due: Instant
}

/// A request whose timer runs.
package struct RequestTimer: Sendable {
    package let request: DueRequest
    /// The pack it was asked under.
    package let pack: String
    package let standing: RequestStanding

    /// Nothing where no timer runs.
    fileprivate init?(_ row: Row) throws {
        guard let due = try row.optionalInstant("due_at") else { return nil }
        request = DueRequest(id: try row.text("id"), agency: try row.text("agency"), due: due)
        pack = try row.text("pack")
        standing = try RequestStanding(row)
    }
}

/// Where a request stands, as the columns have it.
extension RequestStanding {
    static let columns: SQL = "state, stage, offering, supporter, due_at, destroy_on"

    static let columnsOfRequest: SQL =
        """
        request.state, request.stage, request.offering, request.supporter, request.due_at, request.destroy_on
        """

    /// What the columns hold, in their order.
    var values: SQL {
        "\(status.rawValue), \(stage), \(offering), \(supporter), \(due?.milliseconds), \(destroyed?.text)"
    }

    init(_ row: Row) throws {
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
        default: throw StoreFault.unreadable(column: "state", problem: "is no status of a request")
        }
    }

    fileprivate var stage: Int? {
        guard case .offered(let stage, _, _) = self else { return nil }
        return stage.number
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
