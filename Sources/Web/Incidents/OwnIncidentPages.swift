import HTML
import Operations
import Program

/// What incidents ask of a supporter: to come to a scene, to hold a meeting, to come to one of the team.
enum OwnIncidentPages {
    static let title = "After an incident"

    @Sendable
    static func again(_ visit: StaffVisit, _ refused: Refused?) async throws -> Answer? {
        try await again(visit, refused, of: nil)
    }

    /// - Parameter offer: which offer of support was refused, if one was.
    static func again(_ visit: StaffVisit, _ refused: Refused?, of offer: String?) async throws -> Answer? {
        guard visit.pack.runsIncidents else { return nil }
        let own = try await visit.programmes.ownIncidents(of: visit.staff)
        let outreach = try await visit.programmes.ownOutreach(of: visit.staff)
        let cards = outreach.map { OutreachParts.own($0, visit, $0.offer.id == offer ? refused : nil) }
        let words = offer == nil ? refused?.words : nil
        return .page(html(own, cards, visit, words), again: refused)
    }

    private static func html(
        _ own: [OwnIncident], _ outreach: [HTML], _ visit: StaffVisit, _ announcement: HTML?
    ) -> HTML {
        page(
            title, in: Shells.staff(visit, at: CriticalIncidentAddresses.own), announcement: announcement,
            main: """
                \(own.isEmpty && outreach.isEmpty
                    ? emptyState("Nothing is asked of you", "When you are wanted at a scene or at a meeting, it is here.")
                    : "\(own.map { incident($0, visit) })\(outreach)")
                \(visit.pack.keepsDutyTime && visit.staff.powers.contains(.keepDutyTime) ? dutyTime : nil)
                """)
    }

    /// Arriving and leaving are duty time once the member says so.
    private static var dutyTime: HTML {
        linkCard(
            DutyTimePages.title, detail: "Your time at a scene or a meeting waits there, filled in",
            to: DutyTimeAddresses.own.link(), icon: .clock)
    }

    private static func incident(_ own: OwnIncident, _ visit: StaffVisit) -> HTML {
        card(
            own.kind,
            """
            \(own.scene.map { scene($0.asked, place: $0.place, isOpen: $0.isOpen, own, visit) })
            \(own.meetings.map { meeting($0, visit) })
            """)
    }

    private static func scene(
        _ asked: SceneResponse.Asked, place: String, isOpen: Bool, _ own: OwnIncident, _ visit: StaffVisit
    ) -> HTML {
        """
        <p>\(isOpen ? "You are asked to come to the scene." : "The response is over.") \
        \(place.isEmpty ? "Whoever runs it tells you where." : "Where: \(place).") \
        \(visit.pack.incidents.sceneResponse?.basis.notes)</p>
        \(asked.arrivedAt.map { "<p>You are there since \(visit.agency.moment($0)).</p>" as HTML })
        \(actions(buttons(asked, isOpen: isOpen).map { answer, label, style in
            SceneActs.answer.asButton(
                label, visit, PathID(own.id), style: style, hidden: [(SceneActs.answerField, answer.rawValue)])
        }.joined()))
        """
    }

    private static func buttons(
        _ asked: SceneResponse.Asked, isOpen: Bool
    ) -> [(OwnSceneAnswer, String, ButtonStyle)] {
        if asked.leftAt != nil { return [] }
        if asked.arrivedAt != nil { return [(.left, "I have left", .primary)] }
        guard isOpen else { return [] }
        let away: [(OwnSceneAnswer, String, ButtonStyle)] = [
            (.cannot, "I cannot come", .secondary), (.wasThere, "I was part of it", .quiet),
        ]
        switch asked.answer {
        case .coming: return [(.arrived, "I am there", .primary)] + away
        case .cannot: return [(.coming, "I can come after all", .secondary)]
        case nil: return [(.coming, "I am coming", .primary)] + away
        }
    }

    private static func meeting(_ own: OwnIncident.OwnMeeting, _ visit: StaffVisit) -> HTML {
        """
        <p><strong>\(own.rule.label)</strong>, \(visit.agency.moment(own.session.startsAt)). \(own.session.place)</p>
        <p>\(own.holds ? "You hold it." : "You have to be there.") \(own.rule.clauses.notes)</p>
        \(IncidentMeetingsPart.purposes([own.rule]))
        \(own.holds && !own.rule.phases.isEmpty
            ? "<ol>\(own.rule.phases.map { "<li>\($0)</li>" as HTML })</ol>" : nil)
        """
    }

    /// What an incident asks of somebody, on their home.
    @Sendable
    static func onHome(_ visit: StaffVisit) async throws -> [HTML] {
        guard visit.pack.runsIncidents, visit.staff.powers.contains(.takeRequests) else { return [] }
        let own = try await visit.programmes.ownIncidents(of: visit.staff)
        let outreach = try await visit.programmes.ownOutreach(of: visit.staff)
        guard !own.isEmpty || !outreach.isEmpty else { return [] }
        let detail =
            own.isEmpty
            ? "Support to offer: \(outreach.count)"
            : "You are asked to come, or to hold a meeting"
        return [linkCard(title, detail: detail, to: CriticalIncidentAddresses.own.link(), icon: .alert)]
    }
}
