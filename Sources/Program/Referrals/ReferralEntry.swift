/// A provider of further help in the directory, with what is known of it. Everything here is meant for everybody, families too.
package struct ReferralEntry: Sendable, Equatable {
    package let id: String
    package let provider: ReferralProvider
    /// On which day somebody looked whether all of it is right.
    package let verifiedOn: Day
    /// By which day that is to be looked at again.
    package let checkBy: Day

    package init(id: String, provider: ReferralProvider, verifiedOn: Day, checkBy: Day) {
        self.id = id
        self.provider = provider
        self.verifiedOn = verifiedOn
        self.checkBy = checkBy
    }

    /// Whether the day of its next check is over, so that people are told to ask first.
    package func isPastCheck(on today: Day) -> Bool { today > checkBy }

    /// Whether it is time to look at it again.
    package func isDue(on today: Day) -> Bool { today >= (checkBy.adding(days: -Self.reminderDays) ?? checkBy) }

    /// How many days before the check is over whoever keeps the directory is reminded. Ours: enough for a telephone call.
    package static let reminderDays = 14

    /// How many one directory holds. Ours: it keeps one page readable, on a phone too.
    package static let most = 500

    /// After how many days an entry is checked where nobody says otherwise. Ours: half a year, in which numbers and hours change.
    package static let usualDays = 180

    /// At most so many days lie between two checks. Ours.
    package static let longestDays = 366
}

/// What the directory says of a provider.
package struct ReferralProvider: Sendable, Equatable {
    /// A category of the pack.
    package var category: String
    package var name: String
    /// What it is good for, in plain words.
    package var goodFor: String
    package var licence: ProviderLicence?
    /// Which of those whom the policy names identified it.
    package var identifiedBy: Body
    package var languages: String
    package var cost: String
    package var hours: String
    package var phone: String
    /// The address of its page, which begins with `https://`; empty where it has none.
    package var web: String
    package var place: String
    package var isForFamilies: Bool
    /// Whether it tells the agency nothing of who came.
    package var isConfidential: Bool

    package init(
        category: String, name: String, goodFor: String, licence: ProviderLicence? = nil, identifiedBy: Body,
        languages: String = "", cost: String = "", hours: String = "", phone: String = "", web: String = "",
        place: String = "", isForFamilies: Bool = false, isConfidential: Bool = false
    ) {
        self.category = category
        self.name = name
        self.goodFor = goodFor
        self.licence = licence
        self.identifiedBy = identifiedBy
        self.languages = languages
        self.cost = cost
        self.hours = hours
        self.phone = phone
        self.web = web
        self.place = place
        self.isForFamilies = isForFamilies
        self.isConfidential = isConfidential
    }

    package static let longestName = 120
    package static let longestWords = 400
    package static let longestDetail = 120
    package static let longestPhone = 40
    package static let longestWeb = 300
}

/// By what licence a professional practises.
package struct ProviderLicence: Sendable, Equatable {
    /// Such as `Licensed clinical social worker`.
    package let kind: String
    package let number: String
    package let jurisdiction: String
    /// The last day on which it holds.
    package let until: Day

    package init(kind: String, number: String, jurisdiction: String, until: Day) {
        self.kind = kind
        self.number = number
        self.jurisdiction = jurisdiction
        self.until = until
    }

    package func holds(on day: Day) -> Bool { day <= until }
}

extension Body {
    /// Reads what ``word`` writes.
    package init?(word: String) {
        let parts = word.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, !parts[1].isEmpty else { return nil }
        switch parts[0] {
        case "role": self = .role(RoleID(parts[1]))
        case "committee": self = .committee(CommitteeID(parts[1]))
        default: return nil
        }
    }
}
