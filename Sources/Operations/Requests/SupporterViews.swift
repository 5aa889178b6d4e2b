import Program

/// A request offered to a supporter.
package struct Offer: Sendable {
    /// The request.
    package let id: String
    package let card: OfferCard
    /// Whether the seeker chose this supporter.
    package let isPreferred: Bool
    /// Whether this supporter is in the seeker's chain of command and is asked because nobody else took it (IACP-7.2).
    package let isMarkedChain: Bool
    /// When whoever comes next is asked too, if nobody has taken it by then.
    package let othersAskedAt: Instant
    /// Whom they may ask before they say whether it is for them; nothing where the pack names nobody (IACP-5.2).
    package let adviser: Adviser?

    /// The more urgent first, of those the one that goes on to others first.
    func isMoreUrgent(than other: Offer) -> Bool {
        if card.isMoreUrgent(than: other.card) { return true }
        if other.card.isMoreUrgent(than: card) { return false }
        return (othersAskedAt.milliseconds, id) < (other.othersAskedAt.milliseconds, other.id)
    }
}

/// One of a supporter's open requests in their list.
package struct OpenRequest: Sendable {
    package let id: String
    package let card: OfferCard
    package let hasNewMessage: Bool
    /// Nothing once the first contact was made.
    package let firstContactDue: Instant?
    package let mustHandOff: Bool
    /// The earliest day a reminder falls on.
    package let nextReminder: Day?

    /// Whoever waits for a first contact comes first, by its time; then who has to be handed off, and who wrote.
    func isMoreUrgent(than other: OpenRequest) -> Bool { order < other.order }

    private var order: (Int64, Int, Int, String) {
        (firstContactDue?.milliseconds ?? .max, mustHandOff ? 0 : 1, hasNewMessage ? 0 : 1, id)
    }
}

/// A request as its supporter sees it.
package struct SupporterView: Sendable {
    package let id: String
    package let card: OfferCard
    /// Nothing until the advisement was given (IACP-6.3).
    package let words: SeekerWords?
    package let isAdvisementGiven: Bool
    /// Whether the supporter is a supervisor and says and confirms the further words (SAC-VI.F).
    package let needsAdmonishment: Bool
    package let messages: [RequestMessage]
    /// Nothing once the first contact was made.
    package let firstContactDue: Instant?
    package let contactsMade: Int
    /// One contact was made and no other may follow (KSO-E.8).
    package let mustHandOff: Bool
    /// One contact is all that they can give; what is written in one day is one (KSO-E.8).
    package let isForOneContact: Bool
    /// Whether there were so many contacts that a referral may be the better help (IACP-7.3).
    package let asksAboutReferral: Bool
    package let reminders: [Reminder]
    package let consultations: [OpenConsultation]
    package let consents: [Consent]
    package let agreesToTimeOffNote: Bool
    /// If it were closed today: the last day on which the seeker could open it again.
    package let canReopenUntil: Day

    package var isInquiry: Bool { card.isInquiry }
}

/// A day on which a supporter alone is reminded.
package struct Reminder: Sendable, Equatable {
    package let id: String
    package let day: Day
    package let kind: ReminderKind
}

/// A consultation under way, as supporter and seeker see it.
package struct OpenConsultation: Sendable, Equatable {
    package let id: String
    /// The name of whoever is consulted.
    package let name: String
    /// The title of the role they are consulted in; nothing for another supporter.
    package let role: String?
    /// Whether they can read the request.
    package let readsAlong: Bool
    /// Whether the seeker may let them read along; until then nothing of the request is open to them.
    package let mayBeAuthorised: Bool
    package let endsAt: Instant
}

/// A consultation as the consulted sees it.
package struct ConsultationView: Sendable {
    package let id: String
    /// The supporter who asks.
    package let supporter: String
    package let endsAt: Instant
    /// What may be read; nothing where the pack or the seeker leaves it closed.
    package let opened: Opened?

    package struct Opened: Sendable {
        package let card: OfferCard
        package let words: SeekerWords
        package let messages: [RequestMessage]
    }
}
