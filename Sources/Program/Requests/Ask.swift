/// What a seeker fills in. Nothing of it is needed but for whom they ask and how they would like to be reached.
package struct Ask: Sendable, Equatable {
    package var origin: OriginRule.Person
    package var standing: SeekerKind
    /// May be empty (OCP-I.B.2).
    package var name: String
    /// A telephone number; may be empty.
    package var number: String
    package var way: Way
    package var time: PreferredTime
    package var urgency: Urgency
    /// The language they would rather speak; empty for any.
    package var language: String
    /// What they want their supporter to know first; may be empty.
    package var words: String
    /// The accounts of the supporters they would like, the one they would like most first.
    package var wanted: [String]
    package var unwanted: Unwanted
    package var touches: Set<Touching>
    /// The incident it has to do with, so that nobody who was part of it is asked (KSO-I.1.b).
    package var incident: AskedIncident?

    package init(
        origin: OriginRule.Person, standing: SeekerKind, name: String = "", number: String = "", way: Way,
        time: PreferredTime = .anyTime, urgency: Urgency = .today, language: String = "", words: String = "",
        wanted: [String] = [], unwanted: Unwanted = Unwanted(), touches: Set<Touching> = [],
        incident: AskedIncident? = nil
    ) {
        self.origin = origin
        self.standing = standing
        self.name = name
        self.number = number
        self.way = way
        self.time = time
        self.urgency = urgency
        self.language = language
        self.words = words
        self.wanted = wanted
        self.unwanted = unwanted
        self.touches = touches
        self.incident = incident
    }

    package static let mostWords = 2000
    package static let mostWanted = 3
    package static let longestName = 120
    package static let longestNumber = 40
    package static let longestLanguage = 60
}

extension SeekerKind: Encodable {}

extension OriginRule.Person: Encodable {}

/// How a seeker would like to be reached.
package enum Way: String, Sendable, CaseIterable, Codable {
    case call, text, inPerson, message
}

/// When a seeker would like to be reached, by the agency's clock.
package enum PreferredTime: String, Sendable, CaseIterable, Codable {
    case anyTime
    /// From 8 to 17 o'clock.
    case daytime
    /// From 17 to 22 o'clock.
    case evening
    /// From 22 to 8 o'clock.
    case night
}

/// How soon a seeker would like to hear from somebody.
package enum Urgency: String, Sendable, CaseIterable, Codable {
    case now, today, thisWeek
}

/// What a request has to do with; it serves exclusions and the right caution, and nothing else.
package enum Touching: String, Sendable, CaseIterable, Codable {
    case incident, investigation
}

/// Who must not be offered the request. No reason is asked.
package struct Unwanted: Sendable, Equatable {
    /// Accounts of supporters.
    package var accounts: [String]
    package var units: [String]
    package var ranks: [String]
    /// The seeker's own employee number, so that nobody above or below them is offered the request; empty where they do not
    /// give it. It is used when asking and kept nowhere.
    package var chainOf: String
    /// Whether those above and below may be offered it when nobody else took it. Only where the pack has that last resort
    /// (IACP-7.2); elsewhere they never are.
    package var chainAsLastResort: Bool

    package init(
        accounts: [String] = [], units: [String] = [], ranks: [String] = [], chainOf: String = "",
        chainAsLastResort: Bool = false
    ) {
        self.accounts = accounts
        self.units = units
        self.ranks = ranks
        self.chainOf = chainOf
        self.chainAsLastResort = chainAsLastResort
    }

    package var isEmpty: Bool { accounts.isEmpty && units.isEmpty && ranks.isEmpty && chainOf.isEmpty }
}
