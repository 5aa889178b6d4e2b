import HTML
import Operations
import Program

/// The scene on the board of an incident: who is asked, who comes, who is there.
enum IncidentScenePart {
    static func html(_ board: IncidentBoard, _ visit: StaffVisit, _ refused: Refused?) -> HTML? {
        guard let rule = visit.pack.incidents.sceneResponse else { return nil }
        let running = board.file.scene
        return section(
            "At the scene", anchor: "scene", lead: rule.basis.notes,
            """
            \(board.file.scenes.map { scene($0, board, visit) })
            \(running == nil ? opening(board, visit, refused) : closing(board, visit))
            """)
    }

    private static func scene(_ scene: SceneResponse, _ board: IncidentBoard, _ visit: StaffVisit) -> HTML {
        let rule = visit.pack.incidents.sceneResponse
        let asker = rule?.askedBy.first { $0.word == scene.askedBy }.map(visit.pack.askerTitle) ?? scene.askedBy
        return """
            \(facts([
                ("Asked by", HTML(text: "\(asker), \(visit.agency.moment(scene.askedAt))")),
                ("Wanted", "\(scene.wanted)"), ("Coming", "\(scene.coming.count)"),
                ("There", "\(scene.coming.count { $0.arrivedAt != nil && $0.leftAt == nil })"),
            ]))
            \(scene.asked.isEmpty ? nobody(scene) : asked(scene, board, visit))
            """
    }

    private static func nobody(_ scene: SceneResponse) -> HTML {
        scene.closedAt == nil
            ? callout(
                "Nobody can be asked", tone: .bad, "<p>Nobody who may go can be reached. Call somebody yourself.</p>")
            : "<p>Nobody was asked.</p>"
    }

    private static func asked(_ scene: SceneResponse, _ board: IncidentBoard, _ visit: StaffVisit) -> HTML {
        dataTable(
            "Who is asked to the scene", columns: ["Who", "How it stands", "Call"],
            rows: scene.asked.map { asked in
                [
                    HTML(text: board.name(asked.account)), state(of: asked, visit),
                    board.telephones[asked.account].map {
                        linkButton("Call \($0)", to: Link(telephone: $0), style: .quiet, icon: .phone)
                    } ?? "",
                ]
            }, captioned: .unseen)
    }

    private static func state(of asked: SceneResponse.Asked, _ visit: StaffVisit) -> HTML {
        if let left = asked.leftAt { return badge("Left \(visit.agency.moment(left))", tone: .neutral, sign: "–") }
        if let arrived = asked.arrivedAt {
            return badge("There since \(visit.agency.moment(arrived))", tone: .good, sign: "✓")
        }
        switch asked.answer {
        case .coming: return badge("Coming", tone: .good, sign: "→")
        case .cannot: return badge("Cannot come", tone: .neutral, sign: "–")
        case nil: return badge("Asked \(visit.agency.moment(asked.at))", tone: .warning, sign: "…")
        }
    }

    private static func opening(_ board: IncidentBoard, _ visit: StaffVisit, _ refused: Refused?) -> HTML? {
        guard board.file.isOpen, let order = board.order else { return nil }
        let local = visit.staff.agency.calendar.local(board.now)
        return """
            \(passedOver(order, board, visit))
            \(SceneActs.open.form(
                visit, PathID(board.file.id), filled: Filled(first: ["askedAt": local, "wanted": "2"]), refused: refused,
                button: "Ask supporters to the scene"))
            """
    }

    /// Who may be asked, and by which rule others are not; never for which reason.
    private static func passedOver(_ order: SceneOrder, _ board: IncidentBoard, _ visit: StaffVisit) -> HTML {
        let kind = visit.pack.incidentKind(board.file.kind)
        let qualification = kind?.qualification.flatMap { wanted in
            visit.pack.incidents.qualifications.first { $0.id == wanted }
        }
        return """
            <p>\(order.accounts.isEmpty
                ? "Nobody of the team can be asked just now."
                : "\(order.accounts.count) can be asked, whose shift is nearest first. \(waiting(visit.pack))")\
            \(order.notQualified > 0
                ? " \(order.notQualified) are not asked, for want of: \(qualification?.label ?? "a qualification")." : "")\
            \(order.keptOut > 0 ? " \(order.keptOut) are kept out by a rule." : "") \
            \(qualification.flatMap { _ in kind?.basis.clauses.notes })</p>
            """
    }

    /// How long whoever is asked has to answer, and whose time that is.
    private static func waiting(_ pack: PolicyPack) -> String {
        let own = pack.incidents.sceneResponse?.answerWithinMinutes?.number
        let minutes = counted(own ?? SceneResponseRule.usualMinutes, "minute")
        return "Who has not answered after \(minutes) holds nobody up: the next is asked."
            + (own == nil ? " The policy sets no time; the minutes are ours." : "")
    }

    private static func closing(_ board: IncidentBoard, _ visit: StaffVisit) -> HTML {
        SceneActs.close.asConfirmation(
            "The response is over", "<p>Nobody else is asked. Whoever is there says themselves when they leave.</p>",
            button: "Close the response", visit, PathID(board.file.id))
    }
}
