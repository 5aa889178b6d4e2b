/// What a notice tells of. It is all that a notice says: there are no words in it, and never whom it is about.
///
/// A new kind is a case and its row here, and its words in `Web/Notices/NoticeWords.swift`; whatever else there is to know of a kind
/// is asked of its row.
package enum NoticeKind: String, Sendable, CaseIterable {
    /// An agreement with another agency waits for the addressee's yes or no.
    case aidWaits = "aid-waits"
    /// An agreement with another agency came into force, was declined, or has ended.
    case aidChanged = "aid-changed"
    /// The last day of an agreement with another agency is near.
    case aidEnds = "aid-ends"
    /// A request waits and nobody has taken it: call someone out.
    case requestWaits = "request-waits"
    /// A supporter accepted and has not been in touch in the time the pack gives.
    case firstContactMissed = "first-contact-missed"
    /// A supporter passed an offer or a request on for a conflict of interest (SAC-II.D.3.k).
    case conflict
    /// A supporter cannot leave their post; somebody else is needed.
    case cannotLeavePost = "cannot-leave-post"
    /// A request waits whose supporter stepped back: find somebody else, until somebody has it (SAC-VI.B.2).
    case findAnother = "find-another"
    /// A supporter must step back from someone they support; find another (SAC-VI.B.2).
    case replacementNeeded = "replacement-needed"
    /// A supporter carries out an exception to confidence and has to speak with the addressee.
    case disclosure
    /// Nobody has answered a disclosure; the addressee answers in the place of whoever was to.
    case standsIn = "stands-in"
    /// Everybody was asked who could answer a disclosure; its supporter calls somebody who is there.
    case nobodyAnswers = "nobody-answers"
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
    /// A supporter would like advice from a role that the pack names for it, and to be called back (IACP-5.2).
    case callBack = "call-back"
    /// The call-out list has a gap ahead.
    case rosterGap = "roster-gap"
    /// Another supporter asks to swap a turn.
    case swapAsked = "swap-asked"
    /// A member was taken off the team at once, and the last word on it is the addressee's (KSO-H.9.a).
    case suspension
    /// A seat of a committee is offered to the addressee.
    case seatOffered = "seat-offered"
    /// The term of the addressee's seat ends.
    case ownSeatEnds = "own-seat-ends"
    /// The term of a seat ends, and the addressee fills it.
    case seatEnds = "seat-ends"
    /// A seat fell vacant, since its holder is not what it asks for any more.
    case seatVacant = "seat-vacant"
    /// A ballot is open in which the addressee votes.
    case ballotOpened = "ballot-opened"
    /// The licence of a professional beside the team ends soon (IACP-3.4).
    case licenceEnds = "licence-ends"
    /// Whoever has something of the programme's is of the team no more, and it is due back (SAC-II.B.1).
    case equipmentDueBack = "equipment-due-back"
    /// Something in the library is to be looked at again.
    case libraryReviewDue = "library-review-due"
    /// Nothing was done yet to make the programme known in a period that is soon over (SAC-II.B.4).
    case awarenessDue = "awareness-due"
    /// Something about a service that the addressee assigns or does: confirmed, called off, or somebody stepped back.
    case service
    /// The day has come to ask how a colleague off work is; for the one member who does (OCP-I.B.5).
    case checkDue = "well-being-check-due"
    /// Entries of the directory of further help are to be looked at: the day of a check comes, or a page is not there any more.
    case referralsToCheck = "referrals-to-check"
    /// The policy is to be looked at by the agency's counsel again (IACP-3.1-3).
    case counselDue = "counsel-due"
    /// The sponsor's letter is to be renewed (IACP-3.7).
    case sponsorLetterDue = "sponsor-letter-due"
    /// A term ends ahead, and its member is asked whether they go on (SAC-III.A.2.e).
    case termEnds = "term-ends"
    /// The words of the agreement wait for a member's signature.
    case agreementToSign = "agreement-to-sign"
    /// The day has come that a member named for the end of their pause.
    case pauseOver = "pause-over"
    /// Something about the reader's own membership has changed.
    case ownMembership = "own-membership"
    /// Something about a membership has changed that an office is told of; whose it is stands on the page.
    case membershipChanged = "membership-changed"
    /// The yearly review of a member is due (KSO-C.1).
    case reviewDue = "review-due"
    /// A removal waits for the reader to be heard, or for their word.
    case removalWaits = "removal-waits"
    /// An office that checks others is to be given or to end, and a second yes is asked for.
    case officeAsked = "office-asked"
    /// Somebody new can be given a request, or somebody's key is another one.
    case teamGrew = "team-grew"
    /// A new text of the rules waits for an approval or a review.
    case policyDraft = "policy-draft"
    /// It is time to look at the rules again.
    case policyReview = "policy-review"
    /// An account is not what the audit chain vouches for.
    case notVouchedFor = "not-vouched-for"

    /// A session that the addressee has a place at is called off.
    case sessionCalledOff = "session-called-off"
    /// A session that the addressee has a place at is at another time or place, or another.
    case sessionChanged = "session-changed"
    /// A partner agency opened a session to the team, or has changed one that the team comes to (IACP-3.9.2).
    case jointSession = "joint-session"
    /// The addressee is assigned to a training (OCP-I.C.3.b).
    case trainingAssigned = "training-assigned"
    /// A course of the addressee soon counts no more, or is soon due.
    case trainingDue = "training-due"
    /// Nothing is planned yet for a period that is soon over (KSO-D.3).
    case periodWithoutSession = "period-without-session"

    /// Supporters are wanted at the scene of an incident, and the addressee is asked.
    case sceneAsked = "scene-asked"
    /// Those who decide are to say whether a meeting after an incident is needed (OCP-II.E.2).
    case meetingDecision = "meeting-decision"
    /// The addressee is to hold a meeting after an incident.
    case meetingTeam = "meeting-team"
    /// The addressee has to come to a debriefing of the team (IACP-5.3).
    case teamDebriefing = "team-debriefing"
    /// Another agency's team asks the addressee's to answer an incident with it (OCP-I.A-2).
    case sharingAsked = "sharing-asked"
    /// Another agency joined an incident, declined, or left it.
    case sharingChanged = "sharing-changed"
    /// A follow-up after an incident is to be offered.
    case followUpDue = "follow-up-due"
    /// The addressee has somebody to offer support to, or to try again.
    case outreachDue = "outreach-due"

    /// Feedback of the team waits for an answer (IACP-8.2).
    case feedbackWaits = "feedback-waits"
    /// What the addressee said with their name has an answer.
    case feedbackAnswered = "feedback-answered"

    /// Off-duty time waits for the addressee's approval.
    case dutyTimeWaits = "duty-time-waits"
    /// Off-duty time of the addressee was approved or declined.
    case dutyTimeDecided = "duty-time-decided"
    /// A member who reports to the addressee is to be released from regular duty for a while (SAC-II.D.1).
    case releaseAsked = "release-asked"

    /// The table of kinds.
    package var row: NoticeRow {
        switch self {
        case .requestWaits: NoticeRow(.untilAnswered, keepsItsTime: false, overseenBy: .rosterKeepers, isOfAsking: true)
        case .firstContactMissed: NoticeRow(.untilAnswered, keepsItsTime: false, overseenBy: .rosterKeepers)
        case .conflict: NoticeRow(.untilAnswered, keepsItsTime: false, overseenBy: .rosterKeepers)
        case .cannotLeavePost, .findAnother:
            NoticeRow(
                .untilAnswered, keepsItsTime: false, overseenBy: .rosterKeepers, asksForDecision: true,
                isDutyToFind: true)
        case .replacementNeeded:
            NoticeRow(.withDisclosure, overseenBy: .nobody, sequel: .disclosureKnown, unanswered: .nextOffice)
        case .disclosure:
            NoticeRow(.withDisclosure, overseenBy: .nobody, sequel: .disclosureKnown, unanswered: .nextOffice)
        case .standsIn: NoticeRow(.withDisclosure, overseenBy: .nobody, sequel: .disclosureKnown)
        case .nobodyAnswers: NoticeRow(.withDisclosure, overseenBy: .nobody)
        case .followOn:
            NoticeRow(
                .withDisclosure, overseenBy: .nobody, isDutyToTell: true, sequel: .passedOn, unanswered: .whomToTell)
        case .approvalAsked:
            NoticeRow(
                .untilAnswered, keepsItsTime: false, overseenBy: .rosterKeepers, asksForDecision: true,
                isOfAsking: true)
        case .tellAdministrator:
            NoticeRow(
                .asProof, keepsItsTime: false, overseenBy: .rosterKeepers, isDutyToTell: true,
                rule: .afterHoursRequest, sequel: .administratorTold, isOfAsking: true)
        case .afterHoursResponse:
            NoticeRow(
                .asProof, keepsItsTime: false, overseenBy: .rosterKeepers, rule: .afterHoursResponseInPerson)
        case .calledOut: NoticeRow(.asProof, overseenBy: .everyOverseer)
        case .getInTouch: NoticeRow(.asProof, overseenBy: .everyOverseer)
        // It says that a supporter had an offer before them, so it is gone once somebody calls, and nobody else reads it.
        case .callBack: NoticeRow(.untilAnswered, keepsItsTime: false, overseenBy: .nobody)
        case .rosterGap: NoticeRow(.asProof, overseenBy: .everyOverseer)
        case .swapAsked: NoticeRow(.asProof, overseenBy: .everyOverseer)
        case .suspension: NoticeRow(.asProof, overseenBy: .nobody, asksForDecision: true)
        case .seatOffered, .ownSeatEnds, .seatEnds, .seatVacant, .ballotOpened,
            .termEnds, .agreementToSign, .pauseOver, .ownMembership, .membershipChanged, .reviewDue, .removalWaits:
            NoticeRow(.asProof, overseenBy: .nobody)
        case .referralsToCheck: NoticeRow(.asProof, overseenBy: .nobody)
        case .aidWaits, .aidChanged, .aidEnds: NoticeRow(.asProof, overseenBy: .nobody)
        case .licenceEnds, .equipmentDueBack, .libraryReviewDue, .awarenessDue, .counselDue, .sponsorLetterDue,
            .service, .checkDue:
            NoticeRow(.asProof, overseenBy: .nobody)
        case .officeAsked: NoticeRow(.asProof, overseenBy: .nobody, asksForDecision: true)
        case .teamGrew: NoticeRow(.asProof, overseenBy: .nobody)
        case .policyDraft: NoticeRow(.asProof, overseenBy: .nobody)
        case .policyReview: NoticeRow(.asProof, overseenBy: .everyOverseer)
        case .notVouchedFor: NoticeRow(.asProof, overseenBy: .everyOverseer)
        case .sessionCalledOff, .sessionChanged, .jointSession, .trainingAssigned, .trainingDue:
            NoticeRow(.asProof, overseenBy: .nobody)
        case .feedbackWaits, .feedbackAnswered: NoticeRow(.asProof, overseenBy: .nobody)
        case .sceneAsked, .meetingDecision, .meetingTeam, .teamDebriefing, .followUpDue, .sharingAsked,
            .sharingChanged:
            NoticeRow(.asProof, overseenBy: .nobody)
        // It tells when a name was given, and what came of it: no time is kept, and it is gone with the answer.
        case .outreachDue: NoticeRow(.untilAnswered, keepsItsTime: false, overseenBy: .nobody)
        case .periodWithoutSession: NoticeRow(.asProof, overseenBy: .everyOverseer)
        // When somebody was at work tells when somebody was helped: no time is kept, and each is gone once it is answered.
        case .dutyTimeWaits, .dutyTimeDecided, .releaseAsked:
            NoticeRow(.untilAnswered, keepsItsTime: false, overseenBy: .nobody)
        }
    }

    package var keeping: NoticeRow.Keeping { row.keeping }
    package var keepsItsTime: Bool { row.keepsItsTime }
    package var asksForDecision: Bool { row.asksForDecision }
    package var isDutyToTell: Bool { row.isDutyToTell }
    package var isOfAsking: Bool { row.isOfAsking }

    /// Whether its addressee is asked to speak with whoever raised it, and is shown how to reach them.
    package var asksToSpeak: Bool {
        switch self {
        case .disclosure, .replacementNeeded, .standsIn, .followOn, .cannotLeavePost, .getInTouch, .callBack: true
        case .aidWaits, .aidChanged, .aidEnds,
            .requestWaits, .firstContactMissed, .conflict, .findAnother, .nobodyAnswers, .approvalAsked,
            .tellAdministrator,
            .seatOffered, .ownSeatEnds, .seatEnds, .seatVacant, .ballotOpened,
            .afterHoursResponse, .calledOut, .rosterGap, .swapAsked, .suspension, .officeAsked, .teamGrew,
            .policyDraft, .policyReview, .notVouchedFor, .sessionCalledOff, .sessionChanged, .jointSession,
            .trainingAssigned, .trainingDue,
            .referralsToCheck,
            .periodWithoutSession, .licenceEnds, .equipmentDueBack, .awarenessDue, .counselDue, .sponsorLetterDue,
            .feedbackWaits, .feedbackAnswered, .sceneAsked, .meetingDecision, .meetingTeam, .teamDebriefing,
            .sharingAsked, .sharingChanged, .libraryReviewDue, .dutyTimeWaits, .dutyTimeDecided, .releaseAsked,
            .service, .checkDue, .followUpDue, .outreachDue,
            .termEnds, .agreementToSign, .pauseOver, .ownMembership, .membershipChanged, .reviewDue, .removalWaits:
            false
        }
    }
}

