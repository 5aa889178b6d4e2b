/// A supporter as seekers see them: where the programme shows every member, name and unit, and what each chose to add; elsewhere what
/// each chose to show, and nothing else (KSO-G.1, PD-B.1.a, IACP-3.9.1-2).
package struct SupporterCard: Sendable, Equatable {
    package let account: String
    /// As they like to be called, or else as the programme knows them.
    package let name: String?
    /// As the programme knows them, where that is another name: whoever wants to leave somebody out knows them by it.
    package let knownAs: String?
    /// Unit, rank and shift as the personnel directory has them today.
    package let unit: String?
    package let rank: String?
    package let shift: String?
    /// Whether it is said that they supervise others, and so may have more to report than somebody else (IACP-7.4).
    package let saysTheySupervise: Bool
    package let languages: [SpokenLanguage]
    /// What they have lived or worked through, in a few words.
    package let experience: String?
    /// A few words to whoever reads the card.
    package let words: String?
    package let phone: CardPhone?
    /// The id of the picture they show, as its address has it.
    package let photo: String?
    /// What they chose to show of what they say of themselves, by attribute (IACP-3.9.1-2).
    package let attributes: [String: String]
    /// Whether they can be reached at this moment, by the call-out list.
    package let isAvailableNow: Bool

    /// - Parameters:
    ///   - member: their name as the programme has it, where it shows every member; nothing where only what they chose is shown.
    ///   - saysTheySupervise: whether the programme says so, which nobody chooses for themselves.
    package init(
        account: String, member: String? = nil, showing choices: CardChoices, photo: String? = nil, unit: String?,
        rank: String?, shift: String?, saysTheySupervise: Bool = false,
        attributes: [String: String] = [:], isAvailableNow: Bool
    ) {
        self.account = account
        name = choices.name ?? member
        knownAs = choices.name == nil || choices.name == member ? nil : member
        self.unit = choices.showsUnit || member != nil ? unit : nil
        self.rank = choices.showsRank ? rank : nil
        self.shift = choices.showsShift ? shift : nil
        self.saysTheySupervise = saysTheySupervise
        languages = choices.languages
        experience = choices.experience
        words = choices.words
        phone = choices.phone
        self.photo = photo
        self.attributes = attributes
        self.isAvailableNow = isAvailableNow
    }

    /// Whether seekers see it before another: whoever can be reached now comes first, then by name, and whoever shows no name last.
    package func comesBefore(_ other: SupporterCard) -> Bool {
        (isAvailableNow ? 0 : 1, name ?? "\u{10FFFF}", account)
            < (other.isAvailableNow ? 0 : 1, other.name ?? "\u{10FFFF}", other.account)
    }
}

/// A number on a supporter's card, with what it is for.
package struct CardPhone: Sendable, Equatable {
    package let number: String
    package let use: Use

    package enum Use: String, Sendable, CaseIterable {
        case call, text
        case callOrText = "call-or-text"
    }

    package init(number: String, use: Use) {
        self.number = number
        self.use = use
    }
}

/// What a supporter chose to show of themselves to whoever looks for someone to talk to.
package struct CardChoices: Sendable, Equatable {
    package let name: String?
    package let showsUnit: Bool
    package let showsRank: Bool
    package let showsShift: Bool
    package let languages: [SpokenLanguage]
    package let experience: String?
    package let words: String?
    package let phone: CardPhone?

    /// How it is for everyone until they choose: seekers do not see them.
    package static let nothing = CardChoices(
        name: nil, showsUnit: false, showsRank: false, showsShift: false, languages: [], experience: nil, words: nil,
        phone: nil)

    package init(
        name: String?, showsUnit: Bool, showsRank: Bool, showsShift: Bool, languages: [SpokenLanguage],
        experience: String?, words: String?, phone: CardPhone?
    ) {
        self.name = name
        self.showsUnit = showsUnit
        self.showsRank = showsRank
        self.showsShift = showsShift
        self.languages = languages
        self.experience = experience
        self.words = words
        self.phone = phone
    }
}

extension AvailabilityRules {
    /// Whether a card says that its supporter supervises others, whether or not their rank is shown (IACP-7.4).
    package var marksSupervisors: Bool { saysWhoSupervises?.value ?? false }
}
