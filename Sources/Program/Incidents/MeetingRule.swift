/// A kind of meeting after an incident as one rule, whichever part of the pack speaks of it: defusing, formal debriefing, group
/// intervention, debriefing of the team, or one of the policy's own.
package struct MeetingRule: Sendable, Equatable {
    package let id: String
    package let label: String
    /// Usually held in those hours after the incident; outside of them a reason is asked for where there are reasons.
    package let hours: ClosedRange<Int>?
    package let reasonsOutside: [Item]
    /// After so many hours none is held any more.
    package let latestHours: Int?
    /// Longer is noted.
    package let minutes: ClosedRange<Int>?
    /// Who holds it; nothing where the policy does not say.
    package let team: DebriefingTeam?
    package let decidedBy: [Body]
    package let attendance: InterventionAttendance?
    package let room: String?
    /// Whether it follows at once (OCP-II.E.2).
    package let followsAtOnce: Bool
    package let unitOutOfService: Bool
    /// Whether it is for those of the team who responded, who are known, and not for those who were part of the incident.
    package let isOfTheTeam: Bool
    /// What it is for, in words.
    package let purpose: String?
    package let phases: [String]
    package let clauses: [ClauseID]
    package let clausesOfDecision: [ClauseID]
    package let clausesOfWindow: [ClauseID]
    package let clausesOfTeam: [ClauseID]
    package let clausesOfAttendance: [ClauseID]
    package let clausesOfPurpose: [ClauseID]

    package static let defusing = "defusing"
    package static let debriefing = "debriefing"
    package static let groupIntervention = "group-intervention"
    package static let teamDebriefing = "team-debriefing"

    fileprivate static let anyLength: ClosedRange<Minutes> = 1...1_440

    /// Whether it needs a team that satisfies the policy before it is held.
    package var needsTeam: Bool { team != nil }
}

extension PolicyPack {
    /// Every kind of meeting after an incident, in the order in which they come.
    package var meetings: [MeetingRule] {
        [
            incidents.defusing.map(MeetingRule.init(defusing:)),
            incidents.debriefing.map(MeetingRule.init(debriefing:)),
            incidents.groupIntervention.map(MeetingRule.init(group:)),
        ].compactMap(\.self) + (incidents.interventions ?? []).map(MeetingRule.init(intervention:))
            + (incidents.largeScale.map { [MeetingRule(ofTheTeam: $0.teamDebriefing)] } ?? [])
    }

    package func meeting(_ id: String) -> MeetingRule? { meetings.first { $0.id == id } }

    /// The kinds of meetings that there may be after that incident.
    package func meetings(after file: IncidentFile) -> [MeetingRule] {
        meetings.filter { !$0.isOfTheTeam || file.isLargeScale }
    }
}

extension MeetingRule {
    fileprivate init(defusing rule: DefusingRule) {
        self.init(
            MeetingRule.defusing, "Defusing", minutes: 1...rule.usualMinutes.number,
            followsAtOnce: rule.timing == .atOnce, purpose: rule.purpose?.value,
            clauses: rule.basis.clauses, purposeClauses: rule.purpose?.basis.clauses)
    }

    fileprivate init(debriefing rule: DebriefingRule) {
        self.init(
            MeetingRule.debriefing, "Debriefing", hours: rule.window.hours.numbers,
            reasonsOutside: rule.window.reasonsOutside, minutes: rule.team.lengthMinutes.numbers,
            team: rule.team, decidedBy: rule.decision.by, attendance: rule.attendance.value,
            phases: rule.phases?.value ?? [], clauses: rule.team.basis.clauses, decision: rule.decision.basis.clauses,
            window: rule.window.basis.clauses,
            attendanceClauses: rule.attendance.basis.clauses)
    }

    fileprivate init(group rule: GroupInterventionRule) {
        let seat = DebriefingSeat(
            kind: .mentalHealthProfessional, count: 1...1, strength: rule.licensedProfessional, certification: nil)
        // The team adds to a group together with the professional (IACP-3.3); nobody has to.
        let supporters = DebriefingSeat(kind: .supporter, count: 1...10, strength: .recommended, certification: nil)
        self.init(
            MeetingRule.groupIntervention, "Group intervention",
            team: DebriefingTeam(members: [seat, supporters], lengthMinutes: MeetingRule.anyLength, basis: rule.basis),
            clauses: rule.basis.clauses)
    }

    fileprivate init(intervention rule: InterventionRule) {
        self.init(
            rule.id, rule.label, hours: rule.window?.numbers, latestHours: rule.latestHours?.number,
            minutes: rule.lengthMinutes?.numbers,
            team: rule.team.map {
                DebriefingTeam(
                    members: $0, lengthMinutes: rule.lengthMinutes ?? MeetingRule.anyLength, basis: rule.basis)
            }, decidedBy: rule.decidedBy ?? [],
            attendance: rule.attendance, room: rule.room, unitOutOfService: rule.unitOutOfService ?? false,
            clauses: rule.basis.clauses)
    }

    fileprivate init(ofTheTeam rule: Rule<Strength>) {
        self.init(
            MeetingRule.teamDebriefing, "Debriefing of the team",
            attendance: rule.value == .required ? .required : .highlyRecommended, isOfTheTeam: true,
            clauses: rule.basis.clauses)
    }

    private init(
        _ id: String, _ label: String, hours: ClosedRange<Int>? = nil, reasonsOutside: [Item] = [],
        latestHours: Int? = nil, minutes: ClosedRange<Int>? = nil, team: DebriefingTeam? = nil,
        decidedBy: [Body] = [], attendance: InterventionAttendance? = nil, room: String? = nil,
        followsAtOnce: Bool = false, unitOutOfService: Bool = false, isOfTheTeam: Bool = false, purpose: String? = nil,
        phases: [String] = [],
        clauses: [ClauseID], decision: [ClauseID]? = nil, window: [ClauseID]? = nil,
        attendanceClauses: [ClauseID]? = nil, purposeClauses: [ClauseID]? = nil
    ) {
        self.id = id
        self.label = label
        self.hours = hours
        self.reasonsOutside = reasonsOutside
        self.latestHours = latestHours
        self.minutes = minutes
        self.team = team
        self.decidedBy = decidedBy
        self.attendance = attendance
        self.room = room
        self.followsAtOnce = followsAtOnce
        self.unitOutOfService = unitOutOfService
        self.isOfTheTeam = isOfTheTeam
        self.purpose = purpose
        self.phases = phases
        self.clauses = clauses
        clausesOfDecision = decision ?? clauses
        clausesOfWindow = window ?? clauses
        clausesOfTeam = clauses
        clausesOfAttendance = attendanceClauses ?? clauses
        clausesOfPurpose = purposeClauses ?? clauses
    }
}

extension PolicyPack {
    /// The roles whose holders may take a seat.
    package func roles(of seat: DebriefingSeat) -> [RoleID] {
        if let roles = seat.roles { return roles }
        return switch seat.kind {
        case .supporter: supporterRoles.map(\.id)
        case .mentalHealthProfessional: governance.consultants.map(\.role).withoutRepetition
        case .chaplain: []
        }
    }
}
