import Program

/// A notice that is due to be announced again.
package struct DueNotice: Sendable, Equatable {
    package let id: String
    package let agency: String
    package let kind: NoticeKind
    package let to: NoticeAddressee
    package let reachesDesignees: Bool
    /// How often it was announced so far.
    package let pinged: Int
    package let everyMinutes: Int
    /// Since when it is.
    package let due: Instant
}

extension Notice {
    fileprivate static let columns: SQL =
        """
        id, kind, to_role, to_account, raised_by, raised_on, raised_at, due_at, about, tells, clauses, acknowledged_by,
        acknowledged_at, acknowledged_how, further_assistance
        """

    fileprivate init(_ row: Row) throws {
        guard let kind = NoticeKind(rawValue: try row.text("kind")) else {
            throw StoreFault.unreadable(column: "kind", problem: "is no kind of notice")
        }
        guard let raisedOn = Day(try row.text("raised_on")) else {
            throw StoreFault.unreadable(column: "raised_on", problem: "is no day")
        }
        self.init(
            id: try row.text("id"), kind: kind, to: try NoticeAddressee(row), from: try row.optionalText("raised_by"),
            raisedOn: raisedOn, raisedAt: try row.optionalInstant("raised_at"), due: try row.optionalInstant("due_at"),
            about: try row.optionalText("about"), tells: try row.optionalText("tells").map { RoleID($0) },
            clauses: try row.text("clauses").split(separator: " ").map { ClauseID(String($0)) },
            acknowledgement: try Acknowledgement(row))
    }
}

extension NoticeAddressee {
    fileprivate init(_ row: Row) throws {
        if let role = try row.optionalText("to_role") {
            self = .role(RoleID(role))
        } else {
            self = .account(try row.text("to_account"))
        }
    }

    fileprivate var role: String? {
        switch self {
        case .role(let role): role.text
        case .account: nil
        }
    }

    fileprivate var account: String? {
        switch self {
        case .role: nil
        case .account(let account): account
        }
    }
}

extension Acknowledgement {
    fileprivate init?(_ row: Row) throws {
        guard let by = try row.optionalText("acknowledged_by") else { return nil }
        guard let how = Means(rawValue: try row.text("acknowledged_how")) else {
            throw StoreFault.unreadable(column: "acknowledged_how", problem: "is no way of telling")
        }
        self.init(
            by: by, at: Instant(milliseconds: try row.int64("acknowledged_at")), how: how,
            furtherAssistance: try row.optionalBool("further_assistance"))
    }
}

extension Row {
    func optionalInstant(_ column: Column) throws -> Instant? {
        try optionalInt64(column).map { Instant(milliseconds: $0) }
    }
}

extension Transaction {
    /// Keeps a notice whose `due` is worked out and whose time is kept only where its kind allows it.
    ///
    /// - Parameter nextPing: when it is announced again, and every how many minutes; nothing where once is enough.
    package func insert(
        _ notice: Notice, agency: String, pack: String, reachesDesignees: Bool,
        nextPing: (at: Instant, everyMinutes: Int)?
    ) throws {
        try execute(
            """
            INSERT INTO notice (id, agency, kind, to_role, to_account, raised_by, raised_on, raised_at, due_at, about,
                tells, clauses, pack, reaches_designees, ping_minutes, ping_at, pinged)
            VALUES (\(notice.id), \(agency), \(notice.kind.rawValue), \(notice.to.role), \(notice.to.account),
                \(notice.from), \(notice.raisedOn.text), \(notice.raisedAt?.milliseconds),
                \(notice.due?.milliseconds), \(notice.about), \(notice.tells?.text),
                \(notice.clauses.map(\.text).joined(separator: " ")), \(pack), \(reachesDesignees),
                \(nextPing?.everyMinutes), \(nextPing?.at.milliseconds), 1)
            """)
    }

    /// What is still to be answered by them; at most 200, and no more than that is ever read at once.
    package func openNotices(for reader: NoticeReader) throws -> [Notice] {
        try rows(
            """
            SELECT \(Notice.columns) FROM notice told WHERE \(reader.isTheirs) AND acknowledged_at IS NULL
            ORDER BY raised_on, id LIMIT 200
            """
        ).map(Notice.init)
    }

    package func countOfOpenNotices(for reader: NoticeReader) throws -> Int {
        try row("SELECT count(*) AS many FROM notice told WHERE \(reader.isTheirs) AND acknowledged_at IS NULL")?
            .int("many") ?? 0
    }

