/// What the programme knows of that belongs to a ground for removal: what the member owed it, in numbers. Nothing of requests, offers or
/// disclosures, and nothing of why.
package enum GroundEvidence: Sendable, Equatable {
    /// Where they had to be in the past year.
    case absences(MemberAbsences)
    /// For how many hours of the four weeks ahead they can be called by the call-out list. Offers of requests are not kept by member.
    case unavailability(hoursAhead: Int)
    /// Of the last twelve months.
    case missingStatSheets(Int)
    /// Nothing where none is recorded.
    case annualReview(isPassed: Bool?)
    /// Words of the programme to them in the past year that were answered late, or not.
    case unacknowledgedNotices(Int)
    /// That it was raised before: since when they are suspended for it, and how many removals were asked for on that ground and not
    /// carried out. What was said or done is not kept.
    case breachOfConfidence(suspendedOn: Day?, askedBefore: Int)

    /// How far back it is looked.
    package static let days = 365

    /// How far ahead the call-out list is looked at.
    package static let daysAhead = 28
}

extension NoticeKind {
    /// Whether a member owes the programme an answer to it. What came of a request, a disclosure or a call-out is none of those.
    package var isOwedByMembers: Bool {
        switch self {
        case .getInTouch, .agreementToSign, .trainingAssigned, .trainingDue, .termEnds: true
        case .aidWaits, .aidChanged, .aidEnds, .requestWaits, .firstContactMissed, .conflict, .cannotLeavePost,
            .findAnother,
            .replacementNeeded,
            .disclosure, .standsIn, .nobodyAnswers, .followOn, .approvalAsked, .tellAdministrator, .afterHoursResponse,
            .calledOut, .callBack, .rosterGap, .swapAsked, .suspension, .seatOffered, .ownSeatEnds, .seatEnds,
            .seatVacant, .ballotOpened, .licenceEnds, .pauseOver, .ownMembership, .membershipChanged, .reviewDue,
            .removalWaits, .officeAsked, .teamGrew, .policyDraft, .policyReview, .notVouchedFor, .sessionCalledOff,
            .sessionChanged, .jointSession,
            .referralsToCheck,
            .periodWithoutSession, .equipmentDueBack, .awarenessDue, .counselDue, .sponsorLetterDue, .feedbackWaits,
            .feedbackAnswered, .sceneAsked, .meetingDecision, .meetingTeam, .teamDebriefing, .sharingAsked,
            .sharingChanged, .libraryReviewDue, .dutyTimeWaits, .dutyTimeDecided, .releaseAsked, .service, .checkDue,
            .followUpDue, .outreachDue:
            false
        }
    }
}

extension Notice {
    /// Days in which a member answers what has no time of its own.
    package static let daysToAnswer = 30

    /// Whether a member owed it an answer and gave it late, or has not.
    package func wasLeftUnanswered(at now: Instant, on today: Day) -> Bool {
        guard kind.isOwedByMembers else { return false }
        if due != nil { return isOverdue(at: now) }
        return isOpen && today.daysSince1970 - raisedOn.daysSince1970 > Self.daysToAnswer
    }
}

extension RosterList {
    /// For how many hours of that time the account can be called by this list.
    package func hours(of account: String, in window: Stretch) -> Int {
        let milliseconds = spans(in: window).filter { $0.onCall.contains(account) || $0.opened.contains(account) }
            .reduce(Int64(0)) { $0 + $1.stretch.until.milliseconds - $1.stretch.from.milliseconds }
        return Int(milliseconds / 3_600_000)
    }
}
