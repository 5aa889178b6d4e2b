import HTML
import Operations
import Program

/// What the team did about an incident besides scene and meetings, by the pack's list.
enum IncidentActivityActs {
    static let routes: [Route] = keep.routes

    static let keep = Act(
        "keepIncidentActivity", "Keep something that the team did about an incident: what, and on which day.",
        at: CriticalIncidentAddresses.activities, for: .holding(.leadIncidents), where: \.hasIncidentActivities,
        taking: Input(
            Field<String>.choice("activity", "What was done", FieldWords(clauses: clauses), of: activities),
            Field<Day>.day("on", "When", FieldWords(hint: "For whom is written nowhere."))
        ) { DoneActivity($0, on: $1) }, then: .done("Kept."),
        see: { _, incident in CriticalIncidentAddresses.incident.link(incident) }, refused: IncidentBoardPage.again,
        perform: { visit, activity, incident in
            try await visit.programmes.keepActivity(activity, in: incident.text, by: visit.staff)
        })

    @Sendable private static func activities(_ pack: PolicyPack) -> [FieldOption] {
        pack.requests.activities.map { FieldOption($0.id, $0.label) }
    }

    @Sendable private static func clauses(_ pack: PolicyPack) -> [ClauseID] {
        pack.requests.activities.flatMap(\.basis.clauses).withoutRepetition
    }
}

extension PolicyPack {
    var hasIncidentActivities: Bool { runsIncidents && !requests.activities.isEmpty }
}

/// The same on the board, counted by kind.
enum IncidentActivitiesPart {
    static func html(_ board: IncidentBoard, _ visit: StaffVisit, _ refused: Refused?) -> HTML? {
        guard visit.pack.hasIncidentActivities else { return nil }
        let done = visit.pack.requests.activities.compactMap { activity -> (String, HTML)? in
            let times = board.file.activities.count { $0.activity == activity.id }
            return times == 0 ? nil : (activity.label, "\(times) \(activity.basis.notes)")
        }
        return section(
            "What the team did", anchor: "activities",
            """
            \(done.isEmpty ? "<p>Nothing is written down yet.</p>" : facts(done))
            \(board.file.isOpen ? confirmation(
                "Write something down", isOpen: refused?.act == IncidentActivityActs.keep.id,
                IncidentActivityActs.keep.form(
                    visit, PathID(board.file.id), filled: Filled(first: ["on": visit.staff.today.text]),
                    refused: refused, button: "Write it down")) : nil)
            """)
    }
}
