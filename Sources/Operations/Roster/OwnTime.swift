import Program
import Sealing
import Store

// What members say about their own time. Nothing of it is a duty, and nothing of it is ever counted or paid.
extension Programmes {
    /// How many of each a member may have at once.
    package static let mostOwnTimes = 14

    /// Days on which the member cannot be called. No reason is asked.
    package func takeLeave(from firstDay: Day, to lastDay: Day, by staff: Staff) async throws -> Result<String, Refusal>
    {
        let now = clock()
        return try await database.write { transaction in
            let leave = Leave(
                id: RandomId().text, account: staff.account, firstDay: firstDay, lastDay: lastDay)
            if let refusal = leave.mayBeTaken(on: staff.today) { return .failure(refusal) }
            let present = try transaction.leaves(agency: staff.agency.id, lastingTo: staff.today)
            guard present.count(where: { $0.account == staff.account }) < Self.mostOwnTimes else {
                return .failure(Refusal("At most \(Self.mostOwnTimes) at a time.", field: "firstDay"))
            }
            try transaction.insert(leave, agency: staff.agency.id)
            try transaction.record(
                .rosterLeaveTaken, in: staff.agency, by: staff.actor, on: leave.id,
                under: staff.policy.availability.list.basis.clauses, at: now)
            return .success(leave.id)
        }
    }

    /// Takes an own leave back; nothing where there is none.
    package func endLeave(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        let now = clock()
        return try await database.write { transaction in
            guard try transaction.deleteLeave(agency: staff.agency.id, account: staff.account, id: id) else {
                return nil
            }
            try transaction.record(
                .rosterLeaveEnded, in: staff.agency, by: staff.actor, on: id,
                under: staff.policy.availability.list.basis.clauses, at: now)
            return .success(())
        }
    }

    /// Opens weekly hours in which the member can be asked. No entry of the audit chain says so: opening and closing them is
    /// free (KSO-J.1), and a chain of them would be a record of somebody's free time.
    package func openHours(
        _ hours: WeeklyHours, _ kind: OwnHours.Kind, by staff: Staff
    ) async throws -> Result<String, Refusal> {
        try await database.write { transaction in
            let own = OwnHours(id: RandomId().text, account: staff.account, kind: kind, hours: hours)
            let present = try transaction.ownHours(agency: staff.agency.id).filter { $0.account == staff.account }
            guard present.count < Self.mostOwnTimes else {
                return .failure(Refusal("At most \(Self.mostOwnTimes) at a time.", field: "weekdays"))
            }
            try transaction.insert(own, agency: staff.agency.id)
            return .success(own.id)
        }
    }

    /// Closes own hours; nothing where there are none of that id.
    package func closeHours(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await database.write { transaction in
            try transaction.deleteOwnHours(agency: staff.agency.id, account: staff.account, id: id) ? .success(()) : nil
        }
    }
}
