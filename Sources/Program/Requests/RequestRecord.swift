/// The running facts of one request, sealed with it: whoever may open the request reads them, and nobody else, the server's
/// own clock included.
package struct RequestRecord: Sendable, Equatable, Codable {
    /// Accounts that are not offered it: the seeker's wish, a tie, or an offer passed on.
    package var barred: Set<String>
    /// Accounts in the seeker's chain of command, offered last and marked (IACP-7.2).
    package var chain: Set<String>
    /// Whether the present supporter gave the advisement.
    package var isAdvised = false
    /// How often the present supporter was in touch. What counts as once stands in `CountingContacts.swift`.
    package internal(set) var contacts = 0
    /// The day of the last contact; nothing in a request of old, and while there was none.
    var lastContactOn: Day?
    /// The day on which the two write to each other, as long as that is the last contact.
    var chatOn: Day?
    /// Whether the present supporter stands above or below the seeker: by what they attested, or by the directory.
    package var isInChain = false
    /// Accounts above or below the seeker whom the seeker chose all the same, as the directory has it from the seeker's own
    /// number; nothing in a request of old.
    private var chosenAcross: Set<String>?
    /// Whether the seeker agrees to a note to their supervisor for time away from the post. None by default.
    package var agreesToTimeOffNote = false
    /// What each reminder is for, by its id.
    package var reminders: [String: ReminderKind] = [:]
    /// Who has it, or had it last: to be asked first should the seeker open it again. While it waits, it says that somebody
    /// had it and is no longer there.
    package var former: String?
    /// The units and ranks that the seeker named, for whoever comes to them later; nothing where they named none.
    package var groups: UnwantedGroups?
    /// The day of asking for somebody else; nothing of any other request.
    package var askedOn: Day?
    /// Since which minute the seeker waits for the first contact; nothing once it was made, and where nobody counts how long that takes.
    var waitsSince: Int64?
    /// Which stage asking around had come to when the present supporter took it; nothing where nobody counts it.
    var takenAt: Int?

    package init(
        barred: Set<String>, chain: Set<String>, chosenAcross: Set<String> = [], groups: UnwantedGroups? = nil,
        askedOn: Day? = nil
    ) {
        self.barred = barred
        self.chain = chain
        self.chosenAcross = chosenAcross.isEmpty ? nil : chosenAcross
        self.groups = groups
        self.askedOn = askedOn
    }

    /// Whether the directory knows the account to stand above or below the seeker, at whatever depth.
    func isKnownInChain(_ account: String) -> Bool {
        chain.contains(account) || chosenAcross?.contains(account) == true
    }

    /// The request goes to somebody: what concerned the supporter before alone is forgotten.
    package mutating func beginAnew() {
        isAdvised = false
        contacts = 0
        lastContactOn = nil
        chatOn = nil
        isInChain = false
        reminders = [:]
        former = nil
        takenAt = nil
    }
}

/// Units and ranks of which nobody is offered a request. The directory is asked each time: people move.
package struct UnwantedGroups: Sendable, Equatable, Codable {
    package let units: [String]
    package let ranks: [String]
    /// Whoever the seeker chose all the same.
    package let besides: Set<String>
}

/// What a supporter wants to be reminded of.
package enum ReminderKind: String, Sendable, CaseIterable, Codable {
    /// To be in touch again (OCP-I.C.3.e).
    case followUp
    /// To ask what came of a referral (PD-E.8).
    case referral
}

/// What came of the one approach of an inquiry.
package enum InquiryOutcome: String, Sendable, CaseIterable {
    case wanted
    case notWanted
}
