import Program
import Sealing
import Store

// What members say about their own time.
extension Programmes {
    /// Days on which the member cannot be called. No reason is asked.
    package func takeLeave(from firstDay: Day, to lastDay: Day, by staff: Staff) async throws -> Result<String, Refusal>
    {
        try await act(by: staff, .signedIn) { doing in
            let leave = Leave(
                id: RandomId().text, account: doing.staff.account, firstDay: firstDay, lastDay: lastDay)
            let present = try doing.transaction.leaves(agency: doing.agency.id, lastingTo: doing.staff.today)
            if let refusal = leave.mayBeTaken(beside: present, on: doing.staff.today) { return .refused(refusal) }
            try doing.transaction.insert(leave, agency: doing.agency.id)
            return .done(
                leave.id, .entry(.rosterLeaveTaken, on: leave.id, under: doing.policy.availability.list.basis.clauses))
        }.whileAllowed()
    }

    /// Takes an own leave back; nothing where there is none.
    package func endLeave(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .signedIn) { doing in
            guard
                try doing.transaction.deleteLeave(agency: doing.agency.id, account: doing.staff.account, id: id)
            else { return .nothing }
            return .done(.entry(.rosterLeaveEnded, on: id, under: doing.policy.availability.list.basis.clauses))
        }
    }

    /// Opens weekly hours in which the member can be asked. No entry of the audit chain says so: opening and closing them is
    /// free (KSO-J.1), and a chain of them would be a record of somebody's free time.
    package func openHours(
        _ hours: WeeklyHours, _ kind: OwnHours.Kind, by staff: Staff
    ) async throws -> Result<String, Refusal> {
        try await quietAct(by: staff, .signedIn) { doing in
            let own = OwnHours(id: RandomId().text, account: doing.staff.account, kind: kind, hours: hours)
            let present = try doing.transaction.ownHours(agency: doing.agency.id)
            if let refusal = own.mayBeOpened(beside: present) { return .refused(refusal) }
            try doing.transaction.insert(own, agency: doing.agency.id)
            return .done(own.id, .own)
        }.whileAllowed()
    }

    /// Closes own hours; nothing where there are none of that id.
    package func closeHours(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await quietAct(by: staff, .signedIn) { doing in
            let (agency, account) = (doing.agency.id, doing.staff.account)
            return try doing.transaction.deleteOwnHours(agency: agency, account: account, id: id)
                ? .done(.own) : .nothing
        }
    }
}
