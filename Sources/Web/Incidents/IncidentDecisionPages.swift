import HTML
import Operations
import Program

/// Where those who decide together whether a meeting is needed say their word (OCP-II.E.2).
enum IncidentDecisionPages {
    static let title = "Is a meeting needed?"

    @Sendable
    static func again(_ visit: StaffVisit, _ refused: Refused?) async throws -> Answer? {
        guard visit.pack.decidesOnMeetings else { return nil }
        let asked = try await visit.programmes.decisionsAsked(of: visit.staff)
        return .page(html(asked, visit, refused), again: refused)
    }

    private static func html(_ asked: [AskedDecision], _ visit: StaffVisit, _ refused: Refused?) -> HTML {
        page(
            title, in: Shells.staff(visit, at: CriticalIncidentAddresses.toDecide),
            lead: "Those whom the policy names decide together. None is held without.",
            announcement: refused?.words,
            main: asked.isEmpty
                ? emptyState("Nothing waits", "When an incident is reported, it is asked here.")
                : "\(asked.map { decision($0, visit) })")
    }

    private static func decision(_ asked: AskedDecision, _ visit: StaffVisit) -> HTML {
        card(
            "\(asked.meeting.label): \(IncidentListPage.kind(asked.file, visit.pack).lowercasedFirst)",
            badge: badge(asked.decision.words, tone: asked.bodies.isEmpty ? .neutral : .warning),
            """
            <p>\(visit.agency.moment(asked.file.happenedAt)), \(IncidentListPage.ago(asked.file.happenedAt, asked.now)). \
            \(asked.meeting.clausesOfDecision.notes)</p>
            \(defused(asked, visit.pack))
            \(asked.bodies.map { word(for: $0, asked, visit) })
            """)
    }

    /// Asked again here: a defusing may spare or strengthen a formal debriefing (OCP-II.E.2c).
    private static func defused(_ asked: AskedDecision, _ pack: PolicyPack) -> HTML? {
        guard let isDefused = asked.isDefused, let defusing = pack.meeting(MeetingRule.defusing) else { return nil }
        return """
            <p>\(isDefused ? "A defusing was held." : "No defusing was held so far.")</p>
            \(IncidentMeetingsPart.purposes([defusing]))
            """
    }

    private static func word(for body: Body, _ asked: AskedDecision, _ visit: StaffVisit) -> HTML {
        func button(_ label: String, _ word: MeetingActs.NeedWord) -> HTML {
            MeetingActs.decide.asButton(
                label, visit, PathID(asked.file.id), style: word == .needed ? ButtonStyle.primary : .secondary,
                hidden: [
                    (MeetingActs.meetingField, asked.meeting.id), (MeetingActs.bodyField, body.word),
                    (MeetingActs.wordField, word.rawValue),
                ])
        }
        return """
            <p>For the \(visit.pack.bodyTitle(body)):</p>
            \(actions(button("It is needed", .needed), button("It is not needed", .notNeeded)))
            """
    }

    /// What waits for somebody's word, on their home.
    @Sendable
    static func onHome(_ visit: StaffVisit) async throws -> [HTML] {
        let asked = try await visit.programmes.decisionsAsked(of: visit.staff).filter { !$0.bodies.isEmpty }
        guard !asked.isEmpty else { return [] }
        return [
            linkCard(
                title,
                detail: asked.count == 1 ? "One decision waits for you" : "\(asked.count) decisions wait for you",
                to: CriticalIncidentAddresses.toDecide.link(), icon: .alert)
        ]
    }
}

extension MeetingDecision {
    var words: String {
        switch self {
        case .notAsked: ""
        case .open: "Open"
        case .apart: "They do not agree yet"
        case .needed: "Needed"
        case .notNeeded: "Not needed"
        }
    }
}
