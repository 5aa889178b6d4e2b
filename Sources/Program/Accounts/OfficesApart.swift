/// Two offices of which one person holds one.
package struct OfficePair: Hashable, Sendable {
    package let first: RoleID
    package let second: RoleID

    /// Nothing where both are the same: an office is not apart from itself.
    package init?(_ one: RoleID, _ other: RoleID) {
        guard one != other else { return nil }
        (first, second) = one < other ? (one, other) : (other, one)
    }

    package var offices: [RoleID] { [first, second] }
}

extension OfficeGroup {
    /// Each two of them.
    package var pairs: Set<OfficePair> { offices.pairs }
}

extension Sequence<RoleID> {
    fileprivate var pairs: Set<OfficePair> { pairs(with: self) }

    fileprivate func pairs(with others: some Sequence<RoleID>) -> Set<OfficePair> {
        Set(flatMap { one in others.compactMap { OfficePair(one, $0) } })
    }
}

// Which offices check which, worked out from the pack's other rules and from what it says of it.
extension PolicyPack {
    /// Whoever gives and ends roles.
    private var givingOffices: Set<RoleID> {
        Set(roles.filter { !$0.powers.isDisjoint(with: [.manageAccounts, .appointRoles]) }.map(\.id))
    }

    /// Whoever is told of a disclosure, by the pack's exceptions. Those asked in their place, such as dispatchers, are many and reach
    /// them; they check nobody.
    package var officesToldOfDisclosures: Set<RoleID> {
        let told = confidentiality.exceptions.flatMap { exception in
            exception.recipients.compactMap(\.who.role) + exception.followOn.flatMap { [$0.by, $0.tells] }
        }
        return Set(told)
    }

    /// Whoever has the last word on something: that a member goes, that a paper is right, that somebody is activated after hours; and
    /// whoever takes a request that nobody else took.
    private var officesWithLastWord: Set<RoleID> {
        let removal = [membership.removal.decider].compactMap { $0 }
        let activation = escalation.afterHoursActivation.map { [$0.approvedBy, $0.then] } ?? []
        let lastStep = escalation.steps.last.flatMap { step -> RoleID? in
            switch step.to {
            case .availableSupporters: nil
            case .role(let role): role
            }
        }
        return Set(
            removal + activation + (afterAction?.signedOffBy ?? []) + lastResortRoles.values
                + [lastStep].compactMap { $0 })
    }

    /// The pairs that are apart where the pack says nothing of them.
    private var apartBySilence: Set<OfficePair> {
        let checking = officesToldOfDisclosures.union(officesWithLastWord)
        let accounts = givingOffices.pairs(with: checking.union(offices?.confirmedBy.value ?? []))
        let paper = afterAction.map { ($0.signedOffBy + [$0.draftedBy]).pairs } ?? []
        let suspension = membership.removal.suspension.flatMap { rule in
            membership.removal.decider.flatMap { OfficePair(rule.by, $0) }
        }
        let activation =
            escalation.afterHoursActivation.map { [$0.soughtBy].pairs(with: [$0.approvedBy, $0.then]) } ?? []
        return accounts.union(paper).union(activation).union([suspension].compactMap { $0 })
    }

    /// Every two offices of which one person holds one.
    package var officesApart: Set<OfficePair> {
        apartBySilence.subtracting(offices?.together.flatMap(\.pairs) ?? []).union(
            offices?.apart.flatMap(\.pairs) ?? [])
    }

    /// The clauses by which two offices are apart; none where the pack is silent or chose it.
    package func clausesApart(_ pair: OfficePair) -> [ClauseID] {
        offices?.apart.first { $0.pairs.contains(pair) }?.basis.clauses ?? []
    }

    /// Who says the second yes: those whom the pack names, or, where it names nobody, whoever holds an office that is apart from
    /// another; and a second one who keeps the accounts, where there is one.
    package var confirmingOffices: Set<RoleID> {
        let named = offices.map { Set($0.confirmedBy.value) } ?? Set(officesApart.flatMap(\.offices))
        return named.union(roles(with: .manageAccounts).map(\.id))
    }

    /// Whether the office is given, and ended, with a second person's yes: it checks somebody, or says that yes itself. Not where the
    /// policy names one office that alone appoints to it and that keeps no accounts, for then two have to do with it already.
    package func isGivenByTwo(_ role: RoleID) -> Bool {
        guard officesToldToTheTeam.contains(role) else { return false }
        guard let appointing = self.role(role)?.appointedBy else { return true }
        return self.role(appointing)?.powers.contains(.manageAccounts) == true
    }

    /// The offices of which the team is told who holds them: those that are apart from others, and those that say the second yes.
    package var officesToldToTheTeam: Set<RoleID> { confirmingOffices.union(officesApart.flatMap(\.offices)) }

    /// Whether somebody with those roles is told who holds these offices: the team is, and whoever holds one of them.
    package func isToldOfOffices(_ roles: Set<RoleID>) -> Bool {
        !officesToldToTheTeam.union(teamRoles).isDisjoint(with: roles)
    }

    /// How long the team reads on the first page that somebody came to an office.
    package static let officeIsNewDays = 14

    /// Who reads what an office was told before its present holder came.
    package var earlierDisclosures: OfficesRule.EarlierDisclosures {
        offices?.earlierDisclosures.value ?? .stayWithWhoWasTold
    }

    /// What keeps a person who holds, or will hold, `own` from holding the other role beside them, if anything.
    ///
    /// - Parameter own: by whatever account of theirs, and as whoever's designee.
    package func mayHold(_ holding: Holding, beside own: [Holding], field: String = "role") -> Refusal? {
        let apart = officesApart
        for other in own where other.overlaps(holding) {
            guard let pair = OfficePair(holding.role, other.role), apart.contains(pair) else { continue }
            return Refusal(
                "One person is not \(title(of: other.role)) and \(title(of: holding.role)): each checks the other.",
                field: field, clauses: clausesApart(pair))
        }
        return nil
    }

    /// Those of a person's offices that check each other today, such as from before the rule; at most one pair.
    package func officesInOneHand(_ own: [Holding], on today: Day) -> OfficePair? {
        let held = Set(own.filter { $0.isHeld(on: today) }.map(\.role))
        return held.pairs.intersection(officesApart).min { ($0.first, $0.second) < ($1.first, $1.second) }
    }
}
