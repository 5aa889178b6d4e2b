import HTML
import Operations
import Program

/// A page as whoever was paged sees it, on their own home.
enum OwnPagePages {
    static func pages(_ pages: [OwnPage], _ visit: StaffVisit) -> HTML? {
        guard !pages.isEmpty else { return nil }
        return section("You are asked to call in", cards(pages.map { request($0, visit) }))
    }

    private static func request(_ own: OwnPage, _ visit: StaffVisit) -> HTML {
        card(
            "\(own.by) asks you to call in", level: .third, badge: state(own.answer),
            """
            \(numbers(own))
            <p>You need give no reason. Not answering counts for nothing.</p>
            \(actions(
                tap(.accepted, "I’ll call in", own, visit, style: own.answer == .accepted ? .secondary : .primary),
                tap(.cannot, "I cannot", own, visit, style: .secondary)))
            \(own.callersNumber.map { callersNumber($0, own, visit) })
            """)
    }

    /// The caller's number, for whoever calls in and nobody else (PD-B.1.b).
    private static func callersNumber(_ number: String, _ own: OwnPage, _ visit: StaffVisit) -> HTML {
        callout(
            "The caller’s number", tone: .good,
            """
            <p><a\(href: Link(telephone: number))>\(number)</a></p>
            <p>Nobody else has it. Note it down or call; it goes from here when you say that you have it, or the desk is done.</p>
            \(actions(CallOutActs.hasNumber.asButton("I have it", visit, PathID(own.callOut), style: .secondary)))
            """)
    }

    private static func numbers(_ own: OwnPage) -> HTML? {
        guard let number = own.callIn.first else { return nil }
        return """
            <p>\(number.role): <a\(href: Link(telephone: number.number))>\(number.number)</a></p>
            """
    }

    private static func tap(
        _ answer: CallOutAnswer, _ label: String, _ own: OwnPage, _ visit: StaffVisit, style: ButtonStyle
    ) -> HTML {
        CallOutActs.answer.asButton(
            label, visit, PathID(own.callOut), style: style, hidden: [(CallOutActs.said.name, answer.rawValue)])
    }

    private static func state(_ answer: CallOutAnswer?) -> HTML? {
        switch answer {
        case .accepted: badge("You call in", tone: .good)
        case .cannot: badge("You cannot")
        case nil: nil
        }
    }
}
