import Program
import Sealing
import Store

extension Programmes {
    /// Goes on with every request whose timer is over: asks the next, offers again what nobody got in touch about, reminds
    /// supporters, ends consultations. Any number of nodes may do it at once; each step happens once.
    package func advanceRequests() async throws {
        let now = clock()
        let due = try await database.read { transaction in
            try transaction.requestRoutes.requests(dueBy: now, limit: requestsAtOnce)
        }
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
        let around = try askingAround(
            for: row.pack, in: try agency(agencyRow, in: transaction), at: now, transaction)
        let routing = try transaction.requestRoutes.routing(of: row)
        let rule = around.policy.requests.firstContact
        let isDone = try carryOut(routing.due(at: now, under: rule), routing, of: row, around, transaction)
        // Whoever keeps the roster is told that a supporter was not in touch, whether there is somebody else or not.
        guard isDone, row.standing.supporter != nil else { return }
        for role in around.policy.roles(with: .keepRoster) {
            try transaction.raise(rule.noticeOfMissing(to: role.id), in: around.agency, at: now)
        }
    }

    /// Pings each supporter once on the day of a reminder, from 8 o'clock on.
    private func tellReminders(at now: Instant) async throws {
        let due = try await database.read { transaction in
            try transaction.requestRoutes.agencies(withReminders: now).map { try agency($0, in: transaction) }
                .map { (agency: $0, day: try $0.reminderDay(at: now)) }
                .filter { try transaction.requestRoutes.hasReminders(agency: $0.agency.id, by: $0.day) }
        }
        for (agency, day) in due {
            try await database.write { transaction in
                for reminder in try transaction.requestRoutes.tellReminders(agency: agency.id, by: day) {
                    try transaction.ping(
                        [reminder.supporter], .routine, key: "reminder \(reminder.id)", agency: agency.id, at: now)
                }
            }
        }
    }

    private func endConsultations(at now: Instant) async throws {
        guard
            try await database.read({ transaction in try transaction.requestRoutes.hasConsultations(endedBy: now) })
        else { return }
        try await database.write { transaction in try transaction.requestRoutes.deleteConsultations(endedBy: now) }
    }
}

extension Agency {
    /// The last day whose reminders go out by that moment.
    fileprivate func reminderDay(at now: Instant) throws -> Day {
        guard let day = calendar.reminderDay(at: now) else { throw AgencyFault.clockOutOfRange }
        return day
    }
}

private let requestsAtOnce = 1000
