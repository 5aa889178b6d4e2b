import Program
import Store

extension Programmes {
    /// Announces again what nobody has acknowledged in the pack's time. Any number of servers may do it: each
    /// announcement is made by one of them. Whoever is a holder of the role by now is pinged, so a change of hands
    /// loses nothing. One that cannot be announced holds up no other.
    package func escalateNotices() async throws {
        let now = clock()
        try await forEachDue { last, transaction in
            try transaction.noticesToAnnounce(at: now, after: last, limit: 200)
        } act: { notice, transaction in
            try announce(notice, at: now, transaction)
        }
    }

    func announce(_ notice: DueNotice, at now: Instant, _ transaction: any Transaction) throws {
        guard let row = try transaction.agency(id: notice.agency),
            try transaction.announceAgain(
                notice, next: Announcing(everyMinutes: notice.everyMinutes).next(after: now))
        else { return }
        // Of many that anybody can bring about, one speaks for all.
        let asking = NoticeKind.allCases.filter(\.isOfAsking)
        if notice.kind.isOfAsking, try transaction.isAnotherAnnounced(before: notice, of: asking) { return }
        let agency = try agency(row, in: transaction)
        try transaction.announce(
            notice.id, to: notice.to, reachesDesignees: notice.reachesDesignees, time: notice.pinged,
            isUrgent: true, in: agency, on: try agency.day(at: now), at: now)
        try askTheNext(notice, in: agency, at: now, transaction)
    }

    /// Of a disclosure the next office is asked in the place of one that does not answer.
    private func askTheNext(_ notice: DueNotice, in agency: Agency, at now: Instant, _ transaction: any Transaction)
        throws
    {
        guard notice.kind.row.unanswered != .nobodyElse,
            let unanswered = try transaction.notice(notice.id, agency: agency.id),
            let exception = try exception(behind: unanswered, agency: agency, in: transaction),
            let ladder = exception.ladder(of: unanswered, under: agency.policy)
        else { return }
        try transaction.askTheNext(
            after: notice.id, reached: ladder.reached(after: notice.pinged), under: exception, in: agency, at: now)
    }

    /// Destroys notices and records of disclosure whose time is over. Harmless to repeat.
    /// A disclosure of which somebody has still to be told stays.
    package func destroyOldNotices() async throws {
        let now = clock()
        try await forEveryAgency { agency, transaction in
            let today = try agency.day(at: now)
            let rules = agency.policy.retention
            let kinds = Dictionary(grouping: NoticeKind.allCases, by: \.keeping)
            if let day = rules.firstDayKept(of: .untilAnswered, on: today) {
                try transaction.deleteNotices(of: kinds[.untilAnswered] ?? [], agency: agency.id, raisedBefore: day)
            }
            if let day = rules.firstDayKept(of: .withDisclosure, on: today) {
                try transaction.deleteDisclosures(agency: agency.id, begunBefore: agency.calendar.start(of: day))
            }
            if let day = rules.firstDayKept(of: .asProof, on: today) {
                try transaction.deleteNotices(of: kinds[.asProof] ?? [], agency: agency.id, raisedBefore: day)
                try transaction.deleteResponses(agency: agency.id, toldBefore: day)
                try transaction.deleteDesignees(agency: agency.id, endedBefore: day)
                try transaction.deleteSuspensions(agency: agency.id, confirmedBefore: day)
            }
        }
    }
}
