// How members pause and come back (SAC-II.D.4, II.D.5, IV).
extension PolicyPack {
    /// What keeps a member from pausing by their own notice, if anything.
    ///
    /// - Parameters:
    ///   - until: the day on which they mean to be back; open where none is given.
    ///   - reasons: what the committee considers relevant.
    ///   - applies: whether the member says that one of these applies.
    package func mayPause(
        _ membership: Membership, until: Day?, reasons: [String], applies: Bool, on today: Day
    ) -> Refusal? {
        guard let rule = self.membership.inactivity.byOwnNotice else {
            return Refusal(
                "This programme has no pause by one's own notice.",
                basis: self.membership.inactivity.reasonVisibleTo.basis)
        }
        if let refusal = maySetPause(membership, until: until, basis: rule.basis, on: today) { return refusal }
        guard let relevant = rule.relevantReasons, !reasons.isEmpty, !applies else { return nil }
        return Refusal(
            "The \(committee(relevant.adoptedBy)?.title ?? "committee") has a list of reasons it considers relevant. Say that one of them applies; nobody asks which.",
            field: "relevant", basis: relevant.basis)
    }

    /// What keeps somebody from placing a member on inactive status, if anything.
    package func mayPlace(
        _ membership: Membership, reason: String, until: Day?, by account: String, _ persons: SamePerson, on today: Day
    ) -> Refusal? {
        guard let rule = self.membership.inactivity.byOthers else {
            return Refusal(
                "Nobody places members on inactive status here.",
                basis: self.membership.inactivity.reasonVisibleTo.basis)
        }
        if persons.isOne(membership.account, account) {
            return Refusal("Your own pause is your own notice.", basis: rule.basis)
        }
        guard rule.reasons.contains(where: { $0.id == reason }) else {
            return Refusal("Choose one of the policy's reasons.", field: "reason", basis: rule.basis)
        }
        return maySetPause(membership, until: until, basis: rule.basis, on: today, placing: true)
    }

    private func maySetPause(
        _ membership: Membership, until: Day?, basis: Basis, on today: Day, placing: Bool = false
    ) -> Refusal? {
        switch membership.status {
        case .selected: return Refusal("This member does not serve yet.", basis: basis)
        case .ended: return Refusal("This membership has ended.", basis: basis)
        case .active, .inactive: break
        }
        if membership.pause(placing ? .placed : .own) != nil {
            return Refusal(placing ? "This member is inactive already." : "You are on a pause already.", basis: basis)
        }
        if let until, until <= today { return Refusal("Name a day after today.", field: "until", basis: basis) }
        return nil
    }

    /// What keeps a pause from being ended, if anything: each is ended by whoever began it.
    package func mayReturn(_ membership: Membership, from cause: MembershipPause.Cause) -> Refusal? {
        guard membership.ending == nil, membership.pause(cause) != nil else {
            return Refusal("There is no such pause to end.", basis: self.membership.inactivity.byOwnNotice?.basis)
        }
        return nil
    }
}
