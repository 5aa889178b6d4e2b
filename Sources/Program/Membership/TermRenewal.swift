// A term and the next one (SAC-III.A.2.e).
extension PolicyPack {
    /// Who confirms another term, once its member said yes: the role that the pack names, else whoever keeps the memberships, by our choice.
    package var renewalConfirmedBy: RoleID { membership.term?.renewal?.confirmedBy ?? administration.by }

    /// From which day on a member is asked whether they go on; nothing without a term.
    package func renewalAskedFrom(_ membership: Membership) -> Day? {
        guard let rule = self.membership.term, let end = membership.termEndsOn else { return nil }
        return end.adding(days: -rule.reminderDays.number) ?? end
    }

    /// What keeps a member from saying yes to another term, if anything.
    package func mayAskToRenew(_ membership: Membership, on today: Day) -> Refusal? {
        guard let rule = self.membership.term, let from = renewalAskedFrom(membership), membership.ending == nil else {
            return Refusal("There is no term to renew.", basis: self.membership.term?.basis)
        }
        if today < from { return Refusal("You are asked from \(from.text) on.", basis: rule.basis) }
        if membership.renewalOn != nil { return Refusal("You have said yes already.", basis: rule.basis) }
        return nil
    }

    /// The membership with another term, or why there is none. The next begins where the last ends; one that was over before begins today.
    package func renewed(_ membership: Membership, on today: Day) -> Result<Membership, Refusal> {
        guard let rule = self.membership.term, let end = membership.termEndsOn, membership.ending == nil else {
            return .failure(Refusal("There is no term to renew.", basis: self.membership.term?.basis))
        }
        guard membership.renewalOn != nil else {
            return .failure(Refusal("Its member has not said yes to another term yet.", basis: rule.basis))
        }
        var renewed = membership
        renewed.termEndsOn = max(end, today).adding(rule.months)
        renewed.renewalOn = nil
        renewed.pauses.removeAll { $0.cause == .term }
        return .success(renewed)
    }

    /// Whether the term is over on that day and its pause is still to come.
    package func termIsOver(_ membership: Membership, on today: Day) -> Bool {
        guard let end = membership.termEndsOn, membership.ending == nil else { return false }
        return end <= today && membership.pause(.term) == nil
    }
}
