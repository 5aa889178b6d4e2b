extension PolicyPack {
    /// A notice as it stands once it is raised. It bears its moment only where the kind may keep it; whoever raises it brings the
    /// pack's time for an answer with them, and the clauses of that (SAC-II.D.3.f).
    ///
    /// - Parameter raiser: the roles that whoever raised it holds that day.
    package func raised(
        _ notice: NewNotice, as id: String, by raiser: Set<RoleID>, on today: Day, at now: Instant
    ) -> Notice {
        let due = due(of: notice, raisedBy: raiser, at: now)
        let isDueByRule = notice.due == nil && due != nil
        return Notice(
            id: id, kind: notice.kind, to: notice.to, from: notice.from, raisedOn: today,
            raisedAt: notice.kind.keepsItsTime ? now : nil, due: due, about: notice.about, tells: tells(notice),
            clauses: notice.clauses + (isDueByRule ? availability.acknowledgement?.basis.clauses ?? [] : []),
            acknowledgement: nil)
    }
}
