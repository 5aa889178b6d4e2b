import HTML
import Operations
import Program

/// A supporter's own records of disclosures: who was told and who knows by now.
enum DisclosureRecordPages {
    static func list(_ views: [DisclosureView], _ visit: StaffVisit) -> HTML {
        let agency = visit.staff.agency
        let items = views.map { view in
            linkCard(
                view.exception.quotedLabel, detail: agency.moment(view.begunAt),
                to: DisclosureAddresses.disclosure.link(PathID(view.id)), icon: .alert,
                badge: view.isOpen ? badge("Not all know yet", tone: .warning) : badge("Done", tone: .good))
        }
        return page(
            "Disclosures of mine", in: Shells.staff(visit),
            lead: "Which exception, who was told and when. Nothing else is kept.",
            back: Crumb("Where confidence ends", DisclosureAddresses.begin.link()),
            main: items.isEmpty
                ? emptyState("There are none", "When you carry out an exception, its record is here.") : cards(items))
    }

    static func record(_ view: DisclosureView, _ visit: StaffVisit, _ refused: Refused? = nil) -> HTML {
        page(
            "Who was told", in: Shells.staff(visit), lead: HTML(text: view.exception.quotedLabel),
            back: Crumb("Disclosures of mine", DisclosureAddresses.disclosures.link()),
            announcement: refused?.announcement,
            main: """
                \(view.isOpen ? DisclosurePages.first(view.exception, visit.pack) : nil)
                \(view.exception.replacesSupporter ? stepBack : nil)
                \(view.isOpen ? DisclosurePages.procedure(view.exception) : nil)
                \(view.steps.enumerated().map { step($0.element, place: $0.offset, of: view, visit) })
                <p>Begun \(visit.staff.agency.moment(view.begunAt)). \(view.clauses.map { clauseNote($0.text) })</p>
                """)
    }

    /// The supporter is part of the matter themselves: somebody else goes on (SAC-VI.B.2).
    private static var stepBack: HTML {
        callout(
            "You have stepped back",
            """
            <p>The request that you named is no longer with you, and others are asked. If you support somebody in another way, let \
            the person who is told find somebody else for them.</p>
            \(actions(linkButton("My requests", to: SupportingAddresses.requests.link(), style: .primary)))
            """)
    }

    private static func step(
        _ step: DisclosureView.Step, place: Int, of view: DisclosureView, _ visit: StaffVisit
    ) -> HTML {
        card(
            step.recipient.name(visit.pack).capitalisedFirst, badge: state(step),
            """
            \(words(step, visit))\(step.status.isDone ? nil : calls(step, visit))\
            \(toTell(step) ? told(place, of: view, visit) : nil)
            """)
    }

    private static func state(_ step: DisclosureView.Step) -> HTML {
        switch step.status {
        case .known: badge("Knows", tone: .good)
        case .told: badge("Told", tone: .good)
        case .waiting: step.isOverdue ? badge("Overdue", tone: .warning) : badge("Told, not yet acknowledged")
        case .unanswered: badge("Nobody answers: call", tone: .warning)
        case .toTell: step.isOverdue ? badge("Overdue", tone: .warning) : badge("To tell")
        }
    }

    private static func toTell(_ step: DisclosureView.Step) -> Bool {
        switch step.status {
        case .unanswered, .toTell: true
        case .waiting, .known, .told: false
        }
    }

    private static func words(_ step: DisclosureView.Step, _ visit: StaffVisit) -> HTML {
        let agency = visit.staff.agency
        let due = step.due.map { " By \(agency.moment($0))." } ?? ""
        return switch step.status {
        case .known(let name, let answer):
            "<p>\(name) acknowledged it \(agency.moment(answer.at)), \(answer.how.words).</p>"
        case .told(let at, let how): "<p>You told them \(how.words), \(agency.moment(at)).</p>"
        case .waiting:
            "<p>The notice is out.\(due) If you can, call them too; what there is to say, you say by voice.</p>"
        case .unanswered:
            """
            <p><strong>Nobody has answered.</strong>\(due) Everybody was asked who could. Call somebody who is there, and write down \
            here that you told them.</p>
            """
        case .toTell(isVacant: true):
            "<p>Nobody holds this role just now. Reach whoever answers for it yourself, \(step.recipient.pace).\(due)</p>"
        case .toTell(isVacant: false):
            "<p>Tell them yourself, \(step.recipient.pace).\(due) \(step.recipient.manner)</p>"
        }
    }

    /// Whom to call; where nobody of the programme answers, whoever is there at any hour.
    private static func calls(_ step: DisclosureView.Step, _ visit: StaffVisit) -> HTML? {
        switch step.status {
        case .unanswered, .toTell(isVacant: true):
            """
            \(RecipientCalls.html(step.reach))
            \(RecipientCalls.buttons(visit.programmes.alwaysThere(visit.staff.agency)))
            """
        case .waiting, .toTell(isVacant: false): RecipientCalls.html(step.reach)
        case .known, .told: nil
        }
    }

    private static func told(_ place: Int, of view: DisclosureView, _ visit: StaffVisit) -> HTML {
        func button(_ label: String, _ how: Means, style: ButtonStyle = .secondary) -> HTML {
            DisclosureActs.told.asButton(
                label, visit, PathID(view.id), style: style,
                hidden: [(DisclosureActs.place.name, String(place)), (DisclosureActs.how.name, how.word)])
        }
        return actions(
            button("Told by telephone", .telephone, style: .primary), button("Told in person", .inPerson))
    }
}
