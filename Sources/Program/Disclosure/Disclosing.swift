extension ConfidentialityRules {
    package func exception(_ id: String) -> DisclosureException? { exceptions.first { $0.id == id } }

    /// The exceptions of one force, in the pack's order.
    package func exceptions(_ force: DisclosureException.Force) -> [DisclosureException] {
        exceptions.filter { $0.force == force }
    }
}

extension Recipient.Who {
    /// The role that is told by a notice; nothing where the supporter tells somebody outside of the programme.
    package var role: RoleID? {
        switch self {
        case .role(let role): role
        case .crisisReferralService, .anotherSupporter, .authorityNamedByLaw, .namedInConsent: nil
        }
    }
}

extension Recipient.Deadline {
    /// How many minutes somebody has until they know; nothing where the pack sets no time. `pace` is the pack's own wait
    /// for an answer to a page, which is what "at once" can mean; "as soon as possible" is an hour, and never less.
    package func minutes(pace: Announcing) -> Int? {
        switch self {
        case .immediately: pace.everyMinutes
        case .asSoonAsPossible: max(60, pace.everyMinutes)
        case .open: nil
        }
    }

    /// Until when they have to know; nothing where the pack sets no time.
    package func due(pace: Announcing, from now: Instant) -> Instant? {
        minutes(pace: pace).map { now.adding(seconds: Int64($0) * 60) }
    }
}

extension DisclosureException {
    /// The notice that tells one recipient; nothing where they are not of the programme.
    package func notice(
        to recipient: Recipient, of disclosure: String, by supporter: String, pace: Announcing, at now: Instant
    ) -> NewNotice? {
        guard let role = recipient.who.role else { return nil }
        return NewNotice(
            kind: replacesSupporter ? .replacementNeeded : .disclosure, to: .role(role),
            due: recipient.deadline.due(pace: pace, from: now), repeats: recipient.escalates, about: disclosure,
            under: basis.clauses, from: supporter, reachesDesignees: recipient.designeeAllowed,
            everyMinutes: recipient.deadline.minutes(pace: pace), isUrgent: recipient.deadline == .immediately)
    }

    /// What whoever answered that notice has to do next: tell exactly those whom the pack names.
    package func followOns(of answered: Notice, under policy: PolicyPack, at now: Instant) -> [NewNotice] {
        followOn.filter { .role($0.by) == answered.to }.map { duty in
            let pace = policy.escalation.pace
            return NewNotice(
                kind: .followOn, to: .role(duty.by), due: pace.next(after: now), repeats: true, about: answered.about,
                under: basis.clauses, from: answered.from, tells: duty.tells, isUrgent: true)
        }
    }
}

extension Notice {
    /// The notice by which whoever has a follow-on duty tells the next one; nothing where this is no such duty.
    package func passedOn(by account: String, under policy: PolicyPack, at now: Instant) -> NewNotice? {
        guard kind == .followOn, let tells else { return nil }
        return NewNotice(
            kind: .disclosure, to: .role(tells), due: policy.escalation.pace.next(after: now), repeats: true,
            about: about, under: clauses, from: account, isUrgent: true)
    }
}
