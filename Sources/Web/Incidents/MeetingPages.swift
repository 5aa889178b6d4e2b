import HTML
import Operations
import Program

/// One meeting after an incident, as whoever runs the incident sees it.
enum MeetingPages {
    @Sendable
    static func again(
        _ visit: StaffVisit, _ refused: Refused?, _ incident: PathID, _ meeting: PathID
    ) async throws -> Answer? {
        guard let view = try await visit.programmes.meeting(meeting.text, in: incident.text, for: visit.staff) else {
            return nil
        }
        let handouts = try await MeetingHandouts(after: view.rule, visit)
        return .page(html(view, handouts, visit, refused), again: refused)
    }

    private static func html(
        _ view: MeetingView, _ handouts: MeetingHandouts, _ visit: StaffVisit, _ refused: Refused?
    ) -> HTML {
        let (session, rule) = (view.session, view.rule)
        return page(
            rule.label, in: Shells.staff(visit),
            lead: "\(visit.agency.moment(session.startsAt)). \(session.place)",
            back: Crumb("The incident", CriticalIncidentAddresses.incident.link(PathID(view.file.id))),
            announcement: refused?.announcement(
                besides: MeetingActs.move.id, MeetingActs.hold.id, MeetingActs.attend.id, MeetingTeamActs.confirm.id,
                MeetingActs.note.id),
            main: """
                <p>\(IncidentMeetingsPart.state(of: session, rule)) \(outside(view, visit))</p>
                \(IncidentMeetingsPart.purposes([rule]))
                \(about(rule, visit))
                \(session.held.map { held($0, rule, visit) })
                \(MeetingTeamPart.html(view, visit, refused))
                \(rule.isOfTheTeam ? attendance(view, visit, refused) : invitation(view, visit))
                \(session.isAhead && view.file.isOpen ? acts(view, visit, refused) : nil)
                \(handouts.toHandOut)
                \(phases(rule, visit))
                """)
    }

    private static func outside(_ view: MeetingView, _ visit: StaffVisit) -> HTML? {
        guard let hours = view.rule.hours, view.file.isOutside(view.rule, at: view.session.startsAt) else { return nil }
        let reason = view.rule.reasonsOutside.first { $0.id == view.session.reason }?.label
        return """
            Outside \(hours.lowerBound) to \(hours.upperBound) hours after the incident\
            \(reason.map { ": \($0)" } ?? ""). \(view.rule.clausesOfWindow.notes)
            """
    }

    private static func about(_ rule: MeetingRule, _ visit: StaffVisit) -> HTML? {
        var pairs: [(String, HTML)] = []
        if let minutes = rule.minutes { pairs.append(("Usual length", HTML(text: length(minutes)))) }
        if let attendance = rule.attendance {
            pairs.append(("Attendance", "\(attendance.words) \(rule.clausesOfAttendance.notes)"))
        }
        if let room = rule.room { pairs.append(("In the room", "\(room) \(rule.clauses.notes)")) }
        return pairs.isEmpty ? nil : facts(pairs)
    }

    private static func length(_ minutes: ClosedRange<Int>) -> String {
        minutes.lowerBound <= 1
            ? "up to \(minutesInWords(minutes.upperBound))"
            : "\(minutesInWords(minutes.lowerBound)) to \(minutesInWords(minutes.upperBound))"
    }

    private static func held(_ held: IncidentSession.Held, _ rule: MeetingRule, _ visit: StaffVisit) -> HTML {
        let isLong = rule.minutes.map { held.minutes > $0.upperBound } ?? false
        return section(
            "Held",
            """
            \(facts([
                ("Began", HTML(text: visit.agency.moment(held.startedAt))),
                ("Took", HTML(text: minutesInWords(held.minutes))), ("Came", "\(held.present)"),
            ]))
            \(isLong ? "<p>Longer than usual. \(rule.clauses.notes)</p>" : nil)
            """)
    }

    private static func invitation(_ view: MeetingView, _ visit: StaffVisit) -> HTML? {
        guard view.session.isAhead else { return nil }
        let (incident, meeting) = (PathID(view.file.id), PathID(view.session.id))
        return section(
            "Invite", lead: "Words that say nothing of what happened. Who comes is counted, and never listed.",
            actions(
                linkButton("The invitation", to: CriticalIncidentAddresses.invitation.link(incident, meeting)),
                linkButton(
                    "Calendar file", to: CriticalIncidentAddresses.calendar.link(incident, meeting), icon: .clock)))
    }

    // MARK: A debriefing of the team

    private static func attendance(_ view: MeetingView, _ visit: StaffVisit, _ refused: Refused?) -> HTML {
        let called = view.session.attending.sorted { view.name($0.key) < view.name($1.key) }
        guard !called.isEmpty else {
            return section(
                "Who has to come", emptyState("Nobody yet", "Everybody who responded when it is planned has to come."))
        }
        return section(
            "Who has to come", lead: view.rule.clauses.notes,
            MeetingActs.attend.form(
                visit, PathID(view.file.id), PathID(view.session.id),
                filled: Filled(
                    options: [MeetingActs.presentField: called.map { FieldOption($0.key, view.name($0.key)) }],
                    ticked: [MeetingActs.presentField: called.filter(\.value).map(\.key)]),
                refused: refused, button: "Keep who was there"))
    }