    /// What they or another holder of their role answered since that moment, the latest first.
    package func answeredNotices(for reader: NoticeReader, since: Instant, limit: Int) throws -> [Notice] {
        try rows(
            """
            SELECT \(Notice.columns) FROM notice told WHERE \(reader.isTheirs) AND acknowledged_at >= \(since.milliseconds)
            ORDER BY acknowledged_at DESC, id LIMIT \(limit)
            """
        ).map(Notice.init)
    }

    /// A notice of theirs.
    package func notice(_ id: String, for reader: NoticeReader) throws -> Notice? {
        try row("SELECT \(Notice.columns) FROM notice told WHERE \(reader.isTheirs) AND id = \(id)").map(Notice.init)
    }

    /// A notice, whoever it is for.
    package func notice(_ id: String, agency: String) throws -> Notice? {
        try row("SELECT \(Notice.columns) FROM notice WHERE agency = \(agency) AND id = \(id)").map(Notice.init)
    }

    /// Every notice of a disclosure, an activation or a response.
    package func notices(about subject: String, agency: String) throws -> [Notice] {
        // Sorted here: asked for in this order, an engine may walk the agency's notices instead of the subject's.
        try rows("SELECT \(Notice.columns) FROM notice WHERE agency = \(agency) AND about = \(subject)")
            .map(Notice.init).sorted { $0.id < $1.id }
    }

    /// What was addressed to the account since that day, answered or not.
    package func notices(to account: String, raisedFrom day: Day, agency: String) throws -> [Notice] {
        try rows(
            """
            SELECT \(Notice.columns) FROM notice
            WHERE agency = \(agency) AND to_account = \(account) AND raised_on >= \(day.text)
            """
        ).map(Notice.init)
    }

    /// The unanswered notices of the kind that an account raised.
    package func openNotices(of kind: NoticeKind, from account: String, agency: String) throws -> [Notice] {
        try rows(
            """
            SELECT \(Notice.columns) FROM notice
            WHERE agency = \(agency) AND acknowledged_at IS NULL AND kind = \(kind.rawValue) AND raised_by = \(account)
            """
        ).map(Notice.init)
    }

    /// Whom an unanswered notice of the kind waits for.
    package func addressees(ofOpen kind: NoticeKind, agency: String) throws -> Set<NoticeAddressee> {
        Set(
            try rows(
                """
                SELECT \(Notice.columns) FROM notice
                WHERE agency = \(agency) AND acknowledged_at IS NULL AND kind = \(kind.rawValue)
                """
            ).map { try Notice($0).to })
    }

    /// The programme's notices of those kinds that are unanswered, or were answered since that moment; and those of a
    /// disclosure of which the reader was told.
    package func programmeNotices(
        of kinds: [NoticeKind], for reader: NoticeReader, answeredSince: Instant, limit: Int
    ) throws -> [Notice] {
        let agency = reader.agency
        return try rows(
            """
            SELECT \(Notice.columns) FROM notice
            WHERE id IN (
                SELECT id FROM notice WHERE agency = \(agency) AND acknowledged_at IS NULL
                UNION ALL
                SELECT id FROM notice
                WHERE agency = \(agency) AND acknowledged_at >= \(answeredSince.milliseconds))
                AND (kind IN (\(list: kinds.map(\.rawValue))) OR EXISTS (
                    SELECT 1 FROM notice told
                    WHERE told.about = notice.about AND told.kind IN (\(list: NoticeKind.ofDisclosures))
                        AND \(reader.isTold)))
            ORDER BY raised_on DESC, id LIMIT \(limit)
            """
        ).map(Notice.init)
    }

    /// Answers a notice; false where somebody has answered it already.
    package func acknowledge(_ id: String, agency: String, _ answer: Acknowledgement) throws -> Bool {
        try execute(
            """
            UPDATE notice SET acknowledged_by = \(answer.by), acknowledged_at = \(answer.at.milliseconds),
                acknowledged_how = \(answer.how.rawValue),
                further_assistance = \(answer.furtherAssistance), ping_at = NULL
            WHERE agency = \(agency) AND id = \(id) AND acknowledged_at IS NULL
            """) == 1
    }

    /// Takes a notice back, as if it had never been; harmless where it is gone.
    package func withdrawNotice(_ id: String, agency: String) throws {
        try execute("DELETE FROM notice WHERE agency = \(agency) AND id = \(id)")
    }
}
