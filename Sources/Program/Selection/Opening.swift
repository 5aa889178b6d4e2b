/// A call for new supporters, with its days.
package struct Opening: Sendable, Equatable {
    package let id: String
    /// The first and the last day on which applications are taken.
    package let opensOn: Day
    package let closesOn: Day
    /// What the posting says besides the rule itself.
    package let words: String
    /// The account that posted it.
    package let postedBy: String

    package init(id: String, opensOn: Day, closesOn: Day, words: String, postedBy: String) {
        self.id = id
        self.opensOn = opensOn
        self.closesOn = closesOn
        self.words = words
        self.postedBy = postedBy
    }

    package func isOpen(on day: Day) -> Bool { opensOn <= day && day <= closesOn }

    /// The most characters of a posting.
    package static let mostCharacters = 2_000
}

extension PolicyPack {
    /// Who posts openings: the body that assists recruitment, and whoever keeps the accounts, who is the coordinator of these
    /// policies. Nobody where the pack has no recruitment.
    package var posters: [RoleID] {
        guard let rule = selection.recruitment else { return [] }
        let assisting = rule.assistedBy.map(roles(of:)) ?? []
        return roles.map(\.id).filter { assisting.contains($0) || receivers.contains($0) }
    }

    /// What keeps an opening from being posted.
    package func mayPost(_ opening: Opening, on today: Day) -> Refusal? {
        let basis = selection.recruitment?.basis
        if opening.closesOn < opening.opensOn {
            return Refusal("The last day is no earlier than the first.", field: "closesOn", basis: basis)
        }
        if opening.closesOn < today {
            return Refusal("The last day is today or later.", field: "closesOn", basis: basis)
        }
        guard let longest = opening.opensOn.adding(days: 366), opening.closesOn <= longest else {
            return Refusal("An opening lasts a year at most.", field: "closesOn", basis: basis)
        }
        if opening.words.allSatisfy(\.isWhitespace) {
            return Refusal("Say in a few words whom you look for.", field: "words", basis: basis)
        }
        return nil
    }
}
