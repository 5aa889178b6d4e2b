/// A request as it is offered to somebody just now.
package struct RequestOffer: Sendable, Equatable {
    package let life: RequestLife
    package let account: String
    /// With which stage they are asked.
    package let wave: Stage
    /// How far asking around has come.
    package let stage: Stage
    /// When whoever comes next is asked too, if nobody has taken it by then.
    package let until: Instant
    /// Names this time of asking around.
    package let offering: String

    /// Nothing where they are not asked just now: somebody has it, asking around has not come to them, or their hours keep
    /// them from it.
    ///
    /// - Parameter wave: as their copy of the key has it; nothing for whoever has the request.
    package init?(_ life: RequestLife, to account: String, wave: Stage?, asking: AskingNow) {
        guard asking.isOffered(life.standing, to: account, wave: wave), let wave,
            case .offered(let stage, let until, let offering) = life.standing
        else { return nil }
        self.life = life
        self.account = account
        self.wave = wave
        self.stage = stage
        self.until = until
        self.offering = offering
    }

    package var isPreferred: Bool { wave == .preferred }
    /// Whether they are in the seeker's chain of command and asked because nobody else took it (IACP-7.2).
    package var isMarkedChain: Bool { wave == .chain }

    /// "I should not take this": it is not offered to them again. No reason is asked, and nobody is told, unless they tell of a
    /// conflict of interest where the pack has that told (SAC-II.D.3.k).
    package func passed(telling conflict: Bool = false, under rules: RequestRules) -> RequestOutcome {
        var record = life.record
        record.barred.insert(account)
        return RequestOutcome(
            .passed(record, by: account), notices: conflict ? rules.noticesOfConflict(of: account) : [])
    }

    /// They would take it.
    ///
    /// - Parameter isTied: whether they were part of the incident that the request has to do with (KSO-I.1.b).
    package func answered(
        _ attestation: Attestation, isTied: Bool, under rules: RequestRules, at now: Instant,
        reachedAt time: PreferredTime, in calendar: AgencyCalendar
    ) -> OfferAnswer {
        if isTied { return .withdrawn }
        // What the directory knows holds as if they had said it.
        let attested = Attestation(
            ties: attestation.ties,
            isInChainOfCommand: attestation.isInChainOfCommand || life.record.isKnownInChain(account))
        switch rules.ruling(on: attested, areOthersAsked: !isMarkedChain, isWanted: isPreferred) {
        case .barred(let refusal): return .refused(passed(under: rules).change, refusal)
        case .othersFirst(let refusal):
            var record = life.record
            record.chain.insert(account)
            return .refused(.putLast(record, account: account), refusal)
        case .clear: return taken(isInChain: false)
        case .clearWithPrompt(let consulted): return taken(isInChain: true, consults: consulted)
        case .oneContact: return taken(isInChain: true)
        }

        func taken(isInChain: Bool, consults: RoleID? = nil) -> OfferAnswer {
            let due = rules.firstContact.due(acceptedAt: now, reachedAt: time, in: calendar)
            var record = life.record
            record.beginAnew()
            record.isInChain = isInChain
            record.former = account
            if record.waitsSince != nil { record.takenAt = stage.number }
            let acceptance = Acceptance(
                id: life.id, firstContactDue: due,
                isForOneContact: isInChain && rules.chainOfCommand?.handling == .oneContactThenHandOff,
                consults: consults)
            return .taken(.taken(record, by: account, firstContactDue: due), acceptance)
        }
    }
}

/// What comes of somebody's yes to an offer.
package enum OfferAnswer: Sendable, Equatable {
    /// They have it.
    case taken(RequestChange, Acceptance)
    /// Not they, for a reason they are told; others are asked.
    case refused(RequestChange, Refusal)
    /// They cannot open it any more, and nobody says why: words of an incident would tell them who may have asked. For everybody else
    /// they are asked as before, and do not answer.
    case withdrawn
}

/// What a supporter has to mind about a request just accepted.
package struct Acceptance: Sendable, Equatable {
    /// The request.
    package let id: String
    /// Until when the first contact is to be made.
    package let firstContactDue: Instant
    /// Whether one contact only is allowed, and a hand-off follows (KSO-E.8).
    package let isForOneContact: Bool
    /// Whom to consult about support across the chain of command (IACP-7.2).
    package let consults: RoleID?
}
