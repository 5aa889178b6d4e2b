import HTML
import Operations
import Program

/// Calls for new supporters.
enum OpeningActs {
    static let post = Act(
        "postOpening", "Post an opening for new supporters, from a day to a day.", at: SelectionAddresses.openings,
        for: .holding(.postOpenings), where: \.hasRecruitment,
        taking: Input(
            .day("opensOn", "From"), .day("closesOn", "Last day", FieldWords(clauses: \.recruitmentClauses)),
            .words(
                "words", "What the posting says", longest: Opening.mostCharacters,
                FieldWords(hint: "Whom you look for, and by when. Everybody can read it."))
        ) { (from: $0, until: $1, words: $2) },
        then: .created("Posted."),
        see: { _ in SelectionAddresses.openings.link(after: ApplicationChange.posted) }, refused: OpeningPages.again,
        perform: { visit, new in
            try await visit.programmes.postOpening(from: new.from, until: new.until, words: new.words, by: visit.staff)
        })

    static let close = Act(
        "closeOpening", "Close an opening with today, or take back one that would open later.",
        at: SelectionAddresses.endOfOpening, for: .holding(.postOpenings), where: \.hasRecruitment, taking: .nothing,
        then: .done("Closed."),
        see: { _, _ in SelectionAddresses.openings.link(after: ApplicationChange.closed) },
        refused: { visit, refused, _ in try await OpeningPages.again(visit, refused) },
        perform: { visit, _, opening in
            try await visit.programmes.closeOpening(opening.text, by: visit.staff)
        })
}

extension PolicyPack {
    var hasRecruitment: Bool { selection.recruitment != nil }

    fileprivate var recruitmentClauses: [ClauseID] { selection.recruitment?.basis.clauses ?? [] }
}

/// Joining the team, for everybody.
enum JoiningActs {
    static let askForAccount = Act(
        "askForAccount",
        "As an employee without an account, have a one-time code sent to the address that the directory has. The answer is the same "
            + "whether or not it has one.",
        at: SelectionAddresses.askedAccount, for: .everyone,
        taking: Input(
            SelectionFields.employeeNumber("Your employee number")),
        then: .done("If the directory has an address for this number, a code is on its way."),
        see: { _, slug in SelectionAddresses.joining.link(slug, after: ApplicationChange.asked) },
        refused: { visit, refused, _ in .again(try await JoiningPages.html(visit, refused: refused)) },
        perform: { visit, number, _ in try await visit.programmes.askForAccount(number, in: visit.agency) })
}
