/// The running facts of one request, sealed with it: whoever may open the request reads them, and nobody else, the server's
/// own clock included.
package struct RequestRecord: Sendable, Equatable, Codable {
    /// Accounts that are not offered it: the seeker's wish, a tie, or an offer passed on.
    package var barred: Set<String>
    /// Accounts in the seeker's chain of command, offered last and marked (IACP-7.2).
    package var chain: Set<String>
    /// Whether the present supporter gave the advisement.
    package var isAdvised = false
    /// How often the present supporter was in touch.
    package var contacts = 0
    /// Whether the present supporter attested to be in the seeker's chain of command.
    package var isInChain = false
    /// Whether the seeker agrees to a note to their supervisor for time away from the post. None by default.
    package var agreesToTimeOffNote = false
    /// What each reminder is for, by its id.
    package var reminders: [String: ReminderKind] = [:]
    /// Who has it, or had it last: to be asked first should the seeker open it again. While it waits, it says that somebody
    /// had it and is no longer there.
    package var former: String?

    package init(barred: Set<String>, chain: Set<String>) {
        self.barred = barred
        self.chain = chain
    }

    /// The request goes to somebody: what concerned the supporter before alone is forgotten.
    package mutating func beginAnew() {
        isAdvised = false
        contacts = 0
        isInChain = false
        reminders = [:]
        former = nil
    }
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
