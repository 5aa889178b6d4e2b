import HTML
import Operations
import Program

/// Follow-ups after an incident, on the policy's days.
enum FollowUpActs {
    static let routes: [Route] = keep.routes

    static let keep = Act(
        "keepFollowUp", "Keep that a follow-up was offered, and to how many, or that it was not needed.",
        at: CriticalIncidentAddresses.followUps, for: .holding(.leadIncidents), where: \.hasFollowUps,
        taking: Input(
            Field<Int>.hiddenNumber(days, DaysKind.range, missing: "Which follow-up: choose one."),
            Field<FollowUpWord>.choice("outcome", "What came of it", FieldWords(citesOnPage: false, clauses: clauses)) {
                $0.words
            },
            Field<Int>.number(
                "offered", "To how many", IncidentFollowUp.offered, unit: "people",
                FieldWords(hint: "If it was offered. No names are kept.", citesOnPage: false, clauses: clauses)
            ).maybe
        ) { (days: $0, word: $1, offered: $2) }, then: .done("Kept."),
        see: { _, incident in CriticalIncidentAddresses.incident.link(incident) }, refused: IncidentBoardPage.again,
        perform: { visit, sent, incident in
            try await visit.programmes.keepFollowUp(
                after: sent.days, sent.word, toHowMany: sent.offered, in: incident.text, by: visit.staff)
        })

    static let days = "days"

    @Sendable private static func clauses(_ pack: PolicyPack) -> [ClauseID] {
        pack.incidents.followUp?.basis.clauses ?? []
    }
}

extension PolicyPack {
    var hasFollowUps: Bool { runsIncidents && incidents.followUp != nil }
}

extension FollowUpWord {
    var words: String {
        switch self {
        case .offered: "It was offered"
        case .notNeeded: "Not needed"
        }
    }
}

/// The same on the board: what was offered, and the first that is still open.
enum FollowUpPart {
    static func html(_ board: IncidentBoard, _ visit: StaffVisit, _ refused: Refused?) -> HTML? {
        guard let rule = visit.pack.incidents.followUp else { return nil }
        let kept = board.file.followUps.sorted { $0.afterDays < $1.afterDays }.map { followUp in
            (
                after(followUp.afterDays).capitalisedFirst,
                HTML(text: followUp.offered.map { "Offered to \($0)" } ?? "Not needed")
            )
        }
        let open = board.file.isOpen ? board.file.openFollowUps(under: visit.pack).first : nil
        return section(
            "Follow-up", anchor: "follow-up",
            lead: """
                Those who were part of it are asked again \(rule.afterDays.map(\.number).sorted().map(after).listed()). \
                \(rule.basis.notes)
                """,
            """
            \(kept.isEmpty ? nil : facts(kept))
            \(open.map { days in
                confirmation(
                    "The follow-up \(after(days))",
                    isOpen: refused?.act == FollowUpActs.keep.id
                        || board.file.dueFollowUps(under: visit.pack, at: board.now).contains(days),
                    FollowUpActs.keep.form(
                        visit, PathID(board.file.id), filled: Filled(first: [FollowUpActs.days: "\(days)"]),
                        refused: refused, button: "Keep it"))
            })
            """)
    }

    static func after(_ days: Int) -> String { "after \(counted(days, "day"))" }
}
