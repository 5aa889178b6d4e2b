import Program

extension Transaction {
    /// Notices of all agencies that are to be announced again by now, the longest due first: those behind `last`.
    package func noticesToAnnounce(at now: Instant, after last: DueNotice?, limit: Int) throws -> [DueNotice] {
        try rows(
            """
            SELECT id, agency, kind, to_role, to_account, reaches_designees, pinged, ping_minutes, ping_at FROM notice
            WHERE ping_at <= \(now.milliseconds) AND ping_at >= \(last?.due.milliseconds ?? .min)
                AND (ping_at > \(last?.due.milliseconds ?? .min) OR id > \(last?.id ?? ""))
            ORDER BY ping_at, id LIMIT \(limit)
            """
        ).map(DueNotice.init)
    }

    /// Notices that are to be announced again later than they can have to wait: those behind `last`.
    package func noticesBeyond(_ now: Instant, after last: DueNotice?, limit: Int) throws -> [DueNotice] {
        try rows(
            """
            SELECT id, agency, kind, to_role, to_account, reaches_designees, pinged, ping_minutes, ping_at FROM notice
            WHERE ping_at > \(now.milliseconds) AND ping_at - ping_minutes * 60000 > \(now.milliseconds)
                AND ping_at >= \(last?.due.milliseconds ?? .min)
                AND (ping_at > \(last?.due.milliseconds ?? .min) OR id > \(last?.id ?? ""))
            ORDER BY ping_at, id LIMIT \(limit)
            """
        ).map(DueNotice.init)
    }

    /// Takes on the next announcement. False where another server has taken it, or the notice was answered meanwhile.
    package func announceAgain(_ notice: DueNotice, next: Instant) throws -> Bool {
        try execute(
            """
            UPDATE notice SET pinged = pinged + 1, ping_at = \(next.milliseconds)
            WHERE agency = \(notice.agency) AND id = \(notice.id) AND pinged = \(notice.pinged)
                AND ping_at IS NOT NULL
            """) == 1
    }

    /// Whether another notice of those kinds is announced again and again to the same role: of all of them one is the first.
    package func isAnotherAnnounced(before notice: DueNotice, of kinds: [NoticeKind]) throws -> Bool {
        guard case .role(let role) = notice.to else { return false }
        return try row(
            """
            SELECT 1 AS found FROM notice
            WHERE agency = \(notice.agency) AND to_role = \(role.text) AND acknowledged_at IS NULL AND id < \(notice.id)
                AND ping_at IS NOT NULL AND kind IN (\(list: kinds.map(\.rawValue)))
            LIMIT 1
            """) != nil
    }

    /// How often a notice was announced so far; 0 where it is gone.
    package func announcements(of notice: String, agency: String) throws -> Int {
        try row("SELECT pinged FROM notice WHERE agency = \(agency) AND id = \(notice)")?.int("pinged") ?? 0
    }

    /// Deletes notices of those kinds, answered or not, that were raised before that day.
    package func deleteNotices(of kinds: [NoticeKind], agency: String, raisedBefore day: Day) throws {
        try execute(
            """
            DELETE FROM notice
            WHERE agency = \(agency) AND kind IN (\(list: kinds.map(\.rawValue))) AND raised_on < \(day.text)
            """)
    }
}

extension DueNotice {
    fileprivate init(_ row: Row) throws {
        let role = try row.optionalText("to_role").map { NoticeAddressee.role(RoleID($0)) }
        guard let kind = NoticeKind(rawValue: try row.text("kind")) else {
            throw StoreFault.unreadable(column: "kind", problem: "is no kind of notice")
        }
        self.init(
            id: try row.text("id"), agency: try row.text("agency"), kind: kind,
            to: try role ?? .account(row.text("to_account")),
            reachesDesignees: try row.bool("reaches_designees"), pinged: try row.int("pinged"),
            everyMinutes: try row.int("ping_minutes"), due: Instant(milliseconds: try row.int64("ping_at")))
    }
}
