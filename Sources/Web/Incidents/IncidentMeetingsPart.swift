import HTML
import Operations
import Program

/// The meetings on the board of an incident: how the decision stands, what is planned, what was held.
enum IncidentMeetingsPart {
    static func html(_ board: IncidentBoard, _ visit: StaffVisit, _ refused: Refused?) -> HTML? {
        let meetings = visit.pack.meetings(after: board.file)
        guard !meetings.isEmpty else { return nil }
        return section(
            "Meetings", anchor: "meetings",
            """
            \(meetings.compactMap { decision(on: $0, board, visit) })
            \(board.file.sessions.isEmpty ? nil : sessions(board, visit))
            \(board.file.isOpen ? forms(board, visit, refused) : nil)
            """)
    }

    private static func decision(on meeting: MeetingRule, _ board: IncidentBoard, _ visit: StaffVisit) -> HTML? {
        let words: String
        switch board.file.decision(on: meeting) {
        case .notAsked: return nil
        case .open(let missing):
            words = "To be decided by: \(missing.map(visit.pack.bodyTitle).joined(separator: ", "))."
        case .apart: words = "Those who decide do not agree yet."
        case .needed(let since): words = "Needed, decided on \(visit.agency.moment(since))."
        case .notNeeded(let since): words = "Not needed, decided on \(visit.agency.moment(since))."
        }
        return """
            <p><strong>\(meeting.label):</strong> \(words) \(meeting.clausesOfDecision.notes)</p>
            \(visit.staff.powers.contains(.decideOnMeetings)
                ? actions(linkButton("Say your word", to: CriticalIncidentAddresses.toDecide.link())) : nil)
            """
    }

    private static func sessions(_ board: IncidentBoard, _ visit: StaffVisit) -> HTML {
        dataTable(
            "Meetings", columns: ["Which", "When", "How it stands"],
            rows: board.file.sessions.map { session in
                let rule = visit.pack.meeting(session.meeting)
                return [
                    linkButton(
                        rule?.label ?? session.meeting,
                        to: CriticalIncidentAddresses.meeting.link(PathID(board.file.id), PathID(session.id)),
                        style: .quiet),
                    HTML(text: visit.agency.moment(session.held?.startedAt ?? session.startsAt)),
                    state(of: session, rule),
                ]
            }, captioned: .unseen)
    }

    static func state(of session: IncidentSession, _ rule: MeetingRule?) -> HTML {
        if let held = session.held {
            let isLong = rule?.minutes.map { held.minutes > $0.upperBound } ?? false
            return isLong
                ? badge("Held, longer than usual", tone: .warning, sign: "✓") : badge("Held", tone: .good, sign: "✓")
        }
        if session.calledOffAt != nil { return badge("Called off", tone: .neutral, sign: "–") }
        if session.confirmedAt != nil { return badge("Confirmed", tone: .good, sign: "→") }
        return rule?.needsTeam == true
            ? badge("Needs its team", tone: .warning, sign: "…") : badge("Planned", tone: .neutral, sign: "…")
    }

    private static func forms(_ board: IncidentBoard, _ visit: StaffVisit, _ refused: Refused?) -> HTML {
        let local = visit.staff.agency.calendar.local(board.now)
        let open = visit.pack.meetings(after: board.file).filter { board.file.mayHold($0) == nil }
        let atOnce = open.filter { !$0.needsTeam && !$0.isOfTheTeam }
        let id = PathID(board.file.id)
        func options(_ meetings: [MeetingRule]) -> [String: [FieldOption]] {
            [MeetingActs.meetingField: meetings.map { FieldOption($0.id, $0.label) }]
        }
        func first(_ meetings: [MeetingRule]) -> String { meetings.count == 1 ? meetings[0].id : "" }
        return """
            \(atOnce.isEmpty ? nil : confirmation(
                "Write down one that was held", isOpen: refused?.act == MeetingActs.record.id,
                """
                \(purposes(atOnce))
                \(MeetingActs.record.form(
                    visit, id,
                    filled: Filled(
                        options: options(atOnce),
                        first: ["startedAt": local, MeetingActs.meetingField: first(atOnce)]),
                    refused: refused, button: "Write it down"))
                """))
            \(open.isEmpty ? nil : confirmation(
                "Plan one", isOpen: refused?.act == MeetingActs.plan.id,
                """
                \(purposes(open))
                \(MeetingActs.plan.form(
                    visit, id,
                    filled: Filled(options: options(open), first: [MeetingActs.meetingField: first(open)]),
                    refused: refused, button: "Plan it"))
                """))
            """
    }

    static func purposes(_ meetings: [MeetingRule]) -> HTML {
        meetings.compactMap { meeting in
            meeting.purpose.map { purpose in
                "<p><strong>\(meeting.label):</strong> \(purpose) \(meeting.clausesOfPurpose.notes)</p>" as HTML
            }
        }.joined()
    }
}
