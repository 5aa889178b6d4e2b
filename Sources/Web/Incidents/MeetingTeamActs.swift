import HTML
import Operations
import Program

/// Who holds a meeting after an incident.
enum MeetingTeamActs {
    static let routes: [Route] = confirm.routes

    static let confirm = Act(
        "confirmMeetingTeam", "Confirm who holds a meeting after an incident.", at: CriticalIncidentAddresses.team,
        .put, for: .holding(.leadIncidents), where: \.hasMeetingTeams,
        taking: Input(
            Field<[String]>.found(
                several: field, "Who holds it",
                FieldWords(clauses: { $0.meetings.filter(\.needsTeam).flatMap(\.clausesOfTeam).withoutRepetition }),
                isOptional: false, layout: .cards)),
        then: .done("Confirmed; those who hold it are told."),
        see: { _, incident, meeting in CriticalIncidentAddresses.meeting.link(incident, meeting) },
        refused: MeetingPages.again,
        perform: { visit, chosen, incident, meeting in
            try await visit.programmes.confirmTeam(chosen, for: meeting.text, in: incident.text, by: visit.staff)
        })

    static let field = "team"
}

extension PolicyPack {
    var hasMeetingTeams: Bool { runsIncidents && meetings.contains(where: \.needsTeam) }
}

/// The team of a meeting on its page: who is confirmed, who is proposed, and by which rule others are not.
enum MeetingTeamPart {
    static func html(_ view: MeetingView, _ visit: StaffVisit, _ refused: Refused?) -> HTML? {
        guard view.rule.needsTeam else { return nil }
        return section(
            "Who holds it", anchor: "team", lead: view.rule.clausesOfTeam.notes,
            """
            \(view.session.team.isEmpty ? nil : taken(view))
            \(missing(view))
            \(view.session.isAhead && view.file.isOpen ? choosing(view, visit, refused) : nil)
            """)
    }

    private static func taken(_ view: MeetingView) -> HTML {
        let names = view.session.team.map { "<li>\(view.name($0.account)), \($0.kind.words)</li>" as HTML }
        return """
            <ul>\(names)</ul>
            \(view.session.confirmedAt == nil ? "<p>Its time was changed: confirm who holds it again.</p>" : nil)
            """
    }

    /// What the policy recommends and is not there, such as a chaplain (OCP-II.E.4) or a licensed professional (IACP-3.3).
    private static func missing(_ view: MeetingView) -> HTML? {
        let proposed = view.proposals?.teams.first?.missing ?? []
        let missing: [SeatShortfall] =
            switch view.verdict {
            case .confirmable(let team)?: team.missing
            case .notConfirmable?, nil: proposed
            }
        guard !missing.isEmpty else { return nil }
        return callout(
            "Recommended, and not there", tone: .warning,
            "<p>\(missing.map(\.words).joined(separator: ", ")). \(view.rule.clausesOfTeam.notes)</p>")
    }

    private static func choosing(_ view: MeetingView, _ visit: StaffVisit, _ refused: Refused?) -> HTML {
        let proposals = view.proposals
        let first = proposals?.teams.first
        let chosen = view.session.team.isEmpty ? first?.members.map(\.id) ?? [] : view.session.team.map(\.account)
        // Whoever is on it stays in view; of the others only those who may sit on it can be chosen.
        let able = view.candidates.filter { chosen.contains($0.id) || hindrance(of: $0, view) == nil }
        let options = (able.filter { chosen.contains($0.id) } + able.filter { !chosen.contains($0.id) })
            .map { FieldOption($0.id, label($0, view)) }
        let short = proposals?.short ?? []
        return """
            \(short.isEmpty ? nil : callout(
                "No complete team can be found", tone: .bad,
                "<p>Missing: \(short.map(\.words).joined(separator: ", ")).</p>"))
            \(first.map { _ in
                "<p>Ticked at first is the team whose members have held the fewest, and waited longest.</p>" as HTML
            })
            \(options.isEmpty
                ? emptyState("Nobody can be asked", "Nobody who may take a seat can hold it then.")
                : MeetingTeamActs.confirm.form(
                    visit, PathID(view.file.id), PathID(view.session.id),
                    filled: Filled(
                        options: [MeetingTeamActs.field: options], ticked: [MeetingTeamActs.field: chosen]),
                    refused: refused, button: "Confirm the team"))
            \(kept(view.candidates.filter { hindrance(of: $0, view) != nil }, view))
            \(prose(
                """
                <p>Whoever holds another meeting within \(IncidentSession.hoursTaken) hours of this one counts as not available. The policy \
                sets no time; the hours are ours.</p>
                """))
            """
    }

    /// Those who cannot sit on it, each with the rule; never a reason.
    private static func kept(_ candidates: [TeamCandidate], _ view: MeetingView) -> HTML? {
        guard !candidates.isEmpty else { return nil }
        return furtherFields(
            counted(candidates.count, "other") + " cannot hold it", isOpen: false,
            "<ul>\(candidates.map { "<li>\(label($0, view)): \(hindrance(of: $0, view)?.words ?? "")</li>" as HTML })</ul>"
        )
    }

    private static func hindrance(of candidate: TeamCandidate, _ view: MeetingView) -> NotProposed? {
        switch view.proposals?.notProposed[candidate.id] {
        case nil, .othersFirst?: nil
        case let rule?: rule
        }
    }

    /// A name with what they may sit as.
    private static func label(_ candidate: TeamCandidate, _ view: MeetingView) -> String {
        let kinds = DebriefingSeat.Kind.allCases.filter(candidate.kinds.contains).map(\.words).joined(separator: ", ")
        return "\(view.name(candidate.id)) (\(kinds))"
    }
}

extension DebriefingSeat.Kind {
    var words: String {
        switch self {
        case .mentalHealthProfessional: "mental health professional"
        case .supporter: "member of the team"
        case .chaplain: "chaplain"
        }
    }
}