/// All that sets one kind of notice apart from the others, but for its words.
package struct NoticeRow: Sendable, Equatable {
    package let keeping: Keeping
    /// Whether the moment it was raised may be kept. For the rest it would say when somebody asked for help.
    package let keepsItsTime: Bool
    package let overseenBy: Overseers
    /// Whether reading it is no answer: somebody has to decide.
    package let asksForDecision: Bool
    /// Whether answering it means to have told somebody, and not only to have read it.
    package let isDutyToTell: Bool
    /// Whether it is over once somebody has the request that it is about, and not before.
    package let isDutyToFind: Bool
    /// The duty of the pack that it carries out, where there is one.
    package let rule: NotificationRule.Event?
    package let sequel: Sequel
    /// Whether anybody who asks for support brings it about, from outside: then one word of several is enough (``AskingPace``).
    package let isOfAsking: Bool
    /// Who is asked besides, where nobody answers it.
    package let unanswered: Unanswered

    fileprivate init(
        _ keeping: Keeping, keepsItsTime: Bool = true, overseenBy: Overseers, asksForDecision: Bool = false,
        isDutyToTell: Bool = false, isDutyToFind: Bool = false, rule: NotificationRule.Event? = nil,
        sequel: Sequel = .nothing, isOfAsking: Bool = false, unanswered: Unanswered = .nobodyElse
    ) {
        self.keeping = keeping
        self.keepsItsTime = keepsItsTime
        self.overseenBy = overseenBy
        self.asksForDecision = asksForDecision
        self.isDutyToTell = isDutyToTell
        self.isDutyToFind = isDutyToFind
        self.rule = rule
        self.sequel = sequel
        self.isOfAsking = isOfAsking
        self.unanswered = unanswered
    }

    /// Who is asked besides whoever does not answer.
    package enum Unanswered: Sendable {
        case nobodyElse
        /// The pack's next office answers in its place.
        case nextOffice
        /// Whoever was to be told is told without them.
        case whomToTell
    }

    /// How long a notice of the kind stays, and how exactly its times are kept.
    package enum Keeping: Sendable {
        /// It exists because somebody asked for help. It bears a day and no time, and is gone once it is answered.
        case untilAnswered
        /// It belongs to a disclosure and goes with its record.
        case withDisclosure
        /// It proves that a duty was done in time, and goes a year later.
        case asProof
    }

    /// Who sees notices of the kind beside those they are for, of all who watch over the programme's duties.
    package enum Overseers: Sendable {
        case nobody
        case everyOverseer
        /// What tells of a request is for whoever keeps the call-out list.
        case rosterKeepers
    }

    /// What its answer gives rise to.
    package enum Sequel: Sendable {
        case nothing
        /// Whoever was told of a disclosure knows now, and tells on whom the pack names.
        case disclosureKnown
        /// A disclosure was passed on.
        case passedOn
        /// Somebody was told of a request after hours.
        case administratorTold
    }
}
