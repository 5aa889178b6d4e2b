/// How soon somebody has to do something about a notice, for whoever looks at what waits for them.
package enum NoticeUrgency: Int, Sendable, Comparable, CaseIterable {
    /// It can wait.
    case whenever
    /// It is due, and there are hours left.
    case today
    /// It is due within a few hours, or somebody waits for it.
    case soon
    /// It is overdue, or due within the half hour: somebody may be in danger.
    case now

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    /// - Parameters:
    ///   - due: until when it is to be answered, where that is set.
    ///   - isPressing: whether somebody waits for the answer at whatever hour.
    package static func of(due: Instant?, isPressing: Bool, at now: Instant) -> NoticeUrgency {
        guard let due else { return isPressing ? .soon : .whenever }
        let seconds = (due.milliseconds - now.milliseconds) / 1000
        return switch seconds {
        case ...1_800: .now
        case ...14_400: .soon
        default: isPressing ? .soon : .today
        }
    }
}

extension NoticeKind {
    /// Whether somebody waits for the answer, at whatever hour: whoever asked for support, or whoever carries out an exception.
    package var isPressing: Bool {
        switch self {
        case .requestWaits, .firstContactMissed, .cannotLeavePost, .findAnother, .replacementNeeded, .disclosure,
            .standsIn, .nobodyAnswers, .followOn,
            .approvalAsked, .tellAdministrator, .calledOut, .callBack, .sceneAsked, .sharingAsked:
            true
        case .aidWaits, .aidChanged, .aidEnds, .seatOffered, .ownSeatEnds, .seatEnds, .seatVacant, .ballotOpened,
            .conflict, .afterHoursResponse, .getInTouch, .rosterGap, .swapAsked, .suspension, .officeAsked, .teamGrew,
            .policyDraft, .policyReview, .notVouchedFor, .sessionCalledOff, .sessionChanged, .jointSession,
            .trainingAssigned, .trainingDue,
            .referralsToCheck,
            .periodWithoutSession, .licenceEnds, .equipmentDueBack, .awarenessDue, .counselDue, .sponsorLetterDue,
            .feedbackWaits, .feedbackAnswered, .meetingDecision, .meetingTeam, .teamDebriefing, .sharingChanged,
            .libraryReviewDue, .dutyTimeWaits, .dutyTimeDecided, .releaseAsked, .service, .checkDue, .followUpDue,
            .outreachDue,
            .termEnds, .agreementToSign, .pauseOver, .ownMembership, .membershipChanged, .reviewDue, .removalWaits:
            false
        }
    }
}

extension Notice {
    package func urgency(at now: Instant) -> NoticeUrgency {
        isOpen ? .of(due: due, isPressing: kind.isPressing, at: now) : .whenever
    }

    /// Whether it stands before another where somebody looks at what waits for them: the more urgent first, of those the one that
    /// is due first, then the oldest.
    package func isMoreUrgent(than other: Notice, at now: Instant) -> Bool {
        let (mine, theirs) = (urgency(at: now), other.urgency(at: now))
        if mine != theirs { return mine > theirs }
        let (end, otherEnd) = (due?.milliseconds ?? .max, other.due?.milliseconds ?? .max)
        if end != otherEnd { return end < otherEnd }
        return (raisedOn, id) < (other.raisedOn, other.id)
    }
}

extension Sequence<Notice> {
    /// By ``Notice/isMoreUrgent(than:at:)``.
    package func byUrgency(at now: Instant) -> [Notice] { sorted { $0.isMoreUrgent(than: $1, at: now) } }
}
