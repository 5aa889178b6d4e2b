import HTML
import Operations
import Program

/// What a supporter says about confidence and its limits before anything else, in this agency's words.
enum AdvisementPages {
    /// The request before the advisement is confirmed: the words, and nothing of who asks.
    static func advisement(_ request: SupporterView, _ visit: StaffVisit, _ refused: Refused?) -> HTML {
        let rule = visit.pack.confidentiality.advisement
        let supervisory = request.needsAdmonishment ? visit.pack.confidentiality.supervisoryAdmonishment : nil
        return """
            \(section(
                "First, before anything else", lead: how(rule),
                card("What you say", level: .third, words(request, visit.pack))))
            \(supervisory.map { admonishment in
                section(
                    "Because you are a supervisor",
                    card(
                        "What you say besides", level: .third,
                        prose("<p>\(admonishment.value)</p>") + (admonishment.basis.note ?? .empty)))
            })
            \(SupportingActs.advise.form(
                visit, PathID(request.id),
                filled: Filled(without: supervisory == nil ? [SupportingActs.admonishment.name] : []), refused: refused,
                button: "Confirm, and open the request"))
            """
    }

    private static func how(_ rule: Advisement) -> HTML {
        let words =
            switch rule.given {
            case .spoken: "Say it in your own voice, before they tell you anything."
            case .shown: "They see these words on their own page. Make sure that they have."
            case .spokenAndShown:
                "Say it in your own voice, before they tell you anything. They see it on their own page too."
            }
        return "\(words) \(rule.basis.notes(with: .given))"
    }

    /// The agency's own words; where the request touches an investigation, that caution besides (IACP-3.9.5-2).
    private static func words(_ request: SupporterView, _ pack: PolicyPack) -> HTML {
        let caution = request.card.touches.contains(.investigation) ? ConfidenceWords.investigation(pack) : nil
        return ConfidenceWords.advisement(pack) + (caution ?? .empty)
    }
}
