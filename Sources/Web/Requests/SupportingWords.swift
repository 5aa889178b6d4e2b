import HTML
import Program

// What a request says, as its supporter reads it.

extension Urgency {
    var forSupporter: String {
        switch self {
        case .now: "As soon as possible"
        case .today: "Today"
        case .thisWeek: "This week"
        }
    }

    var badgeForSupporter: HTML {
        switch self {
        case .now: badge(forSupporter, tone: .bad)
        case .today: badge(forSupporter, tone: .warning)
        case .thisWeek: badge(forSupporter)
        }
    }
}

extension Way {
    var forSupporter: String {
        switch self {
        case .call: "By telephone"
        case .text: "By text message"
        case .inPerson: "In person"
        case .message: "By messages on this page"
        }
    }
}

extension PreferredTime {
    var forSupporter: String {
        switch self {
        case .anyTime: "At any time"
        case .daytime: "Between 8 and 17"
        case .evening: "Between 17 and 22"
        case .night: "Between 22 and 8"
        }
    }
}

extension SeekerKind {
    var forSupporter: String {
        switch self {
        case .employee: "Employee"
        case .volunteer: "Volunteer"
        case .family: "Family member"
        case .retired: "Retired"
        case .partner: "From an agency with which there is an agreement"
        }
    }
}

extension OfferCard {
    /// The request in a few words, for a list.
    var title: String {
        if isInquiry { return "Someone to ask after" }
        return switch origin {
        case .oneself: "\(standing.forSupporter), for themselves"
        case .ownFamily: "\(standing.forSupporter), for their family"
        case .colleague: "\(standing.forSupporter), for a colleague"
        }
    }

    var detail: String {
        [way.forSupporter, language.isEmpty ? nil : language].compactMap { $0 }.joined(separator: " · ")
    }

    /// Everything an offer says: how urgent, how, when and in which language; nothing of who asks.
    var facts: [(String, HTML)] {
        var facts: [(String, HTML)] = [
            ("How soon", HTML(text: urgency.forSupporter)), ("How", HTML(text: way.forSupporter)),
            ("When", HTML(text: time.forSupporter)),
            ("Language", HTML(text: language.isEmpty ? "Any" : language)),
            ("From", HTML(text: standing.forSupporter)),
        ]
        if touches.contains(.incident) { facts.append(("Touches", "An incident at work")) }
        if touches.contains(.investigation) { facts.append(("Touches", "An investigation")) }
        return facts
    }
}

extension ExclusionRule.Bar {
    /// The tie, as a supporter would say it of themselves.
    var attested: String {
        switch self {
        case .relationship:
            "We are close, or were: family, friendship, faith, love, money, or a quarrel. It could cloud how I listen."
        case .sameIncident: "I was part of the same incident."
        case .sharedInvestigation: "We are both part of an investigation that is open."
        case .investigativeFunction: "My work is to investigate or discipline, and it could be about this person."
        }
    }
}

extension ReminderKind {
    var forSupporter: String {
        switch self {
        case .followUp: "Be in touch again"
        case .referral: "Ask how the referral went"
        }
    }
}

extension PolicyPack {
    /// Whether somebody is told of conflicts of interest here.
    var tellsOfConflicts: Bool { requests.conflictNotice != nil }

    static let conflict = "Pass it on: conflict of interest"

    /// One tap where the pack wants to know of a conflict of interest, with who is told, and that the notice names nobody.
    func conflictTap(_ button: HTML) -> HTML? {
        guard let rule = requests.conflictNotice else { return nil }
        let titles = rule.to.compactMap { role($0)?.title }
        return """
            <p>If it is a conflict of interest, the \(titles.joined(separator: " and the ")) \(titles.count == 1 ? "is" : "are") \
            told that you had one, and nothing of the request. \(rule.basis.notes(with: .to))</p>
            \(actions(button))
            """
    }

    /// What the agency says to supporters in that place.
    func statementsToSupporters(in place: Statement.Place, whoSupervise: Bool) -> [Statement] {
        statements(
            in: place, to: whoSupervise ? [.everyone, .supporters, .supervisingSupporters] : [.everyone, .supporters])
    }
}

/// What the agency says at a place, each with its clause.
func said(_ statements: [Statement]) -> HTML? {
    guard !statements.isEmpty else { return nil }
    return prose("\(statements.map { "<p>\($0.text) \($0.basis.note)</p>" as HTML })")
}
