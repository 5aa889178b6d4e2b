/// What a seeker does with their own request. They may in any status; no reason is asked (SAC-V-1, PD-B.2.a).
extension RequestLife {
    /// What keeps the seeker from writing to their supporter, if anything.
    package func mayWriteAsSeeker() -> Refusal? {
        if isInquiry { return .inquiryIsTheirs }
        return switch standing {
        case .closed: .requestIsClosed
        case .offered, .accepted: nil
        }
    }

    /// Which account is told that the seeker wrote: the supporter's, unless they were told of a message that they have not looked at
    /// yet.
    package func toldOfMessage(whileOneWaits isWaiting: Bool) -> String? { isWaiting ? nil : standing.supporter }

    /// Whether its seeker sees what comes of it: who has it, what is written, who is consulted. Whoever asks for somebody else is
    /// told nothing but thanks (PD-B.2.a.1).
    package var isFollowedBySeeker: Bool { !isInquiry }

    /// Whether its receipt opens it that day. That of an inquiry does for as long as a closed one is kept, counted from the asking: so
    /// it tells neither that the inquiry has ended nor that it goes on (PD-B.2.a.1).
    package func isOpenToSeeker(on today: Day, under rules: RetentionRules) -> Bool {
        guard isInquiry, let asked = record.askedOn else { return true }
        return asked.adding(days: rules.inquiryDays.value.number).map { today < $0 } ?? false
    }

    /// Whether what was written of somebody is destroyed at the end at once, and not only with all the rest: the name of an inquiry
    /// (PD-B.2.a.1).
    package var forgetsWordsAtItsEnd: Bool { isInquiry }

    /// Another supporter is asked.
    ///
    /// - Parameter isUnwanted: whether the present one must not be offered it again.
    package func changingSupporter(isUnwanted: Bool) -> Result<RequestChange, Refusal> {
        guard let supporter = standing.supporter, !isInquiry else {
            return .failure(
                isInquiry ? .inquiryIsTheirs : Refusal("Nobody has this request, so there is nobody to change."))
        }
        return .success(offeredAgain(besides: isUnwanted ? supporter : nil))
    }

    /// Ends it; harmless where it has ended.
    package func endedBySeeker(on today: Day, under rules: RetentionRules) -> RequestChange? {
        switch standing {
        case .closed: .noted(record)
        case .offered, .accepted: closed(on: today, under: rules)
        }
    }

    /// Opens it again: whoever had it is asked first. Harmless where it is open.
    package func reopened(on today: Day) -> Result<RequestChange, Refusal> {
        if isInquiry { return .failure(.inquiryIsTheirs) }
        guard case .closed = standing else { return .success(.noted(record)) }
        guard mayBeReopened(on: today) else { return .failure(Refusal("This can no longer be opened again.")) }
        return .success(offeredAgain(wanted: record.former.map { [$0] } ?? []))
    }

    /// Whether its seeker can still open it again. The one approach of an inquiry is not made a second time.
    package func mayBeReopened(on today: Day) -> Bool { !isInquiry && (standing.daysLeft(on: today) ?? 0) > 0 }

    /// Whether somebody had it and is no longer there, so that others are being asked.
    package var lostSupporter: Bool { !isInquiry && standing.status == .offered && record.former != nil }

    /// Offers it to others where whoever has it is no longer there; nothing where they are. The one approach of an inquiry is not
    /// made a second time.
    ///
    /// - Parameters:
    ///   - canOpen: whether whoever has it has a copy of its key.
    ///   - takesRequests: whether they hold a role that takes requests today.
    package func offeredIfLeft(canOpen: Bool, takesRequests: Bool) -> RequestChange? {
        guard let supporter = standing.supporter, !(isInquiry && record.contacts > 0), !canOpen || !takesRequests
        else { return nil }
        return offeredAgain(leftBy: supporter)
    }
}

// The seeker's yes and no.
extension RequestLife {
    /// What keeps a written consent from being given, if anything (KSO-H.4.d, PD-B.2.b).
    ///
    /// - Parameter given: how many were given before, those taken back too.
    package func mayConsent(
        _ consent: NewConsent, besides given: Int, on today: Day, under rules: ConfidentialityRules
    ) -> Refusal? {
        if isInquiry { return .inquiryIsTheirs }
        guard rules.writtenConsent != nil else {
            return Refusal("This programme has no written consent: what is said stays where it is.")
        }
        if standing.status == .closed { return .requestIsClosed }
        if let refusal = consent.refusal(on: today) { return refusal }
        return given < NewConsent.most ? nil : Refusal("There is no room for another consent here.")
    }

    /// The seeker agrees, or no longer agrees, to a note to their supervisor for time away from the post (OCP-II.H.2).
    package func agreeing(toTimeOffNote agreed: Bool, under rules: RequestRules) -> Result<RequestChange, Refusal> {
        guard rules.timeOffPost != nil else { return .failure(Refusal("This programme writes no such notes.")) }
        if isInquiry { return .failure(.inquiryIsTheirs) }
        guard standing.status != .closed else { return .failure(.requestIsClosed) }
        var record = self.record
        record.agreesToTimeOffNote = agreed
        return .success(.noted(record))
    }
}

extension Refusal {
    /// Whoever asked for somebody else does nothing more, and learns from no answer what came of it.
    static let inquiryIsTheirs = Refusal("Thank you. There is nothing more for you to do.")
}

extension ConfidentialityRules {
    /// The consent taken back from today on, where the pack lets it be; as it was where it was taken back before.
    package func revoked(_ consent: SealedConsent, on today: Day) -> Result<SealedConsent, Refusal> {
        if let rule = writtenConsent, !rule.revocable {
            return .failure(Refusal("This programme's consent cannot be taken back.", basis: rule.basis))
        }
        var revoked = consent
        revoked.revokedOn = consent.revokedOn ?? today
        return .success(revoked)
    }
}

extension NewConsent {
    /// The most consents of one request.
    package static let most = 50

    /// What is wrong with it, if anything.
    package func refusal(on today: Day) -> Refusal? {
        var problems: [Refusal.Problem] = []
        if to.isEmpty || !to.fits(Self.longestTo) {
            problems.append(Refusal.Problem(field: "to", message: "Say who may be told, in a few words."))
        }
        if scope.isEmpty || !scope.fits(Self.longestScope) {
            problems.append(Refusal.Problem(field: "scope", message: "Say of what, in a sentence or two."))
        }
        if let until, until < today {
            problems.append(Refusal.Problem(field: "until", message: "Choose today or a later day."))
        }
        return problems.isEmpty ? nil : Refusal(problems)
    }
}
