import Program
import Sealing
import Store

/// An incident as whoever runs it sees it on one page.
package struct IncidentBoard: Sendable {
    package let file: IncidentFile
    package let now: Instant
    package let clocks: [IncidentClock]
    /// What is to be done next.
    package let next: IncidentClock?
    /// Of those involved, one in each line; nothing where they were not given, are destroyed or are not for this reader.
    package let names: String?
    /// By account: everybody the file speaks of.
    package let people: [String: String]
    /// Who of the team may be marked as part of it, by name.
    package let team: [NamedAccount]
    /// Whom the scene would ask next; nothing where the programme goes to no scene.
    package let order: SceneOrder?
    /// What keeps it from being closed, if anything.
    package let closing: Refusal?
    /// Where those asked to the scene are called, by account.
    package let telephones: [String: String]
    /// With which other agencies it is answered together; nothing where the policy does not speak of that.
    package let sharing: IncidentSharing?
    /// Nothing where the policy has no outreach, or it is not for this reader.
    package let outreach: OutreachView?

    package func name(_ account: String) -> String { people[account] ?? "" }
}

/// One incident in a list.
package struct ListedFile: Sendable {
    package let file: IncidentFile
    package let next: IncidentClock?
}

/// What whoever runs incidents sees of all of them.
package struct IncidentOverview: Sendable {
    package let open: [ListedFile]
    /// What other agencies ask of this one, and nobody has answered.
    package let asked: [AskedToJoin]
    /// Closed within a year, the latest first.
    package let closed: [IncidentFile]
    /// Of the last twelve months, counted apart by whom the programme responded for (OCP-I.A-3).
    package let counts: [IncidentScope: Int]
    package let now: Instant
}

extension Programmes {
    /// Nothing where the programme keeps none.
    package func incidentOverview(for staff: Staff) async throws -> IncidentOverview? {
        guard staff.policy.runsIncidents else { return nil }
        let now = clock()
        return try await database.read { [keys] transaction in
            let open = try transaction.openIncidentFiles(agency: staff.agency.id).map { try keys.opened($0).file }
            let since = staff.today.adding(days: -365) ?? staff.today
            let closed = try transaction.incidentFiles(agency: staff.agency.id, since: since)
                .filter { $0.closedOn != nil }.map { try keys.opened($0).file }
            let calendar = staff.agency.calendar
            let year = closed + open.filter { calendar.day(at: $0.happenedAt).map { $0 >= since } ?? false }
            return IncidentOverview(
                open: open.sorted { $0.happenedAt > $1.happenedAt }.map {
                    ListedFile(file: $0, next: $0.next(under: staff.policy, at: now))
                }, asked: try askedToJoin(of: staff, at: now, transaction), closed: closed,
                counts: Dictionary(year.map { ($0.scope, 1) }, uniquingKeysWith: +),
                now: now)
        }
    }

    /// Nothing where there is none of that id.
    package func incidentBoard(_ id: String, for staff: Staff) async throws -> IncidentBoard? {
        guard staff.policy.runsIncidents else { return nil }
        let now = clock()
        return try await database.read { [keys] transaction in
            let (agency, policy) = (staff.agency, staff.policy)
            guard let file = try transaction.loaded(id, in: agency, with: keys)?.file else { return nil }
            let paper = try file.names.flatMap { try transaction.open(paper: $0, as: .incidentNames, by: staff) }
            let takers = try transaction.takers(of: agency, on: staff.today)
            let people = try transaction.accountNames(
                agency: agency.id, of: takers.union(file.accounts).sorted())
            let order =
                policy.incidents.sceneResponse == nil || !file.isOpen
                ? nil : try sceneOrder(for: file, in: agency, at: now, transaction)
            let names = paper.map { String(decoding: $0, as: UTF8.self) }
            return IncidentBoard(
                file: file, now: now, clocks: file.clocks(under: policy, at: now),
                next: file.next(under: policy, at: now), names: names,
                people: people,
                team: takers.map { NamedAccount(account: $0, name: people[$0] ?? "") }
                    .sorted { ($0.name, $0.account) < ($1.name, $1.account) }, order: order,
                closing: file.mayClose(under: policy, at: now),
                telephones: try transaction.telephones(
                    of: file.scenes.last?.asked.map(\.account) ?? [], agency: agency.id),
                sharing: try sharing(of: file, for: staff, transaction),
                outreach: try outreach(of: file, named: names, for: staff, transaction))
        }
    }

