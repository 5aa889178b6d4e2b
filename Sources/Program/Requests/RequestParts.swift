/// What an offer shows of a request: enough to know whether one can take it, and nothing of who asks.
package struct OfferCard: Sendable, Equatable, Codable {
    package let urgency: Urgency
    package let way: Way
    package let time: PreferredTime
    package let language: String
    package let standing: SeekerKind
    package let origin: OriginRule.Person
    package let touches: Set<Touching>
    /// The incident it has to do with. It is compared and shown to nobody: in a small agency it would say who asks.
    package let incident: AskedIncident?
    /// One discreet approach to somebody who has not asked themselves (PD-B.2.a.1).
    package let isInquiry: Bool

    package init(_ ask: Ask, isInquiry: Bool) {
        urgency = ask.urgency
        way = ask.way
        time = ask.time
        language = ask.language
        standing = ask.standing
        origin = ask.origin
        touches = ask.touches
        incident = ask.incident
        self.isInquiry = isInquiry
    }
}

/// What only seeker and supporter read.
package struct SeekerWords: Sendable, Equatable, Codable {
    package let name: String
    package let number: String
    package let words: String

    package init(_ ask: Ask) { self.init(name: ask.name, number: ask.number, words: ask.words) }

    private init(name: String, number: String, words: String) {
        self.name = name
        self.number = number
        self.words = words
    }

    /// What is left of them where they are destroyed before the request is.
    package static let none = SeekerWords(name: "", number: "", words: "")
}

/// One message between seeker and supporter.
package struct RequestMessage: Sendable, Equatable {
    package let fromSeeker: Bool
    package let day: Day
    package let text: String
    /// Not seen before by whoever looks at it now.
    package let isNew: Bool

    package init(fromSeeker: Bool, day: Day, text: String, isNew: Bool) {
        self.fromSeeker = fromSeeker
        self.day = day
        self.text = text
        self.isNew = isNew
    }

    package static let longest = 2000
    /// The most messages of one request; the schema has the same bound.
    package static let most = 500

    /// What keeps a message from being written, if anything.
    ///
    /// - Parameter place: its place in the request, counted from 1.
    package static func mayWrite(_ text: String, at place: Int) -> Refusal? {
        guard !text.allSatisfy(\.isWhitespace), text.count <= longest, !text.contains("\0") else {
            return Refusal("Write something, of at most \(longest) characters.", field: "text")
        }
        guard place <= most else {
            return Refusal(
                "There is no room for another message here. Speak with each other, or begin a new request.")
        }
        return nil
    }
}

/// A message as it is sealed.
package struct SealedMessage: Sendable, Equatable, Codable {
    package let fromSeeker: Bool
    package let day: Day
    package let text: String

    package init(fromSeeker: Bool, day: Day, text: String) {
        self.fromSeeker = fromSeeker
        self.day = day
        self.text = text
    }
}

/// A seeker's written agreement that their supporter tells somebody something (KSO-H.4.d, PD-B.2.b).
package struct NewConsent: Sendable, Equatable, Codable {
    /// Who may be told.
    package let to: String
    /// Of what.
    package let scope: String
    /// The last day it is good for; open where none is set.
    package let until: Day?

    package init(to: String, scope: String, until: Day?) {
        self.to = to
        self.scope = scope
        self.until = until
    }

    package static let longestTo = 120
    package static let longestScope = 300
}

/// A consent as it is sealed.
package struct SealedConsent: Sendable, Equatable, Codable {
    package let consent: NewConsent
    package let givenOn: Day
    package var revokedOn: Day?

    package init(_ consent: NewConsent, givenOn: Day) {
        self.consent = consent
        self.givenOn = givenOn
    }

    package func isGood(on day: Day) -> Bool {
        revokedOn == nil && (consent.until.map { day <= $0 } ?? true)
    }
}
