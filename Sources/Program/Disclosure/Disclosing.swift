extension ConfidentialityRules {
    package func exception(_ id: String) -> DisclosureException? { exceptions.first { $0.id == id } }

    /// The exceptions of one force, in the pack's order.
    package func exceptions(_ force: DisclosureException.Force) -> [DisclosureException] {
        exceptions.filter { $0.force == force }
    }

    /// Those that each agency settles with its counsel (IACP-6.2).
    package var unsettled: [DisclosureException] { exceptions(.unsettled) }
}

extension Recipient.Who {
    /// The role that is told by a notice; nothing where the supporter tells somebody outside of the programme.
    package var role: RoleID? {
        switch self {
        case .role(let role): role
        case .crisisReferralService, .anotherSupporter, .authority, .authorityNamedByLaw, .namedInConsent: nil
        }
    }

    /// The authority whose number the agency sets.
    package var authority: AuthorityID? {
        switch self {
        case .authority(let id): id
        case .role, .crisisReferralService, .anotherSupporter, .authorityNamedByLaw, .namedInConsent: nil
        }
    }
}

extension Recipient.Deadline {
    /// How many minutes somebody has until they know; nothing where the pack sets no time.
    package func minutes(_ telling: TellingRules) -> Int? {
        switch self {
        case .immediately: telling.atOnceMinutes.value.number
        case .asSoonAsPossible: telling.soonMinutes.value.number
        case .open: nil
        }
    }

    /// Until when they have to know; nothing where the pack sets no time.
    package func due(_ telling: TellingRules, from now: Instant) -> Instant? {
        minutes(telling).map { now.adding(seconds: Int64($0) * 60) }
    }
}

extension DisclosureException {
    /// The notice that tells one recipient; nothing where they are not of the programme.
    package func notice(
        to recipient: Recipient, of disclosure: String, by supporter: String, telling: TellingRules, at now: Instant
    ) -> NewNotice? {
        guard let role = recipient.who.role else { return nil }
        return NewNotice(
            kind: replacesSupporter ? .replacementNeeded : .disclosure, to: .role(role),
            due: recipient.deadline.due(telling, from: now), repeats: recipient.escalates, about: disclosure,
            under: basis.clauses, from: supporter, reachesDesignees: recipient.designeeAllowed,
            everyMinutes: recipient.deadline.minutes(telling), isUrgent: recipient.deadline == .immediately)
    }

    /// What whoever answered that notice has to do next: tell exactly those whom the pack names. Who answered in another's place does
    /// it in their place; whoever is to be told themselves knows it by then.
    package func followOns(of answered: Notice, under policy: PolicyPack, at now: Instant) -> [NewNotice] {
        let office = answered.answersFor
        return followOn.filter { $0.by == office && answered.to != .role($0.tells) }.map { duty in
            let minutes = policy.telling.atOnceMinutes.value.number
            return NewNotice(
                kind: .followOn, to: answered.to, due: now.adding(seconds: Int64(minutes) * 60), repeats: true,
                about: answered.about, under: basis.clauses, from: answered.from, tells: duty.tells,
                everyMinutes: minutes, isUrgent: true)
        }
    }

    /// What whoever answers that notice says with it, by yes or no.
    package func question(with notice: Notice) -> FollowOn.Question? {
        guard notice.kind == .followOn, let tells = notice.tells else { return nil }
        return followOn.first { $0.tells == tells && $0.asks != nil }?.asks
    }
}

extension Notice {
    /// The office that an answer to it answers for: the addressee's own, or the one in whose place they were asked.
    package var answersFor: RoleID? {
        switch (kind, to) {
        case (.standsIn, _): tells
        case (_, .role(let role)): role
        case (_, .account): nil
        }
    }

    /// The notice by which whoever has a follow-on duty tells the next one; nothing where this is no such duty.
    package func passedOn(by account: String, under policy: PolicyPack, at now: Instant) -> NewNotice? {
        guard kind == .followOn, let tells else { return nil }
        let minutes = policy.telling.atOnceMinutes.value.number
        return NewNotice(
            kind: .disclosure, to: .role(tells), due: now.adding(seconds: Int64(minutes) * 60), repeats: true,
            about: about, under: clauses, from: account, everyMinutes: minutes, isUrgent: true)
    }
}