    /// The meetings of open incidents on which the staff member has still to say a word.
    package func decisionsAsked(of staff: Staff) async throws -> [AskedDecision] {
        guard staff.policy.runsIncidents, staff.powers.contains(.decideOnMeetings) else { return [] }
        let now = clock()
        return try await database.read { [keys] transaction in
            try transaction.openIncidentFiles(agency: staff.agency.id).flatMap { row -> [AskedDecision] in
                let file = try keys.opened(row).file
                return staff.policy.meetings(after: file).compactMap { meeting in
                    guard !meeting.decidedBy.isEmpty else { return nil }
                    return AskedDecision(
                        file: file, meeting: meeting, decision: file.decision(on: meeting),
                        bodies: file.bodiesToSpeakFor(
                            on: meeting, holding: staff.rolesToday.sorted(), under: staff.policy),
                        isDefused: staff.policy.meeting(MeetingRule.defusing).map(file.isHeld), now: now)
                }
            }
        }
    }

    /// What an incident asks of a supporter: to come to its scene, to hold a meeting, or to come to one of the team.
    package func ownIncidents(of staff: Staff) async throws -> [OwnIncident] {
        guard staff.policy.runsIncidents else { return [] }
        return try await database.read { [keys] transaction in
            try transaction.openIncidentFiles(agency: staff.agency.id).compactMap { row in
                let file = try keys.opened(row).file
                let own = OwnIncident(of: staff.account, in: file, under: staff.policy)
                return own.isNothing ? nil : own
            }
        }
    }
}

/// A decision in which somebody has a word.
package struct AskedDecision: Sendable {
    package let file: IncidentFile
    package let meeting: MeetingRule
    package let decision: MeetingDecision
    /// For whom they may still speak.
    package let bodies: [Body]
    /// Whether a defusing was held, which may spare or strengthen a debriefing (OCP-II.E.2c); nothing where the policy has none.
    package let isDefused: Bool?
    package let now: Instant
}

/// What an incident asks of one supporter. Who else is asked, or was part of it, is not in it.
package struct OwnIncident: Sendable {
    package let id: String
    package let kind: String
    /// Their part in the response to the scene, with where to come.
    package let scene: (asked: SceneResponse.Asked, place: String, isOpen: Bool)?
    package let meetings: [OwnMeeting]

    package struct OwnMeeting: Sendable {
        package let session: IncidentSession
        package let rule: MeetingRule
        /// Whether they hold it; else it is a debriefing of the team that they have to come to.
        package let holds: Bool
    }

    fileprivate init(of account: String, in file: IncidentFile, under policy: PolicyPack) {
        id = file.id
        kind = policy.incidentKind(file.kind)?.label ?? file.kind
        scene = file.scenes.last.flatMap { scene in
            scene.asked(account).map { (asked: $0, place: scene.place, isOpen: scene.closedAt == nil) }
        }
        meetings = file.sessions.filter(\.isAhead).compactMap { session in
            let holds = session.confirmedAt != nil && session.team.contains { $0.account == account }
            guard holds || session.attending[account] != nil, let rule = policy.meeting(session.meeting) else {
                return nil
            }
            return OwnMeeting(session: session, rule: rule, holds: holds)
        }
    }

    fileprivate var isNothing: Bool {
        meetings.isEmpty && (scene.map { !$0.isOpen && ($0.asked.arrivedAt == nil || $0.asked.leftAt != nil) } ?? true)
    }
}

extension IncidentFile {
    /// Everybody it speaks of.
    var accounts: Set<String> {
        let asked = scenes.flatMap(\.asked).map(\.account)
        let seated = sessions.flatMap { $0.team.map(\.account) + Array($0.attending.keys) }
        return Set(involved.keys).union(asked).union(seated).subtracting([""])
    }
}
