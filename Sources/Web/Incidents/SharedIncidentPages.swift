import HTML
import Operations
import Program

/// What another agency asks of this one: what it was, when, and where it is called; and the answer.
enum SharedIncidentPages {
    @Sendable
    static func again(_ visit: StaffVisit, _ refused: Refused?, _ shared: PathID) async throws -> Answer? {
        guard let asked = try await visit.programmes.askedToJoin(shared.text, for: visit.staff) else { return nil }
        return .page(html(asked, visit, refused), again: refused)
    }

    /// The list once more, where something could not be ended.
    @Sendable
    static func listAgain(_ visit: StaffVisit, _ refused: Refused?, _ shared: PathID) async throws -> Answer? {
        guard let overview = try await visit.programmes.incidentOverview(for: visit.staff) else { return nil }
        return .page(IncidentListPage.html(overview, visit, refused), again: refused)
    }

    /// What waits, on the list of incidents.
    static func waiting(_ asked: [AskedToJoin], _ visit: StaffVisit) -> HTML? {
        guard !asked.isEmpty else { return nil }
        return section(
            "Other agencies ask your team",
            "\(asked.map { card($0.agency, level: .third, badge: $0.shared.signed(for: .partner), summary(of: $0, visit)) })"
        )
    }

    private static func summary(of asked: AskedToJoin, _ visit: StaffVisit) -> HTML {
        let ask = asked.shared.ask
        return """
            <p>\(ask.nature). \(visit.agency.moment(ask.happenedAt)), \
            \(IncidentListPage.ago(ask.happenedAt, asked.now)).\
            \(ask.wantsScene ? " Supporters are wanted at the scene." : "")</p>
            \(actions(linkButton(
                "Join or decline", to: CriticalIncidentAddresses.shared.link(PathID(asked.shared.id)), style: .primary)))
            """
    }

    private static func html(_ asked: AskedToJoin, _ visit: StaffVisit, _ refused: Refused?) -> HTML {
        let ask = asked.shared.ask
        return page(
            "Answer it together?", in: Shells.staff(visit), lead: "\(asked.agency) asks your team to join.",
            back: IncidentListPage.back, announcement: refused?.announcement(besides: SharedIncidentActs.join.id),
            main: """
                \(facts([
                    ("What it was", HTML(text: ask.nature)),
                    ("When", HTML(text: visit.agency.moment(ask.happenedAt))),
                    ("At the scene", ask.wantsScene ? "Supporters are wanted" : "Nobody is wanted there so far"),
                ]))
                \(call(asked.shared))
                <p>That is all they send. Who was part of it, who told them and who of their team goes stays with them.</p>
                \(asked.shared.waits ? answer(asked, visit, refused) : answered(asked))
                """)
    }

    /// Where the office that asks is called.
    static func call(_ shared: SharedIncident) -> HTML {
        guard let telephone = shared.ask.telephone else {
            return "<p>Call their \(shared.ask.office), as your agreement says.</p>"
        }
        return """
            <p>Call their \(shared.ask.office).</p>
            \(actions(linkButton("Call \(telephone)", to: Link(telephone: telephone), icon: .phone)))
            """
    }

    private static func answer(_ asked: AskedToJoin, _ visit: StaffVisit, _ refused: Refused?) -> HTML {
        let id = PathID(asked.shared.id)
        let now = visit.staff.agency.calendar.local(asked.now)
        return """
            \(section(
                "Join",
                lead: """
                    Your team has a file of its own, under your own policy: its clocks, scene and meetings are yours, and you \
                    count them as yours. \(visit.pack.clausesOfSharing.notes)
                    """,
                SharedIncidentActs.join.form(
                    visit, id, filled: Filled(first: ["toldAt": now]), refused: refused, button: "Join")))
            \(SharedIncidentActs.decline.asConfirmation(
                "Your team cannot join", "<p>They are told that you decline, and not why.</p>", button: "Decline", visit,
                id))
            """
    }

    private static func answered(_ asked: AskedToJoin) -> HTML {
        """
        <p>\(asked.shared.signed(for: .partner))</p>
        \(asked.shared.partnerFile.map {
            actions(linkButton(
                "Open the board", to: CriticalIncidentAddresses.incident.link(PathID($0)), style: .primary))
        })
        """
    }
}

extension SharedIncident {
    /// How it stands for one side, by a word with a sign of its own.
    func signed(for side: Side) -> HTML {
        switch stage {
        case .asked: badge(side == .asker ? "Asked" : "Waits for you", tone: .warning, sign: "…")
        case .withdrawn: badge("Taken back", tone: .neutral, sign: "–")
        case .declined: badge("Declined", tone: .neutral, sign: "–")
        case .together: badge("Joined", tone: .good, sign: "✓")
        case .left(let by, _): badge(by == side ? "You left" : "They left", tone: .neutral, sign: "–")
        }
    }
}
