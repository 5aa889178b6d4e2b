import Program
import Sealing
import Store

extension Transaction {
    /// Raises a notice and announces it to whoever it is for, all in the caller's transaction.
    ///
    /// - Returns: the id of the notice.
    @discardableResult
    package func raise(_ notice: NewNotice, in agency: Agency, at now: Instant) throws -> String {
        let today = try agency.day(at: now)
        let raiser = try notice.from.map { try roles(of: $0, agency: agency.id, on: today) } ?? []
        let raised = agency.policy.raised(notice, as: RandomId().text, by: raiser, on: today, at: now)
        let announcing = agency.policy.announcing(of: notice)
        try insert(
            raised, agency: agency.id, pack: agency.packHash, reachesDesignees: notice.reachesDesignees,
            nextPing: announcing.map { (at: $0.next(after: now), everyMinutes: $0.everyMinutes) })
        try announce(
            raised.id, to: notice.to, reachesDesignees: notice.reachesDesignees, time: 0, isUrgent: notice.isUrgent,
            isOfAsking: notice.kind.isOfAsking, in: agency, on: today, at: now)
        return raised.id
    }

    /// Pings everyone a notice is for.
    ///
    /// - Parameters:
    ///   - time: how often it was announced before; it makes the key, so that each announcement goes out once.
    ///   - isOfAsking: whether it counts among the words of requests, of which nobody gets more than so many an hour.
    func announce(
        _ id: String, to addressee: NoticeAddressee, reachesDesignees: Bool, time: Int, isUrgent: Bool,
        isOfAsking: Bool = false, in agency: Agency, on today: Day, at now: Instant
    ) throws {
        let accounts = try accounts(
            readingOf: id, to: addressee, reachesDesignees: reachesDesignees, in: agency, on: today)
        let urgency = Announcing.isUrgent(time, notice: isUrgent) ? Ping.Urgency.urgent : .routine
        let key = announcementKey(id, time)
        if isOfAsking {
            try pingOfAsking(accounts, urgency, key: key, in: agency, at: now)
        } else {
            try ping(accounts, urgency, key: key, in: agency, at: now)
        }
    }

    /// Names one announcement of a notice, so that it goes out once and can be called off.
    func announcementKey(_ notice: String, _ time: Int) -> String { "notice \(notice) \(time)" }

    /// The accounts a notice is for on that day: of an office's holders those who read it.
    func accounts(
        readingOf notice: String, to addressee: NoticeAddressee, reachesDesignees: Bool, in agency: Agency,
        on today: Day
    ) throws -> [String] {
        switch addressee {
        case .account(let account): return [account]
        case .role(let role):
            let holders = try holdings(of: [role], agency: agency.id, heldAfter: today)
                .filter { $0.holding.isHeld(on: today) }.map(\.account)
            let designees = reachesDesignees ? try accountsStandingIn(for: role, agency: agency.id, on: today) : []
            return try Set(holders + designees).sorted().filter { account in
                let reader = NoticeReader(
                    agency: agency.id, account: account, own: try accountsOfPerson(of: account, agency: agency.id),
                    roles: [role], standsInFor: [], today: today, earlierDisclosures: agency.policy.earlierDisclosures)
                return try reads(notice, reader)
            }
        }
    }

    /// The roles that the account holds on that day.
    func roles(of account: String, agency: String, on day: Day) throws -> Set<RoleID> {
        Set(try holdings(of: account, agency: agency).map(\.holding).filter { $0.isHeld(on: day) }.map(\.role))
    }
}
