import HTML
import Operations
import Program

/// The one page from which an incident is run: the clocks, what is next, who is on it.
enum IncidentBoardPage {
    @Sendable
    static func again(_ visit: StaffVisit, _ refused: Refused?, _ incident: PathID) async throws -> Answer? {
        guard let board = try await visit.programmes.incidentBoard(incident.text, for: visit.staff) else { return nil }
        return .page(html(board, visit, refused), again: refused)
    }

    private static func html(_ board: IncidentBoard, _ visit: StaffVisit, _ refused: Refused?) -> HTML {
        let file = board.file
        return page(
            IncidentListPage.kind(file, visit.pack), in: Shells.staff(visit),
            lead: """
                \(visit.agency.moment(file.happenedAt)), \(IncidentListPage.ago(file.happenedAt, board.now)). \
                \(file.scope.words).\(file.isLargeScale ? " Large-scale event." : "")
                """, back: IncidentListPage.back,
            announcement: refused?.announcement(
                besides: SceneActs.open.id, MeetingActs.plan.id, MeetingActs.record.id, IncidentReportActs.mark.id,
                PartnerActs.ask.id, PartnerActs.answer.id, IncidentSharingPart.form(of: board) ?? "",
                IncidentActivityActs.keep.id, FollowUpActs.keep.id, OutreachActs.give.id),
            main: """
                \(next(board, visit))
                \(section("Clocks", IncidentClocks.html(board, visit)))
                \(IncidentScenePart.html(board, visit, refused))
                \(IncidentSharingPart.html(board, visit, refused))
                \(IncidentMeetingsPart.html(board, visit, refused))
                \(OutreachParts.onBoard(board, visit, refused))
                \(FollowUpPart.html(board, visit, refused))
                \(IncidentActivitiesPart.html(board, visit, refused))
                \(IncidentPartnersPart.html(board, visit, refused))
                \(section("Who was part of it", involved(board, visit, refused)))
                \(section("How you were told", told(board, visit)))
                \(closing(board, visit))
                """)
    }

    private static func next(_ board: IncidentBoard, _ visit: StaffVisit) -> HTML {
        guard board.file.isOpen else {
            return callout("Closed", "<p>On \(board.file.closedOn?.longName ?? "").</p>")
        }
        guard let next = board.next else {
            return callout("Nothing is to be done just now", "<p>What has still to come stands in the clocks.</p>")
        }
        return callout(
            "Next: \(next.what.words)", tone: next.isLate ? .bad : .warning,
            "<p>\(IncidentClocks.words(of: next, board, visit)) \(next.clauses.notes)</p>")
    }

    // MARK: Who was part of it

    private static func involved(_ board: IncidentBoard, _ visit: StaffVisit, _ refused: Refused?) -> HTML {
        """
        \(names(board, visit))
        <p>Who of the team was part of it is asked nothing that has to do with it, and seated at no meeting.</p>
        \(marked(board, visit))
        \(board.file.isOpen ? marking(board, visit, refused) : nil)
        """
    }

    private static func names(_ board: IncidentBoard, _ visit: StaffVisit) -> HTML {
        guard let names = board.names else {
            return board.file.names == nil
                ? "<p>No names were given, or their time is over.</p>"
                : "<p>Names were given. They are sealed to others.</p>"
        }
        let days = visit.pack.retention.incidentNameDays
        return confirmation(
            "Show the names of those involved", style: .secondary,
            """
            <ul>\(names.split(separator: "\n").map { "<li>\(String($0))</li>" as HTML })</ul>
            <p>Destroyed \(days.value.number) days after the incident. \(days.basis.notes)</p>
            """)
    }

    private static func marked(_ board: IncidentBoard, _ visit: StaffVisit) -> HTML? {
        let marked = board.file.involved.map {
            MarkingPart.Marked(account: $0.key, name: board.name($0.key), involvement: $0.value)
        }
        guard !marked.isEmpty else { return nil }
        return MarkingPart.table(marked.sorted { ($0.name, $0.account) < ($1.name, $1.account) }) { sent in
            IncidentReportActs.mark.asButton(
                MarkingPart.unmarking, visit, PathID(board.file.id), style: .quiet, hidden: sent)
        }
    }

    private static func marking(_ board: IncidentBoard, _ visit: StaffVisit, _ refused: Refused?) -> HTML? {
        let others = board.team.filter { board.file.involved[$0.account] == nil }
        guard !others.isEmpty else { return nil }
        return MarkingPart.html(
            IncidentReportActs.mark.blank(visit, PathID(board.file.id), refused: refused),
            others.map { FieldOption($0.account, $0.name) }, in: visit.pack)
    }

    private static func told(_ board: IncidentBoard, _ visit: StaffVisit) -> HTML {
        let told = board.file.told
        return facts([
            ("When", HTML(text: visit.agency.moment(told.at))), ("How", HTML(text: told.means.spoken.capitalisedFirst)),
            ("By whom", HTML(text: told.by.words)),
        ])
    }

    private static func closing(_ board: IncidentBoard, _ visit: StaffVisit) -> HTML? {
        guard board.file.isOpen else { return nil }
        if let refusal = board.closing {
            return section(
                "Before it can be closed",
                "<ul>\(refusal.problems.map { "<li>\($0.message) \($0.clauses.notes)</li>" as HTML })</ul>")
        }
        return section(
            "Is everything over?",
            IncidentReportActs.close.asConfirmation(
                "Close this incident", "<p>It then stands with the closed ones.</p>", button: "Close it", visit,
                PathID(board.file.id)))
    }
}
