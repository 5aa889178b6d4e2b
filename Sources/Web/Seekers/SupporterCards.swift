import HTML
import Operations
import Program

extension SupporterCard {
    /// The name they show, with the one they are known by where that is another; or what people like them are called here.
    func title(_ policy: PolicyPack) -> String {
        guard let name else { return "A \(policy.terms.supporter)" }
        return knownAs.map { "\(name) (\($0))" } ?? name
    }

    /// In one line, to tell them apart in a list.
    func line(_ policy: PolicyPack) -> String {
        ([title(policy)] + post + languages.map(\.name)).joined(separator: " · ")
    }

    /// What they are at work, as far as it is shown.
    var post: [String] { [rank, supervising, unit, shift].compactMap { $0 } }

    private var supervising: String? { saysTheySupervise ? "Supervises others" : nil }

    /// Their picture, where they show one. It is for pages on which every picture stands: fetched alone, it would tell whose
    /// card somebody looks at.
    func picture(in agency: Agency) -> HTML? {
        photo.map { id in
            portrait(
                PhotoAddresses.photo.link(PathID(agency.slug), PathID(id)), of: name ?? agency.policy.terms.supporter)
        }
    }

    /// What they chose to show of themselves, by which one can choose among people.
    private var declared: [PersonFact] {
        DiversityRule.Attribute.allCases.compactMap { attribute in
            attributes[attribute.rawValue].flatMap(attribute.label).map { PersonFact(attribute.title, $0) }
        }
    }

    /// As seekers see it.
    ///
    /// - Parameter otherwise: how whoever shows no number is reached.
    func html(_ policy: PolicyPack, picture: HTML? = nil, otherwise: HTML? = nil) -> HTML {
        let facts =
            [("Rank", rank), ("Duties", supervising), ("Unit", unit), ("Shift", shift)].compactMap { question, answer in
                answer.map { PersonFact(question, $0) }
            } + languages.map { PersonFact("Language", $0.name) } + declared
        return personCard(
            title(policy), picture: picture, badge: isAvailableNow ? badge("Can be reached now", tone: .good) : nil,
            facts: facts,
            words: [experience, words].compactMap { $0 }, actions: phone?.ways ?? otherwise)
    }
}

extension CardPhone {
    /// The ways to use the number, as buttons.
    fileprivate var ways: HTML {
        switch use {
        case .call: actions(call)
        case .text: actions(text)
        case .callOrText: actions(call, text)
        }
    }

    private var call: HTML { linkButton("Call \(number)", to: Link(telephone: number), icon: .phone) }
    private var text: HTML { linkButton("Text \(number)", to: Link(textMessage: number), icon: .message) }
}
