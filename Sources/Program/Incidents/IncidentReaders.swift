// Of incidents: their register, and what it bars; what the programme does about one, from the report to the last meeting.
extension RuleReader {
    static let incidents: [RuleReader] =
        [
            RuleReader("incidents.kinds[]", by: .act("recordIncident"), needs: .recordIncidents),
            RuleReader("incidents.kinds[]", by: .act("reportIncident"), needs: .leadIncidents),
            .besides("incidents.kinds[]", at: "qualification", by: .refusal("openScene")),
            RuleReader("incidents.definition", by: .words("/handbook"), .words("/critical-incidents/report")),
            RuleReader("incidents.led-by", by: .act("reportIncident")),
            RuleReader(
                "incidents.notification", by: .refusal("reportIncident"), .record("readCriticalIncident"),
                needs: .leadIncidents),
            RuleReader(
                "incidents.scene-response", by: .refusal("openScene"), .timer("askFurtherToScenes"),
                needs: .leadIncidents),
            RuleReader("incidents.qualifications[]", by: .refusal("confirmQualification")),
        ] + meetings

    private static let meetings: [RuleReader] = [
        RuleReader(
            "incidents.defusing", by: .act("recordMeeting"), .record("readCriticalIncident"), needs: .leadIncidents),
        RuleReader(
            "incidents.defusing.purpose", by: .words("/critical-incidents/{incident}"), .words("/incident-decisions"),
            needs: .leadIncidents),
        RuleReader(
            "incidents.debriefing.decision", by: .refusal("planMeeting"), .act("decideOnMeeting"),
            needs: .decideOnMeetings),
        RuleReader("incidents.debriefing.promptness", by: .record("readCriticalIncident"), needs: .leadIncidents),
        RuleReader("incidents.debriefing.window", by: .refusal("planMeeting"), needs: .leadIncidents),
        RuleReader("incidents.debriefing.team", by: .refusal("confirmMeetingTeam"), needs: .leadIncidents),
        RuleReader(
            "incidents.debriefing.phases", by: .words("/critical-incidents/{incident}/meetings/{meeting}"),
            needs: .leadIncidents),
        RuleReader(
            "incidents.debriefing.attendance",
            by: .words("/critical-incidents/{incident}/meetings/{meeting}/invitation"), .act("holdMeeting"),
            needs: .leadIncidents),
        RuleReader(
            "incidents.group-intervention", by: .record("/critical-incidents/{incident}/meetings/{meeting}"),
            needs: .leadIncidents),
        RuleReader("incidents.interventions[]", by: .refusal("planMeeting"), needs: .leadIncidents),
        RuleReader(
            "incidents.large-scale.team-debriefing", by: .refusal("closeIncident"), .act("keepTeamAttendance"),
            needs: .leadIncidents),
        RuleReader(
            "incidents.multi-agency", by: .refusal("shareIncident"), .act("joinIncident"),
            .record("readCriticalIncident"), needs: .leadIncidents),
        RuleReader(
            "incidents.follow-up", by: .act("keepFollowUp"), .refusal("closeIncident"), .timer("remindAfterIncidents"),
            needs: .leadIncidents),
        RuleReader(
            "incidents.outreach", by: .act("giveOutreach"), .act("answerOutreach"), .refusal("closeIncident"),
            needs: .leadIncidents),
        RuleReader("incidents.partners[]", by: .act("askPartner"), needs: .leadIncidents),
        RuleReader(
            "incidents.partners[].services", by: .refusal("askPartner"), .act("answerPartner"), needs: .leadIncidents),
        RuleReader("requests.activities[]", by: .act("keepIncidentActivity"), needs: .leadIncidents),
        RuleReader("scope.other-departments", by: .refusal("reportIncident"), needs: .leadIncidents),
        RuleReader(
            "scope.community", at: "value", "critical-incidents", by: .refusal("reportIncident"),
            needs: .leadIncidents),
    ]
}
