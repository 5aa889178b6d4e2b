import PolicyPacks
import Program
import Sealing
import Store

extension Programmes {
    /// Goes on with every request whose timer is over: asks the next, offers again what nobody got in touch about. Any number of
    /// nodes may do it at once; each step happens once. One that cannot go on, or an agency that cannot be read, holds up no other.
    package func advanceRequests() async throws {
        let now = clock()
        try await forEachDue { last, transaction in
            try transaction.requestRoutes.requests(dueBy: now, after: last, limit: requestsAtOnce)
        } act: { request, transaction in
            try advance(request.id, at: now, transaction)
        }
    }

    /// Goes on with what waits longer than it can ever have to: requests, and notices to be announced again. A clock was wrong when
    /// their timers were set.
    package func endImpossibleWaits() async throws {
        let now = clock()
        let requests = try await database.read { transaction in
            try transaction.requestRoutes.timers(after: now).filter { timer in
                // What cannot be read is told where it is due.
                guard let policy = try? packs.pack(timer.pack, in: transaction).pack else { return false }
                return timer.standing.isOver(by: now, under: policy)
            }.map(\.request)
        }
        try await forEachDue { last, _ in
            last == nil ? requests : []
        } act: { request, transaction in
            try advance(request.id, at: now, transaction)
        }
        try await forEachDue { last, transaction in
            try transaction.noticesBeyond(now, after: last, limit: 200)
        } act: { notice, transaction in
            try announce(notice, at: now, transaction)
        }
    }

    private func advance(_ id: String, at now: Instant, _ transaction: any Transaction) throws {
        guard let row = try transaction.request(id: id), let agencyRow = try transaction.agency(id: row.agency) else {
            return
        }
        let around = try askingAround(
            for: row.pack, in: try agency(agencyRow, in: transaction), at: now, transaction)
        let routing = try transaction.requestRoutes.routing(of: row)
        let step = routing.due(at: now, under: around.policy)
        guard try carryOut(step, routing, of: row, around, transaction) else { return }
        for notice in routing.noticesOnceDue(under: around.policy) {
            try transaction.raise(notice, in: around.agency, at: now)
        }
    }

    /// Pings each supporter once on the day of a reminder, from 8 o'clock on.
    package func tellReminders() async throws {
        let now = clock()
        try await forEach(
            of: try await database.read { transaction in try transaction.requestRoutes.agencies(withReminders: now) }
        ) {
            row in
            let due = try await database.read { transaction in
                let day = try agency(row, in: transaction).reminderDay(at: now)
                return try transaction.requestRoutes.reminders(agency: row.id, by: day)
            }
            try await eachByItself(due) { reminder in
                try await database.write(inTurnOf: row.id) { transaction in
                    guard let supporter = try transaction.request(id: reminder.request)?.standing.supporter,
                        try transaction.requestRoutes.tellReminder(reminder.id, of: reminder.request)
                    else { return }
                    try transaction.ping(
                        [supporter], .routine, key: "reminder \(reminder.id)", in: try agency(row, in: transaction),
                        at: now)
                }
            }
        }
    }

    /// Takes back what was lent for consultations whose time is over.
    package func endConsultations() async throws {
        let now = clock()
        guard try await database.read({ transaction in try transaction.requestRoutes.hasConsultations(endedBy: now) })
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
