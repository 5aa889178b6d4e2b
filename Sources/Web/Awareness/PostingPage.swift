import HTML
import Operations
import Program

/// Names and numbers of supporters for one place, to print and to hang up (PD-B.1.a).
enum PostingPage {
    static func html(_ posting: Posting, titled title: String, on day: Day, _ visit: StaffVisit) -> HTML {
        page(
            posting.place.name ?? title, in: Shells.staff(visit),
            lead: "Print this page, and the posting comes alone.", back: MaterialPages.back,
            main: posting.here.isEmpty && posting.others.isEmpty
                ? emptyState(
                    "Nobody stands here yet",
                    visit.pack.availability.showsEveryMember
                        ? "Each \(visit.pack.terms.supporter) does as soon as they take requests."
                        : "Each \(visit.pack.terms.supporter) chooses on their own card what is shown.")
                : sheet(posting, titled: title, on: day, visit))
    }

    private static func sheet(_ posting: Posting, titled title: String, on day: Day, _ visit: StaffVisit) -> HTML {
        let policy = visit.pack
        let isParted = !posting.here.isEmpty && !posting.others.isEmpty
        let areFew = posting.here.count + posting.others.count <= 20
        return wallSheet(
            agency: visit.staff.agency.name, title: title, place: posting.place.name,
            """
            \(CrisisWords.onPaper(policy))
            \(list(isParted ? posting.place.name.map { "At \($0)" } : nil, posting.here, policy, areFew: areFew))
            \(list(isParted ? "Everybody else" : nil, posting.others, policy, areFew: areFew))
            \(visit.publicCode("Ask in confidence, also without your name:"))
            """, note: "Made on \(day.longName), from the team as it was that day.")
    }

    /// Those who show that they work at that place; nothing where nobody does.
    static func here(_ posting: Posting, _ policy: PolicyPack) -> HTML? {
        list("Here with you", posting.here, policy, areFew: posting.here.count <= 12)
    }

    private static func list(
        _ heading: String?, _ cards: [SupporterCard], _ policy: PolicyPack, areFew: Bool
    ) -> HTML? {
        cards.isEmpty ? nil : posted(heading, cards.map { $0.posted(policy) }, areFew: areFew)
    }
}

extension SupporterCard {
    fileprivate func posted(_ policy: PolicyPack) -> PostedPerson {
        PostedPerson(
            title(policy), number: phone?.inWords ?? NumbersToCall.inALine(policy),
            more: post + languages.map(\.name))
    }
}

extension CardPhone {
    fileprivate var inWords: String {
        switch use {
        case .call: "Call \(number)"
        case .text: "Text \(number)"
        case .callOrText: "Call or text \(number)"
        }
    }
}
