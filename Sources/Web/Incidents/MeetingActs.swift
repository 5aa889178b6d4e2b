import HTML
import Operations
import Program

/// The meetings after an incident: decided on, planned, moved, held or called off.
enum MeetingActs {
    static let routes: [Route] = deciding + planning + holding

    private static let deciding: [Route] = decide.routes + plan.routes + record.routes
    private static let planning: [Route] = move.routes + callOff.routes + note.routes
    private static let holding: [Route] = hold.routes + attend.routes

    static let decide = Act(
        "decideOnMeeting", "Say whether a meeting after an incident is needed, for a body that decides.",
        at: CriticalIncidentAddresses.decisions, for: .holding(.decideOnMeetings), where: \.decidesOnMeetings,
        taking: Input(
            Field<String>.choice(meetingField, "Which meeting", of: decided).byButtons,
            Field<String>.choice(bodyField, "For whom", of: bodies).byButtons,
            Field<NeedWord>.choice(wordField, "Is it needed?") { $0.rawValue }.byButtons
        ) { (meeting: $0, body: $1, isNeeded: $2 == NeedWord.needed) }, then: .done("Said."),
        see: { _, _ in CriticalIncidentAddresses.toDecide.link() },
        refused: { visit, refused, _ in try await IncidentDecisionPages.again(visit, refused) },
        perform: { visit, word, incident in
            try await visit.programmes.decide(
                on: word.meeting, isNeeded: word.isNeeded, for: word.body, in: incident.text, by: visit.staff)
        })

    static let meetingField = "meeting"
    static let bodyField = "body"
    static let wordField = "word"

    enum NeedWord: String, CaseIterable, Sendable {
        case needed
        case notNeeded = "not-needed"
    }

    static let plan = Act(
        "planMeeting", "Plan a meeting after an incident.", at: CriticalIncidentAddresses.meetings,
        for: .holding(.leadIncidents), where: \.hasMeetings,
        taking: Input(kind, startsAt, reason, place) {
            NewMeeting(meeting: $0, startsAt: $1, reason: $2, place: $3)
        }, then: .created("Planned."), see: { done, incident in link(incident, done.id) },
        refused: IncidentBoardPage.again,
        perform: { visit, new, incident in
            try await visit.programmes.planMeeting(new, in: incident.text, by: visit.staff)
        })

    static let record = Act(
        "recordMeeting", "Write down a meeting that was held at once, such as a defusing.",
        at: CriticalIncidentAddresses.heldAtOnce, for: .holding(.leadIncidents), where: \.hasMeetings,
        taking: Input(kind, startedAt, minutes, present, reason) {
            (meeting: $0, held: IncidentSession.Held(startedAt: $1, minutes: $2, present: $3), reason: $4)
        }, then: .done("Written down."),
        see: { _, incident in CriticalIncidentAddresses.incident.link(incident) }, refused: IncidentBoardPage.again,
        perform: { visit, sent, incident in
            try await visit.programmes.recordMeeting(
                sent.meeting, sent.held, reason: sent.reason, in: incident.text, by: visit.staff)
        })

    static let move = Act(
        "moveMeeting", "Move a meeting after an incident to another time.", at: CriticalIncidentAddresses.time, .put,
        for: .holding(.leadIncidents), where: \.hasMeetings,
        taking: Input(startsAt, reason, place) { (startsAt: $0, reason: $1, place: $2) }, then: .done("Moved."),
        see: { _, incident, meeting in CriticalIncidentAddresses.meeting.link(incident, meeting) },
        refused: MeetingPages.again,
        perform: { visit, sent, incident, meeting in
            try await visit.programmes.moveMeeting(
                meeting.text, to: sent.startsAt, reason: sent.reason, place: sent.place, in: incident.text,
                by: visit.staff)
        })

    static let callOff = Act(
        "callOffMeeting", "Call a meeting after an incident off.", at: CriticalIncidentAddresses.callingOff,
        for: .holding(.leadIncidents), where: \.hasMeetings, taking: .nothing, then: .done("Called off."),
        see: { _, incident, _ in CriticalIncidentAddresses.incident.link(incident) }, refused: MeetingPages.again,
        perform: { visit, _, incident, meeting in
            try await visit.programmes.callOffMeeting(meeting.text, in: incident.text, by: visit.staff)
        })

    static let hold = Act(
        "holdMeeting", "Write down that a planned meeting was held, and how many were there.",
        at: CriticalIncidentAddresses.held, for: .holding(.leadIncidents), where: \.hasMeetings,
        taking: Input(startedAt, minutes, present) {
            IncidentSession.Held(startedAt: $0, minutes: $1, present: $2)
        }, then: .done("Written down."),
        see: { _, incident, meeting in CriticalIncidentAddresses.meeting.link(incident, meeting) },
        refused: MeetingPages.again,
        perform: { visit, held, incident, meeting in
            try await visit.programmes.holdMeeting(meeting.text, held, in: incident.text, by: visit.staff)
        })

