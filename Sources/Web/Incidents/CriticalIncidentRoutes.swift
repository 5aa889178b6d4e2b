import HTML
import Operations
import Program

extension Routes {
    static let criticalIncidents: [Route] = incidentBoards + incidentWords + incidentActs

    private static let incidentActs: [Route] =
        IncidentReportActs.routes + SceneActs.routes + MeetingActs.routes + MeetingTeamActs.routes
        + PartnerActs.routes + IncidentActivityActs.routes + afterwards

    private static let afterwards: [Route] = FollowUpActs.routes + OutreachActs.routes + SharedIncidentActs.routes

    private static let incidentBoards: [Route] = [
        .staff(.get, CriticalIncidentAddresses.incidents, for: .holding(.leadIncidents)) { visit in
            try await visit.programmes.incidentOverview(for: visit.staff).map {
                .page(IncidentListPage.html($0, visit))
            }
        },
        .staff(.get, CriticalIncidentAddresses.report, for: .holding(.leadIncidents)) { visit in
            visit.pack.runsIncidents ? .page(IncidentReportPage.html(visit)) : nil
        },
        .staff(.get, CriticalIncidentAddresses.incident, for: .holding(.leadIncidents)) { visit, incident in
            try await IncidentBoardPage.again(visit, nil, incident)
        },
        .staff(.get, CriticalIncidentAddresses.shared, for: .holding(.leadIncidents)) { visit, shared in
            try await SharedIncidentPages.again(visit, nil, shared)
        },
        .staff(.get, CriticalIncidentAddresses.meeting, for: .holding(.leadIncidents)) { visit, incident, meeting in
            try await MeetingPages.again(visit, nil, incident, meeting)
        },
        .staff(.get, CriticalIncidentAddresses.invitation, for: .holding(.leadIncidents)) { visit, incident, meeting in
            guard let view = try await visit.programmes.meeting(meeting.text, in: incident.text, for: visit.staff)
            else {
                return nil
            }
            let handouts = try await MeetingHandouts(after: view.rule, visit)
            return .page(MeetingPages.invitationPage(view, handouts, visit))
        },
        .staff(.get, CriticalIncidentAddresses.calendar, for: .holding(.leadIncidents)) { visit, incident, meeting in
            try await visit.programmes.meeting(meeting.text, in: incident.text, for: visit.staff).map { view in
                let minutes = view.rule.minutes?.upperBound ?? 60
                let file = CalendarFile(
                    meeting: view.session.id, from: view.session.startsAt,
                    until: view.session.startsAt.adding(seconds: Int64(minutes) * 60), place: view.session.place,
                    isOff: view.session.calledOffAt != nil, at: visit.programmes.clock())
                return .file(file.bytes, type: "text/calendar; charset=utf-8")
            }
        },
    ]

    private static let incidentWords: [Route] = [
        .staff(.get, CriticalIncidentAddresses.toDecide, for: .holding(.decideOnMeetings)) { visit in
            try await IncidentDecisionPages.again(visit, nil)
        },
        .staff(.get, CriticalIncidentAddresses.own, for: .holding(.takeRequests)) { visit in
            try await OwnIncidentPages.again(visit, nil)
        },
    ]
}
