/// What a notice tells of. It is all that a notice says: there are no words in it, and never whom it is about.
package enum NoticeKind: String, Sendable, CaseIterable {
    /// A request waits and nobody has taken it: call someone out.
    case requestWaits = "request-waits"
    /// A supporter accepted and has not been in touch in the time the pack gives.
    case firstContactMissed = "first-contact-missed"
    /// A supporter passed an offer or a request on for a conflict of interest (SAC-II.D.3.k).
    case conflict
    /// A supporter cannot leave their post; somebody else is needed.
    case cannotLeavePost = "cannot-leave-post"
    /// A supporter must step back from someone they support; find another (SAC-VI.B.2).
    case replacementNeeded = "replacement-needed"
    /// A supporter carries out an exception to confidence and has to speak with the addressee.
    case disclosure
    /// Whoever was told of a disclosure has to tell somebody else now.
    case followOn = "follow-on"
    /// Activating a supporter after hours waits for a yes (OCP-I.C.2.c).
    case approvalAsked = "approval-asked"
    /// Somebody has to be told of a request after hours, by telephone or in person (OCP-I.C.2.b).
    case tellAdministrator = "tell-administrator"
    /// A supporter responds in person after hours or off duty (KSO-K.1).
    case afterHoursResponse = "after-hours-response"
    /// A supporter is called out.
    case calledOut = "called-out"
    /// Someone of the programme would like to hear from a supporter (SAC-II.D.3.f).
    case getInTouch = "get-in-touch"
    /// The call-out list has a gap ahead.
    case rosterGap = "roster-gap"
    /// Another supporter asks to swap a turn.
    case swapAsked = "swap-asked"
    /// A member was taken off the team at once, and the last word on it is the addressee's (KSO-H.9.a).
    case suspension

    /// How long a notice of the kind stays, and how exactly its times are kept.
    package enum Keeping: Sendable {
        /// It exists because somebody asked for help. It bears a day and no time, and is gone once it is answered.
        case untilAnswered
        /// It belongs to a disclosure and goes with its record.
        case withDisclosure
        /// It proves that a duty was done in time, and goes a year later.
        case asProof
    }

    package var keeping: Keeping {
        switch self {
        case .requestWaits, .firstContactMissed, .conflict, .cannotLeavePost, .approvalAsked: .untilAnswered
        case .disclosure, .replacementNeeded, .followOn: .withDisclosure
        case .tellAdministrator, .afterHoursResponse, .calledOut, .getInTouch, .rosterGap, .swapAsked, .suspension:
            .asProof
        }
    }

    /// Whether the moment it was raised may be kept. For the rest it would say when somebody asked for help.
    package var keepsItsTime: Bool {
        switch self {
        case .disclosure, .replacementNeeded, .followOn, .calledOut, .getInTouch, .rosterGap, .swapAsked,
            .suspension:
            true
        case .requestWaits, .firstContactMissed, .conflict, .cannotLeavePost, .approvalAsked, .tellAdministrator,
            .afterHoursResponse:
            false
        }
    }

    /// Whether reading it is no answer: somebody has to decide.
    package var asksForDecision: Bool { self == .approvalAsked || self == .suspension }

    /// Whether answering it means to have told somebody, and not only to have read it.
    package var isDutyToTell: Bool {
        switch self {
        case .followOn, .tellAdministrator: true
        case .requestWaits, .firstContactMissed, .conflict, .cannotLeavePost, .replacementNeeded, .disclosure,
            .approvalAsked, .afterHoursResponse, .calledOut, .getInTouch, .rosterGap, .swapAsked, .suspension:
            false
        }
    }
}