    // MARK: What is done with it

    private static func acts(_ view: MeetingView, _ visit: StaffVisit, _ refused: Refused?) -> HTML {
        let (incident, meeting) = (PathID(view.file.id), PathID(view.session.id))
        let calendar = visit.staff.agency.calendar
        var move = Filled(first: ["startsAt": calendar.local(view.session.startsAt), "place": view.session.place])
        move.options["reason"] = view.rule.reasonsOutside.map { FieldOption($0.id, $0.label) }
        if let reason = view.session.reason { move.first["reason"] = reason }
        if view.rule.reasonsOutside.isEmpty { move.without.insert("reason") }
        let note = Filled(
            ticked: [
                "unitOutOfService": view.session.unitOutOfService ? ["yes"] : [],
                "membersOffLine": view.session.membersOffLine ? ["yes"] : [],
            ])
        return section(
            "What to do",
            """
            \(confirmation(
                "It was held", isOpen: refused?.act == MeetingActs.hold.id,
                MeetingActs.hold.form(
                    visit, incident, meeting,
                    filled: Filled(first: ["startedAt": calendar.local(view.session.startsAt)]), refused: refused,
                    button: "Write it down")))
            \(confirmation(
                "Move it", isOpen: refused?.act == MeetingActs.move.id,
                MeetingActs.move.form(visit, incident, meeting, filled: move, refused: refused, button: "Move it")))
            \(confirmation(
                "Out of service", isOpen: refused?.act == MeetingActs.note.id,
                MeetingActs.note.form(visit, incident, meeting, filled: note, refused: refused, button: "Keep the note")))
            \(MeetingActs.callOff.asConfirmation(
                "Call it off", "<p>It then stands as called off.</p>", button: "Call it off now", visit, incident,
                meeting, style: .danger))
            """)
    }

    private static func phases(_ rule: MeetingRule, _ visit: StaffVisit) -> HTML? {
        guard !rule.phases.isEmpty else { return nil }
        return section(
            "What it goes through", lead: visit.pack.incidents.debriefing?.phases?.basis.notes,
            "<ol>\(rule.phases.map { "<li>\($0)</li>" as HTML })</ol>")
    }

    // MARK: The invitation

    static func invitationPage(_ view: MeetingView, _ handouts: MeetingHandouts, _ visit: StaffVisit) -> HTML {
        page(
            "Invitation", in: Shells.staff(visit),
            lead: "To print, or to copy into a mail. It says nothing of what happened.",
            back: Crumb(
                view.rule.label, CriticalIncidentAddresses.meeting.link(PathID(view.file.id), PathID(view.session.id))),
            main: card(
                "Peer support invites you", "\(InvitationWords(view, visit.pack, visit.agency).html)\(handouts.toRead)")
        )
    }
}

/// The words by which people are invited to a meeting after an incident: calm, and nothing of what happened.
struct InvitationWords {
    private let paragraphs: [HTML]

    init(_ view: MeetingView, _ pack: PolicyPack, _ agency: Agency) {
        let place = view.session.place.isEmpty ? "" : ", \(view.session.place)"
        paragraphs =
            ["You are invited to a meeting with peer support: \(agency.moment(view.session.startsAt))\(place)."]
            + [view.rule.purpose.map { "\($0) \(view.rule.clausesOfPurpose.notes)" as HTML }].compactMap(\.self)
            + [view.rule.attendance.map { "\($0.invitation) \(view.rule.clausesOfAttendance.notes)" as HTML }]
            .compactMap(\.self)
            + pack.statements(in: .debriefingInvitation, to: [.everyone, .seekers]).filter {
                pack.says($0, of: view.rule)
            }.map { statement in
                "\(statement.text) \(statement.basis.notes)"
            }
            + [
                "You need not say anything. How many came is counted; who came is written down nowhere.",
                "If you would rather talk to somebody alone, peer support is there for you too, at any hour.",
            ]
    }

    var html: HTML { paragraphs.map { "<p>\($0)</p>" as HTML }.joined() }
}

extension PolicyPack {
    /// Whether a sentence is said of that kind of meeting: one that comes from a clause of another kind alone is not.
    fileprivate func says(_ statement: Statement, of rule: MeetingRule) -> Bool {
        let clauses = Set(statement.basis.clauses)
        return !clauses.isDisjoint(with: rule.everyClause)
            || meetings.allSatisfy { clauses.isDisjoint(with: $0.everyClause) }
    }
}

extension MeetingRule {
    fileprivate var everyClause: Set<ClauseID> {
        Set(clauses + clausesOfDecision + clausesOfWindow + clausesOfTeam + clausesOfAttendance + clausesOfPurpose)
    }
}

extension InterventionAttendance {
    var words: String {
        switch self {
        case .highlyRecommended: "Highly recommended for everybody involved"
        case .voluntary: "Voluntary"
        case .required: "Required"
        case .requiredWithoutSpeaking: "Required, and nobody has to say anything"
        }
    }

    fileprivate var invitation: String {
        switch self {
        case .highlyRecommended: "To come is highly recommended for everybody who was involved."
        case .voluntary: "To come is up to you."
        case .required: "You are asked to be there."
        case .requiredWithoutSpeaking: "You are asked to be there. Nobody has to say anything."
        }
    }
}
