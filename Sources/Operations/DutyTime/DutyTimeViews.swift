import Program
import Store

/// A member's own duty time, as they see it.
package struct OwnDutyTime: Sendable {
    /// Of the month before, this one and the next, the latest first.
    package let entries: [DutyEntry]
    /// What they did for the team and have not written down, the earliest first.
    package let unwritten: [WorkForTheTeam]
    /// Who decides on their off-duty time, by name; empty where nothing is decided on.
    package let deciders: [String]
    /// What the directory says of their primary assignment, where an export carries it.
    package let costCentre: String?
    /// The agreement that says what is paid, as the directory names it.
    package let memorandum: String?
}

/// The hours of one member in one month that is over.
package struct DutyHours: Sendable, Equatable {
    package let member: String
    package let month: Month
    package let onDutyMinutes: Int
    package let offDutyMinutes: Int
}

extension Programmes {
    /// What the staff member keeps of these months.
    package func ownDutyTime(of staff: Staff) async throws -> OwnDutyTime? {
        guard staff.policy.dutyTime.isKept else { return nil }
        let now = clock()
        return try await database.read { transaction in
            let (agency, account) = (staff.agency, staff.account)
            let entries = try dutyEntries(
                of: account, in: DutyTimeRules.changingMonths(on: staff.today), agency: agency, transaction)
            let deciders =
                try dutyApprovers(of: [account], agency, transaction)[account]?.mayDecide(onTimeOf: account) ?? []
            let names = try transaction.accountNames(agency: agency.id, of: deciders.sorted())
            let person = try transaction.person(ofAccount: account, agency: agency.id)
            let record = try person.flatMap { try transaction.people(withIDs: [$0], agency: agency.id).first?.record }
            return OwnDutyTime(
                entries: entries.reversed(),
                unwritten: staff.policy.dutyTime.unwritten(
                    try work(of: staff, transaction), besides: entries, on: agency.calendar, at: now),
                deciders: names.values.sorted(), costCentre: record?.costCentre,
                memorandum: record?.memorandum)
        }
    }

    /// What the staff member did for the team of late, as far as it is over.
    private func work(of staff: Staff, _ transaction: any Transaction) throws -> [WorkForTheTeam] {
        let (agency, account) = (staff.agency, staff.account)
        let since = staff.today.month.previous.firstDay
        let files = staff.policy.runsIncidents ? try transaction.incidentFiles(agency: agency.id, since: since) : []
        let services =
            staff.policy.requests.serviceAssignments == nil
            ? [] : try transaction.doneServices(of: account, agency: agency.id, since: since)
        return try files.flatMap { try keys.opened($0).file.work(of: account) }
            + services.compactMap { $0.service.work(of: account) }
    }

    /// How much waits for the staff member's decision.
    package func dutyTimeToDecide(by staff: Staff) async throws -> Int {
        try await dutyTimeApprovals(for: staff)?.waiting.count ?? 0
    }

    /// Everything off duty that is kept of the staff member and took place: the proof that is theirs alone.
    package func dutyTimeProof(of staff: Staff) async throws -> [DutyEntry]? {
        guard staff.policy.dutyTime.workersCompensation != nil, staff.policy.dutyTime.isKept else { return nil }
        return try await database.read { transaction in
            try transaction.dutyBoxes(of: staff.account, agency: staff.agency.id)
                .flatMap { try opened($0, staff.agency) }
                .filter { $0.status == .offDuty && !$0.isPlanned }.sorted { $0.time.start < $1.time.start }
        }
    }

    /// The hours of each member in the past three months that are over; a month that is not over is nobody's but the member's.
    package func dutyHours(for staff: Staff) async throws -> [DutyHours]? {
        guard staff.policy.dutyTime.isKept, staff.powers.contains(.seeDutyHours) else { return nil }
        return try await database.read { transaction in
            let months = (1...3).map { staff.today.month.adding(-$0) }
            let opened = try dutyMonths(months, agency: staff.agency, transaction)
            let names = try transaction.accountNames(
                agency: staff.agency.id, of: Set(opened.flatMap(\.entries.keys)).sorted())
            return opened.flatMap { month in
                month.entries.compactMap { account, entries -> DutyHours? in
                    let given = entries.filter { !$0.isPlanned }
                    guard !given.isEmpty else { return nil }
                    let minutes = { (status: DutyStatus) in
                        given.filter { $0.status == status }.map(\.time.minutes).reduce(0, +)
                    }
                    return DutyHours(
                        member: names[account] ?? "", month: month.month, onDutyMinutes: minutes(.onDuty),
                        offDutyMinutes: minutes(.offDuty))
                }
                .sorted { $0.member < $1.member }
            }
        }
    }
}