    static let attend = Act(
        "keepTeamAttendance", "Keep who was at a debriefing of the team.", at: CriticalIncidentAddresses.attendance,
        .put, for: .holding(.leadIncidents), where: { $0.runsIncidents && $0.incidents.largeScale != nil },
        taking: Input(
            Field<[String]>.found(
                several: presentField, "Who was there",
                FieldWords(
                    clauses: { $0.incidents.largeScale?.teamDebriefing.basis.clauses ?? [] }))),
        then: .done("Kept."),
        see: { _, incident, meeting in CriticalIncidentAddresses.meeting.link(incident, meeting) },
        refused: MeetingPages.again,
        perform: { visit, present, incident, meeting in
            try await visit.programmes.keepAttendance(present, at: meeting.text, in: incident.text, by: visit.staff)
        })

    static let presentField = "present"

    static let note = Act(
        "noteService",
        "Note that the unit is out of service for a meeting, or members off the line. No reason is kept.",
        at: CriticalIncidentAddresses.service, .put, for: .holding(.leadIncidents), where: \.hasMeetings,
        taking: Input(
            Field<Bool>.tick("unitOutOfService", "The unit is out of service for it"),
            Field<Bool>.tick("membersOffLine", "Those who come are off the line for a while")
        ) { (unit: $0, members: $1) }, then: .done("Noted."),
        see: { _, incident, meeting in CriticalIncidentAddresses.meeting.link(incident, meeting) },
        refused: MeetingPages.again,
        perform: { visit, note, incident, meeting in
            try await visit.programmes.noteService(
                unitOutOfService: note.unit, membersOffLine: note.members, at: meeting.text, in: incident.text,
                by: visit.staff)
        })

    private static func link(_ incident: PathID, _ meeting: String?) -> Link {
        meeting.map { CriticalIncidentAddresses.meeting.link(incident, PathID($0)) }
            ?? CriticalIncidentAddresses.incident.link(incident)
    }

    // MARK: What they take

    private static let kind = Field<String>.choice(meetingField, "Which meeting", of: kinds)
    private static let startsAt = Field<Instant>.moment(
        "startsAt", "When it begins", FieldWords(clauses: { $0.incidents.debriefing?.window.basis.clauses ?? [] }))
    private static let startedAt = Field<Instant>.moment("startedAt", "When it began")
    private static let minutes = Field<Int>.number(
        "minutes", "How long it took", IncidentSession.Held.minutes, unit: "minutes")
    private static let present = Field<Int>.number(
        "present", "How many came", IncidentSession.Held.present, unit: "people",
        FieldWords(
            hint: "Beside those who held it. No names are kept.",
            clauses: { $0.incidents.debriefing?.attendance.basis.clauses ?? [] }))
    private static let reason = Field<String>.choice(
        "reason", "Why outside the usual hours",
        FieldWords(
            hint: "Only where it is.", clauses: { $0.incidents.debriefing?.window.basis.clauses ?? [] }), of: reasons
    ).maybe.only(where: { !reasons($0).isEmpty }, otherwise: nil)
    private static let place = Field<String>.text(
        "place", "Where", longest: IncidentSession.longestPlace,
        FieldWords(hint: "For those who are invited.", mayBeEmpty: true))

    @Sendable private static func kinds(_ pack: PolicyPack) -> [FieldOption] {
        pack.meetings.map { FieldOption($0.id, $0.label) }
    }

    @Sendable private static func decided(_ pack: PolicyPack) -> [FieldOption] {
        pack.meetings.filter { !$0.decidedBy.isEmpty }.map { FieldOption($0.id, $0.label) }
    }

    @Sendable private static func bodies(_ pack: PolicyPack) -> [FieldOption] {
        pack.meetings.flatMap(\.decidedBy).reduce(into: []) { options, body in
            guard !options.contains(where: { $0.value == body.word }) else { return }
            options.append(FieldOption(body.word, pack.bodyTitle(body)))
        }
    }

    @Sendable private static func reasons(_ pack: PolicyPack) -> [FieldOption] {
        pack.meetings.flatMap(\.reasonsOutside).map { FieldOption($0.id, $0.label) }
    }
}

extension PolicyPack {
    var hasMeetings: Bool { runsIncidents && !meetings.isEmpty }
    var decidesOnMeetings: Bool { runsIncidents && meetings.contains { !$0.decidedBy.isEmpty } }
}
