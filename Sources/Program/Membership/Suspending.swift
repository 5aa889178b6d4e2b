/// A member taken off the team at once, before the last word on it is said (KSO-H.9.a). What led to it is not kept: the ground is
/// one of the pack's list.
package struct Suspension: Sendable, Equatable {
    package let id: String
    package let account: String
    /// The id of the pack's ground.
    package let ground: String
    package let begunBy: String
    package let begunOn: Day
    /// The day on which the member was removed for good; nothing while it waits for the last word. One that is lifted is
    /// kept no longer.
    package let confirmedOn: Day?

    package init(id: String, account: String, ground: String, begunBy: String, begunOn: Day, confirmedOn: Day? = nil) {
        self.id = id
        self.account = account
        self.ground = ground
        self.begunBy = begunBy
        self.begunOn = begunOn
        self.confirmedOn = confirmedOn
    }

    package var isOpen: Bool { confirmedOn == nil }

    /// Whether the member is told of it on their own home: while it waits, and for thirty days after a removal.
    package func isTold(on today: Day) -> Bool {
        confirmedOn.map { today.daysSince1970 - $0.daysSince1970 <= 30 } ?? true
    }
}

/// The last word on a suspension.
package enum SuspensionDecision: String, Sendable, CaseIterable {
    /// The member is removed for good.
    case remove
    /// Everything is as it was before.
    case lift
}

/// What the last word makes of a suspension.
package enum SuspensionEnd: Sendable, Equatable {
    /// The member is removed for good, from that day.
    case removed(Suspension, on: Day)
    /// Everything is as it was before, and the suspension is kept no longer.
    case lifted(Suspension)
}

extension RemovalRules {
    /// Who says the last word on a suspension: whoever approves a removal, or removes without approval. Nobody where a
    /// committee votes.
    package var decider: RoleID? {
        switch procedure {
        case .approved(_, let approver): approver
        case .decision(let role), .atWill(let role): role
        case .ballot: nil
        }
    }

    /// The clauses that a suspension and its last word come from.
    package var suspensionClauses: [ClauseID] {
        ((suspension?.basis.clauses ?? []) + basis.clauses).withoutRepetition
    }

    /// Minutes between two announcements of a suspension that waits: often enough not to be forgotten, and no alarm, since
    /// the member is off the team already.
    package static let announcedEvery = 120
}

extension PolicyPack {
    /// The roles that are the team: whoever takes requests, and whoever is bound to its confidence with them.
    package var teamRoles: [RoleID] {
        let keepers = confidentiality.keepers.value
        return roles.filter { $0.powers.contains(.takeRequests) || keepers.contains($0.id) }.map(\.id)
    }

    /// The rule by which somebody with those roles suspends members, and who has the last word on it; nothing where the pack has
    /// none for them (KSO-H.9.a, KSO-F.1-0).
    package func suspending(by roles: Set<RoleID>) -> (rule: SuspensionRule, decider: RoleID)? {
        guard let rule = membership.removal.suspension, roles.contains(rule.by),
            let decider = membership.removal.decider
        else { return nil }
        return (rule, decider)
    }

    /// What keeps somebody whom the pack lets suspend from suspending that member, if anything.
    ///
    /// - Parameter holdings: the member's roles.
    package func maySuspend(
        _ account: String, holding holdings: [Holding], by suspender: String, _ persons: SamePerson,
        isSuspended: Bool, on today: Day
    ) -> Refusal? {
        let clauses = membership.removal.suspensionClauses
        if persons.isOne(account, suspender) { return Refusal("Nobody suspends themselves.", clauses: clauses) }
        if isSuspended { return Refusal("This member is suspended already.", clauses: clauses) }
        guard holdings.contains(where: { teamRoles.contains($0.role) && $0.isHeld(on: today) }) else {
            return Refusal("This account has no role in the team today.", clauses: clauses)
        }
        return nil
    }

    /// What the last word makes of a suspension.
    ///
    /// - Parameters:
    ///   - suspension: nothing where it is kept no longer.
    ///   - isAsked: whether the notice that asks for the last word still waits for it.
    package func decided(
        _ decision: SuspensionDecision, on suspension: Suspension?, isAsked: Bool, by account: String,
        _ persons: SamePerson, on today: Day
    ) -> Result<SuspensionEnd, Refusal> {
        guard isAsked, let suspension, suspension.isOpen else {
            return .failure(Refusal("The last word on this was said before."))
        }
        if let refusal = mayDecide(on: suspension, by: account, persons) { return .failure(refusal) }
        return switch decision {
        case .remove: .success(.removed(suspension, on: max(suspension.begunOn, today)))
        case .lift: .success(.lifted(suspension))
        }
    }

    /// What keeps somebody who says the last word from saying it, if anything: it is another's than the first.
    package func mayDecide(on suspension: Suspension, by account: String, _ persons: SamePerson) -> Refusal? {
        guard persons.holds(account, among: [suspension.begunBy, suspension.account]) else { return nil }
        return Refusal(
            "Somebody else says the last word on this.", field: "decision",
            basis: membership.removal.basis)
    }

    /// What keeps a suspended account from being given a role of the team, if anything.
    package func mayAppointSuspended(to role: RoleID) -> Refusal? {
        guard teamRoles.contains(role) else { return nil }
        return Refusal(
            "This member is suspended from the team. The last word on it comes first.", field: "role",
            clauses: membership.removal.suspensionClauses)
    }

    /// Whether a holding that a suspension interrupted may go on when it is lifted: not where somebody else has the only
    /// place meanwhile, and not where the member has an office meanwhile that checks it.
    ///
    /// - Parameter own: what the person holds or will hold.
    package func mayGoOn(_ holding: Holding, beside others: [Holding], own: [Holding]) -> Bool {
        (role(holding.role)?.holders != .one || !others.contains { $0.overlaps(holding) })
            && mayHold(holding, beside: own) == nil
    }

    /// Tells whoever has the last word, again and again until it is said.
    package func notice(of suspension: Suspension, to decider: RoleID) -> NewNotice {
        NewNotice(
            kind: .suspension, to: .role(decider), repeats: true, about: suspension.id,
            under: membership.removal.suspensionClauses, from: suspension.begunBy,
            everyMinutes: RemovalRules.announcedEvery, isUrgent: true)
    }
}
