/// A ballot's rule, with the committee that votes and where the policy says so.
package struct RuledBallot: Sendable, Equatable {
    package let committee: CommitteeID
    package let rule: BallotRule
    package let basis: Basis
}

extension PolicyPack {
    /// By which committee and rule that subject is voted on; nothing where no committee of the policy votes on it.
    ///
    /// Where the policy does not say how votes are given, those on people are secret and those on matters open.
    ///
    /// - Parameter asked: the committee that a question is put to; for other subjects the policy names it.
    package func ballot(on subject: BallotSubject, asked: CommitteeID? = nil) -> RuledBallot? {
        switch subject {
        case .selection:
            for step in selection.steps {
                if case .ballot(let committee, let majority, let votes) = step.act {
                    return ruled(committee, majority, votes, step.basis)
                }
            }
            return nil
        case .removal:
            guard case .ballot(let committee, let majority) = membership.removal.procedure else { return nil }
            return ruled(committee, majority, .secret, membership.removal.basis)
        case .seat(let committee, let seat, _):
            guard let rule = self.committee(committee)?.newMembers, rule.seats.contains(seat) else { return nil }
            return ruled(committee, rule.majority, .secret, rule.basis)
        case .policy:
            guard let revision = governance.policyRevision, case .committee(let committee) = revision.approvedBy else {
                return nil
            }
            return ruled(committee, .simple, .open, revision.basis)
        case .decision:
            guard let committee = asked.flatMap({ self.committee($0) }) else { return nil }
            return ruled(committee.id, .simple, .open, committee.basis)
        }
    }

    private func ruled(
        _ committee: CommitteeID, _ majority: Majority, _ votes: SelectionAct.Votes, _ basis: Basis
    ) -> RuledBallot {
        let quorum = self.committee(committee)?.quorum?.share
        return RuledBallot(
            committee: committee, rule: BallotRule(majority: majority, quorum: quorum, votes: votes), basis: basis)
    }

    /// The role that seats a committee's members, puts questions to it and closes its ballots: its chair; where the policy names none,
    /// whoever appoints its members; where it is silent on that too, whoever administers the programme.
    package func convener(of committee: CommitteeRule) -> RoleID {
        committee.chair ?? role(committee.memberRole)?.appointedBy ?? administration.by
    }

    /// What keeps a ballot from being opened, if anything.
    ///
    /// - Parameters:
    ///   - electors: who could vote.
    ///   - isOpen: whether one on the same subject is open.
    ///   - closesOn: the first day on which nobody votes any more.
    package func mayOpen(
        _ ballot: RuledBallot, electors: Int, isOpen: Bool, closesOn: Day?, on today: Day
    ) -> Refusal? {
        if isOpen { return Refusal("A ballot on this is open already.", basis: ballot.basis) }
        if let closesOn, closesOn <= today {
            return Refusal("The ballot closes after today.", field: "closes-on")
        }
        guard electors > 0 else {
            return Refusal("Nobody who could vote has a seat in the committee today.", basis: ballot.basis)
        }
        return nil
    }
}

extension Ballot {
    /// The most who can vote in one ballot: so many papers fit into a box.
    package static let mostElectors = 800

    /// What keeps somebody from voting, or from changing their vote, if anything.
    ///
    /// - Parameters:
    ///   - isElector: whether they could vote when it was opened.
    ///   - isSeated: whether they have their seat today, in its term, and are still what it asks for.
    package func mayVote(isElector: Bool, isSeated: Bool, on today: Day, under clauses: [ClauseID]) -> Refusal? {
        if closed != nil || isOver(on: today) { return Refusal("This ballot is closed.", clauses: clauses) }
        guard isElector else {
            return Refusal("You were not of those who vote when this ballot was opened.", clauses: clauses)
        }
        guard isSeated else {
            return Refusal("Your seat has ended or is vacant, so you have no vote any more.", clauses: clauses)
        }
        return nil
    }

    /// What keeps somebody from closing it, if anything: whoever opened it does, and whoever convenes the committee.
    package func mayClose(by account: String, convenes: Bool, under clauses: [ClauseID]) -> Refusal? {
        if closed != nil { return Refusal("This ballot is closed, and is not opened again.", clauses: clauses) }
        guard convenes || account == openedBy else {
            return Refusal("Whoever opened the ballot closes it, or whoever chairs the committee.", clauses: clauses)
        }
        return nil
    }
}
