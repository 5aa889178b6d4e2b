import HTML
import Operations
import Program

/// Outreach on the board of an incident, and on the page of the supporter who offers it.
enum OutreachParts {
    static func onBoard(_ board: IncidentBoard, _ visit: StaffVisit, _ refused: Refused?) -> HTML? {
        guard let rule = visit.pack.incidents.outreach else { return nil }
        let counts = board.file.outreach
        return section(
            "Outreach", anchor: "outreach",
            lead: """
                Everybody who was part of it is offered support, once\(end(board, visit)). Their name is destroyed with their \
                answer, and what they answered is kept nowhere. \(rule.basis.notes)
                """,
            """
            \(facts([("Given to a \(visit.pack.terms.supporter)", "\(counts.given)")] + atTheEnd(board)))
            \(board.outreach.map { list($0, board, visit, refused) }
                ?? "<p>The names are sealed to others, who give them.</p>")
            """)
    }

    /// How many answered is said once the file is closed: before, whoever looks twice would see one answer come.
    private static func atTheEnd(_ board: IncidentBoard) -> [(String, HTML)] {
        board.file.isOpen ? [] : [("Answered", "\(board.file.outreach.answered)")]
    }

    private static func end(_ board: IncidentBoard, _ visit: StaffVisit) -> String {
        board.file.outreachEnd(under: visit.pack).map { ", by \(visit.agency.moment($0))" } ?? ""
    }

    private static func list(
        _ outreach: OutreachView, _ board: IncidentBoard, _ visit: StaffVisit, _ refused: Refused?
    ) -> HTML {
        """
        \(outreach.open.isEmpty ? nil : open(outreach, board, visit))
        \(board.file.isOpen ? giving(outreach, board, visit, refused) : nil)
        """
    }

    private static func open(_ outreach: OutreachView, _ board: IncidentBoard, _ visit: StaffVisit) -> HTML {
        dataTable(
            "Still to answer", columns: ["Who offers it", "On", ""],
            rows: outreach.open.map { listed in
                [
                    HTML(text: listed.supporter), HTML(text: listed.offer.nextOn.longName),
                    OutreachActs.takeBack.asConfirmation(
                        "Take back", "<p>The name leaves them, and can be given to somebody else.</p>",
                        button: "Take it back", visit, PathID(board.file.id), PathID(listed.offer.id), style: .quiet),
                ]
            }, captioned: .unseen)
    }

    private static func giving(
        _ outreach: OutreachView, _ board: IncidentBoard, _ visit: StaffVisit, _ refused: Refused?
    ) -> HTML {
        var filled = Filled()
        filled.options[OutreachActs.names.name] = outreach.left.map { FieldOption($0, $0) }
        filled.options[OutreachActs.account.name] = outreach.supporters.map { FieldOption($0.account, $0.name) }
        if outreach.left.isEmpty { filled.without.insert(OutreachActs.names.name) }
        return confirmation(
            "Give names to a \(visit.pack.terms.supporter)", isOpen: refused?.act == OutreachActs.give.id,
            """
            \(outreach.left.isEmpty ? "<p>Everybody who was named was given to somebody, or nobody was named.</p>" : nil)
            \(OutreachActs.give.form(
                visit, PathID(board.file.id), filled: filled, refused: refused, button: "Give them", isPrivate: true))
            """)
    }

    /// For the supporter: one name, and what can be said of it.
    static func own(_ own: OwnOutreach, _ visit: StaffVisit, _ refused: Refused?) -> HTML {
        card(
            own.name ?? "Somebody",
            badge: own.offer.nextOn <= visit.staff.today
                ? badge("Today", tone: .warning, sign: "→") : badge("Later", tone: .neutral, sign: "…"),
            """
            <p>\(own.kind). Offer them support\(own.until.map { ", by \(visit.agency.moment($0))" } ?? ""). They may take it or leave \
            it, and are asked once. \(visit.pack.incidents.outreach?.basis.notes)</p>
            \(own.name == nil ? "<p>You cannot open the name any more. Please tell whoever runs the incident.</p>" : nil)
            <p>If they would like support, talk with them, or show them the page on which they can ask. Nothing of it is written down here.</p>
            \(OutreachActs.answer.form(
                visit, PathID(own.offer.id), refused: refused, button: "Keep it", style: .secondary))
            """)
    }
}
