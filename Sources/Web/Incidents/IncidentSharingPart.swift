import HTML
import Operations
import Program

/// Other agencies on the board of an incident: where each stands, how many of its supporters come, and when its meetings are.
enum IncidentSharingPart {
    static func html(_ board: IncidentBoard, _ visit: StaffVisit, _ refused: Refused?) -> HTML? {
        guard let sharing = board.sharing, board.file.isOpen || !sharing.parts.isEmpty else { return nil }
        return section(
            "With other agencies", anchor: "agencies",
            """
            \(sharing.parts.map { part($0, board, visit) })
            \(recommendation(sharing, board, visit))
            \(sharing.partners.isEmpty ? nil : asking(sharing, board, visit, refused))
            """)
    }

    /// The form that is there, by its act; nothing where nobody can be asked.
    static func form(of board: IncidentBoard) -> String? {
        board.sharing?.partners.isEmpty == false ? SharedIncidentActs.share.id : nil
    }

    private static func part(_ part: SharedPart, _ board: IncidentBoard, _ visit: StaffVisit) -> HTML {
        card(
            part.agency, level: .third, badge: part.shared.signed(for: part.side),
            """
            \(facts(times(part, visit)))
            \(part.other.map { theirs($0, visit) })
            \(part.side == .partner && part.other != nil ? SharedIncidentPages.call(part.shared) : nil)
            \(part.other != nil && !part.isAgreed
                ? "<p>The agreement has ended. This goes on until it is closed, or one of you leaves.</p>" : nil)
            \(board.file.isOpen && part.shared.isRunning ? ending(part, visit) : nil)
            """)
    }

    private static func times(_ part: SharedPart, _ visit: StaffVisit) -> [(String, HTML)] {
        let asked = ("Asked", HTML(text: visit.agency.moment(part.shared.askedAt)))
        switch part.shared.stage {
        case .asked: return [asked]
        case .withdrawn(let moment): return [asked, ("Taken back", HTML(text: visit.agency.moment(moment)))]
        case .declined(let moment): return [asked, ("Declined", HTML(text: visit.agency.moment(moment)))]
        case .together(let since): return [asked, ("Joined", HTML(text: visit.agency.moment(since)))]
        case .left(_, let moment): return [asked, ("Left", HTML(text: visit.agency.moment(moment)))]
        }
    }

    /// What the other agency does: how many, and when; never who.
    private static func theirs(_ other: OtherSide, _ visit: StaffVisit) -> HTML {
        let meetings = other.meetings.map { visit.agency.moment($0) }.joined(separator: "; ")
        let closed = other.closedOn.map { [("Their part", HTML(text: "Closed on \($0.longName)"))] } ?? []
        return """
            \(counts([("On their way", other.onTheWay), ("At the scene", other.atTheScene)]))
            \(facts([("Their meetings", HTML(text: meetings.isEmpty ? "None planned" : meetings))] + closed))
            """
    }

    private static func ending(_ part: SharedPart, _ visit: StaffVisit) -> HTML {
        let id = PathID(part.shared.id)
        return part.shared.waits
            ? SharedIncidentActs.end.asConfirmation(
                "Take it back", "<p>They are not asked any more.</p>", button: "Take it back", visit, id, style: .quiet,
                inside: .secondary)
            : SharedIncidentActs.end.asConfirmation(
                "Go on apart", "<p>Each of you goes on alone, and sees nothing more of the other.</p>",
                button: "Go on apart", visit, id, style: .quiet, inside: .secondary)
    }

    /// What the policy wants, where nobody is asked.
    private static func recommendation(_ sharing: IncidentSharing, _ board: IncidentBoard, _ visit: StaffVisit) -> HTML?
    {
        guard let rule = visit.pack.incidents.multiAgency, board.file.scope != .partnerAgency,
            !sharing.parts.contains(where: \.shared.isRunning)
        else { return nil }
        let verb =
            switch rule.strength {
            case .required: "wants you to work"
            case .recommended: "recommends working"
            }
        return """
            <p>Where it is another agency’s incident too, your policy \(verb) with its team. Each counts its own. \
            \(rule.basis.notes)</p>
            \(board.file.isOpen && sharing.partners.isEmpty
                ? "<p>You have no agreement for that with an agency here.</p>" : nil)
            """
    }

    private static func asking(
        _ sharing: IncidentSharing, _ board: IncidentBoard, _ visit: StaffVisit, _ refused: Refused?
    ) -> HTML {
        let options = sharing.partners.map { FieldOption($0.id, $0.title) }
        return confirmation(
            "Ask another agency’s team", isOpen: refused?.act == SharedIncidentActs.share.id,
            """
            <p>They are told what kind of incident it was, when, and whom to call. Who was part of it and who told you is not sent.</p>
            \(SharedIncidentActs.share.form(
                visit, PathID(board.file.id), filled: Filled(options: [SharedIncidentActs.partner: options]),
                refused: refused, button: "Ask them to join"))
            """)
    }
}
