import Program
import Sealing
import Store

/// The services and checks that somebody has to do with.
package struct ServicesView: Sendable {
    /// For whoever assigns: what is open, then what is over, the latest first.
    package let assigned: [ListedService]
    /// For a member: what waits for their word.
    package let asked: [ListedService]
    /// For a member: what they volunteered for, and what they did of late.
    package let own: [ListedService]
    /// For whoever assigns: how often each service was done in the past year.
    package let figures: [ServiceFigure]
    /// For whoever assigns checks: those they may end, the first day first.
    package let checks: [ListedAssignedCheck]
    /// For a member: those at which they ask.
    package let ownChecks: [ListedOwnCheck]
    /// Whom a check may be given to: the other active members, by name.
    package let members: [NamedAccount]
}

/// One service as somebody sees it.
package struct ListedService: Sendable {
    package let service: ServiceAssignment
    /// In the pack's words.
    package let label: String
    /// Whose name it is about, for whoever assigns and those assigned.
    package let name: String?
    /// Who volunteered or is confirmed, for whoever assigns alone. Who passed is shown to nobody.
    package let volunteers: [Volunteer]
    /// The reader's own part.
    package let own: ServiceVolunteer?
    /// Whether its hours have begun.
    package let hasBegun: Bool
    /// Whether it waits for whoever assigns.
    package let waits: Bool

    package struct Volunteer: Sendable {
        package let part: ServiceVolunteer
        package let name: String
    }
}

/// One check as whoever assigns it sees it: whom they named, and whom they sent.
package struct ListedAssignedCheck: Sendable {
    package let check: AssignedCheck
    /// Of whom; nothing where their copy of the name is not there yet.
    package let name: String?
    /// Who asks.
    package let member: String
}

/// One check as the member who asks sees it.
package struct ListedOwnCheck: Sendable {
    package let check: OwnCheck
    /// Of whom; nothing where their copy of the name is not there yet.
    package let name: String?
}

extension Programmes {
    /// For how many days what is over stands on the page.
    private static let daysShown = 60

    /// What of services and checks is the reader's.
    package func services(for staff: Staff) async throws -> ServicesView {
        let now = clock()
        return try await database.read { transaction in
            try transaction.services(for: staff, since: staff.today.adding(days: -Self.daysShown) ?? staff.today, now)
        }
    }
}

extension Transaction {
    fileprivate func services(for staff: Staff, since: Day, _ now: Instant) throws -> ServicesView {
        let (agency, account) = (staff.agency, staff.account)
        let assigns = staff.powers.contains(.assignServices)
        let checking = staff.powers.contains(.assignChecks)
        let serves = staff.powers.contains(.takeRequests) && staff.policy.requests.serviceAssignments != nil
        let open = assigns || serves ? try openServices(agency: agency.id) : []
        let ended = assigns ? try endedServices(agency: agency.id, since: since, limit: 100) : []
        let done = serves ? try doneServices(of: account, agency: agency.id, since: since) : []
        let own = open.filter { $0.service.own(account).map { $0.status != .passed } ?? false } + done
        let members = checking ? try takers(of: agency, on: staff.today) : []
        let quarters = Quarter.overLast(on: staff.today)
        // Who was sent to somebody, and has nothing to ask them, is not shown it either: an assigner of today may have been a member then.
        let checks =
            checking
            ? try self.checks(agency: agency.id).filter {
                $0.check.member != account || $0.check.own(on: staff.today) != nil
            }
            : []
        let volunteers = (open + ended).flatMap(\.service.volunteers).map(\.account)
        let named = volunteers + members + checks.map(\.check.member)
        let names = try accountNames(agency: agency.id, of: Array(Set(named + [account])))
        func listed(_ row: ServiceRow, withVolunteers: Bool, withName: Bool) throws -> ListedService {
            ListedService(
                service: row.service,
                label: staff.policy.service(row.service.plan.kind)?.label ?? row.service.plan.kind,
                name: withName ? try serviceName(row.paper, staff) : nil,
                volunteers: withVolunteers
                    ? row.service.volunteers.filter { $0.status != .passed }.map {
                        ListedService.Volunteer(part: $0, name: names[$0.account] ?? "")
                    } : [], own: row.service.own(account), hasBegun: row.service.plan.from <= now,
                waits: row.service.waits(at: now))
        }
        return ServicesView(
            assigned: assigns
                ? try (open + ended).map { try listed($0, withVolunteers: true, withName: true) } : [],
            asked: serves
                ? try open.filter { $0.service.asks(account, at: now) }
                    .map { try listed($0, withVolunteers: false, withName: false) } : [],
            own: try own.map { try listed($0, withVolunteers: false, withName: true) },
            figures: assigns
                ? try serviceFigures(agency: agency.id, from: quarters.lowerBound, to: quarters.upperBound) : [],
            checks: try checks.map { row in
                ListedAssignedCheck(
                    check: row.check.assigned, name: try subject(of: row, by: staff)?.name,
                    member: names[row.check.member] ?? "")
            },
            ownChecks: try ownChecks(of: staff),
            members: members.filter { $0 != account }.map { NamedAccount(account: $0, name: names[$0] ?? "") }.sorted {
                ($0.name, $0.account) < ($1.name, $1.account)
            })
    }

    private func ownChecks(of staff: Staff) throws -> [ListedOwnCheck] {
        try checks(of: staff.account, agency: staff.agency.id).compactMap { row in
            try row.check.own(on: staff.today).map {
                ListedOwnCheck(check: $0, name: try subject(of: row, by: staff)?.name)
            }
        }
    }

    private func serviceName(_ paper: String?, _ staff: Staff) throws -> String? {
        try paper.flatMap { try open(paper: $0, as: .name, by: staff) }.map { String(decoding: $0, as: UTF8.self) }
    }
}
