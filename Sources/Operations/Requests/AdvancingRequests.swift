import Program
import Sealing
import Store

extension Programmes {
    /// Goes on with every request whose timer is over: asks the next, offers again what nobody got in touch about, reminds
    /// supporters, ends consultations. Any number of nodes may do it at once; each step happens once.
    package func advanceRequests() async throws {
        let now = clock()
        let due = try await database.read { transaction in try transaction.requests(dueBy: now, limit: requestsAtOnce) }
        var fault: (any Error)?
        for id in due {
            // One that cannot go on must not hold up the others.
            do {
                try await database.write { transaction in try advance(id, at: now, transaction) }
            } catch {
                fault = error
            }
        }
        try await tellReminders(at: now)
        try await endConsultations(at: now)
        if let fault { throw fault }
    }

    private func advance(_ id: String, at now: Instant, _ transaction: any Transaction) throws {
        guard let row = try transaction.request(id: id), let agencyRow = try transaction.agency(id: row.agency) else {
            return
        }
        let agency = try agency(agencyRow, in: transaction)
        switch row.standing {
        case .offered(let stage, let until, let offering) where until <= now:
            try transaction.askAround(
                for: id, from: stage, seen: row.standing, waves: try transaction.copies(of: id).waves,
                offering: offering, try askingAround(for: row.pack, in: agency, at: now, transaction))
        case .accepted(let supporter, .some(let due)) where due <= now:
            try missedFirstContact(of: row, by: supporter, in: agency, at: now, transaction)
        case .offered, .accepted, .closed: break
        }
    }

    /// The supporter did not get in touch in the pack's time: everybody else is asked at once (SAC-II.D.3.g). Where there is
    /// nobody else, the request stays with them. Whoever keeps the roster is told either way.
    private func missedFirstContact(
        of row: RequestRow, by supporter: String, in agency: Agency, at now: Instant, _ transaction: any Transaction
    ) throws {
        let around = try askingAround(for: row.pack, in: agency, at: now, transaction)
        if try !offerToReserves(of: row, around, transaction) {
            let again = now.adding(seconds: Int64(around.policy.requests.firstContact.withinMinutes) * 60)
            let next = RequestStanding.accepted(supporter: supporter, firstContactDue: again)
            guard try transaction.move(row.id, from: row.standing, to: next) else { return }
            try transaction.ping(
                [supporter], .urgent, key: "first contact \(RandomId().text)", agency: agency.id, at: now)
        }
        for role in around.policy.roles(with: .keepRoster) {
            try transaction.raise(
                NewNotice(
                    kind: .firstContactMissed, to: .role(role.id), repeats: true,
                    under: around.policy.requests.firstContact.basis.clauses, isUrgent: true),
                in: agency, at: now)
        }
    }

    /// Pings each supporter once on the day of a reminder, from 8 o'clock on.
    private func tellReminders(at now: Instant) async throws {
        let due = try await database.read { transaction in
            try transaction.agencies(withReminders: now).map { try agency($0, in: transaction) }
                .map { (agency: $0, day: try $0.reminderDay(at: now)) }
                .filter { try transaction.hasReminders(agency: $0.agency.id, by: $0.day) }
        }
        for (agency, day) in due {
            try await database.write { transaction in
                for reminder in try transaction.tellReminders(agency: agency.id, by: day) {
                    try transaction.ping(
                        [reminder.supporter], .routine, key: "reminder \(reminder.id)", agency: agency.id, at: now)
                }
            }
        }
    }

    private func endConsultations(at now: Instant) async throws {
        guard try await database.read({ transaction in try transaction.hasConsultations(endedBy: now) }) else { return }
        try await database.write { transaction in try transaction.deleteConsultations(endedBy: now) }
    }
}

extension Agency {
    /// The last day whose reminders go out by that moment.
    fileprivate func reminderDay(at now: Instant) throws -> Day {
        let clock = calendar.clock(at: now)
        let hasBegun = clock.minuteOfDay >= 8 * 60
        guard let day = clock.day?.adding(days: hasBegun ? 0 : -1) else { throw AgencyFault.clockOutOfRange }
        return day
    }
}

private let requestsAtOnce = 1000
