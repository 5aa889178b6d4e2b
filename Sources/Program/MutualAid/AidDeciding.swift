/// An agreement as somebody would propose it.
package struct AidProposal: Sendable, Equatable {
    /// The other agency's id.
    package let partner: String
    package let purposes: Set<AidPurpose>
    /// The last day on which it would hold.
    package let until: Day?

    package init(partner: String, purposes: Set<AidPurpose>, until: Day?) {
        self.partner = partner
        self.purposes = purposes
        self.until = until
    }
}

/// The other agency of an agreement, as far as anybody may know it: its public title, and what its policy can agree to.
package struct AidCounterpart: Sendable {
    package let id: String
    package let title: String
    let policy: PolicyPack

    package init(id: String, title: String, policy: PolicyPack) {
        self.id = id
        self.title = title
        self.policy = policy
    }
}

extension PolicyPack {
    /// What keeps somebody from proposing it, if anything: both policies need a rule of every purpose, and each one office to approve it.
    ///
    /// - Parameters:
    ///   - other: the agency it would be with; nothing where there is none of that name.
    ///   - agreements: those of the proposing agency.
    package func mayPropose(
        _ proposal: AidProposal, to other: AidCounterpart?, by agency: String, besides agreements: [AidAgreement],
        on today: Day
    ) -> Refusal? {
        let clauses = aidClauses(aidPurposes)
        func refusal(_ field: String, _ message: String) -> Refusal { Refusal(message, field: field, clauses: clauses) }
        guard let other, other.id != agency else {
            return refusal("partner", "Agency: choose another agency of this server from the list.")
        }
        guard !proposal.purposes.isEmpty else { return refusal("purposes", "For what: choose at least one.") }
        guard proposal.purposes.isSubset(of: aidPurposes) else {
            return refusal("purposes", "For what: choose what your own policy has a rule of.")
        }
        guard proposal.purposes.isSubset(of: other.policy.aidPurposes) else {
            return refusal(
                "purposes", "For what: the policy of \(other.title) has no such rule, or no office that approves it.")
        }
        for policy in [self, other.policy] where policy.aidApprovers(of: proposal.purposes).count > 1 {
            return refusal("purposes", "For what: different offices approve these. Propose one agreement for each.")
        }
        if let until = proposal.until, until < today { return refusal("until", "Last day: today or later.") }
        let live = agreements.filter { $0.isLive(on: today) }
        if live.contains(where: { agreed in
            [agreed.proposer, agreed.partner].contains(other.id) && !agreed.purposes.isDisjoint(with: proposal.purposes)
        }) {
            return refusal(
                "purposes", "For what: you have an agreement of that kind with \(other.title), or one waits.")
        }
        return live.count < AidAgreement.most
            ? nil : Refusal("An agency has \(AidAgreement.most) agreements at most. End one first.", clauses: clauses)
    }
}

/// Whoever decides on an agreement for one side, as far as that matters.
package struct AidDecider: Sendable {
    /// The roles they hold today.
    package let roles: Set<RoleID>
    /// The accounts of the same person, in their own agency.
    package let accounts: Set<String>

    package init(roles: Set<RoleID>, accounts: Set<String>) {
        self.roles = roles
        self.accounts = accounts
    }
}

extension AidAgreement {
    /// The agreement with the yes of one side, under that side's own policy.
    package func approved(
        by side: Side, _ decider: AidDecider, under policy: PolicyPack, on today: Day
    ) -> Result<AidAgreement, Refusal> {
        if let refusal = mayDecide(side, decider, under: policy, on: today) { return .failure(refusal) }
        guard let role = policy.aidApprovers(of: purposes).first else { return .failure(Self.noRule) }
        var agreement = self
        switch side {
        case .proposer:
            agreement.ownApproval = Approval(by: role, on: today)
            agreement.status = .offered
        case .partner:
            agreement.partnerApproval = Approval(by: role, on: today)
            agreement.status = .inForce
        }
        return .success(agreement)
    }

    /// The agreement that one side says no to.
    package func declined(
        by side: Side, _ decider: AidDecider, under policy: PolicyPack, on today: Day
    ) -> Result<AidAgreement, Refusal> {
        if let refusal = mayDecide(side, decider, under: policy, on: today) { return .failure(refusal) }
        var agreement = self
        agreement.status = .declined
        agreement.end = End(by: side, on: today)
        return .success(agreement)
    }

    /// The agreement as one side ends it, or takes it back before it was decided on. It holds no more from that moment.
    package func ended(by side: Side, under policy: PolicyPack, on today: Day) -> Result<AidAgreement, Refusal> {
        guard isLive(on: today) else {
            return .failure(Refusal("This agreement is over already.", clauses: policy.aidClauses(purposes)))
        }
        var agreement = self
        agreement.status = .ended
        agreement.end = End(by: side, on: today)
        return .success(agreement)
    }

    private static let noRule = Refusal("Your policy has no rule of this any more, so nobody can agree to it.")

    private func mayDecide(
        _ side: Side, _ decider: AidDecider, under policy: PolicyPack, on today: Day
    ) -> Refusal? {
        let clauses = policy.aidClauses(purposes)
        guard isLive(on: today), awaits == side else {
            return Refusal("There is nothing to decide here any more.", clauses: clauses)
        }
        let approvers = policy.aidApprovers(of: purposes)
        guard purposes.isSubset(of: policy.aidPurposes), approvers.count == 1, let role = approvers.first else {
            return Self.noRule
        }
        guard decider.roles.contains(role) else {
            return Refusal("This is decided on by: \(policy.title(of: role)).", clauses: clauses)
        }
        if side == .proposer, decider.accounts.contains(proposedBy), !policy.aidProposers.contains(role) {
            return Refusal("You proposed this, so somebody else decides on it.", clauses: clauses)
        }
        return nil
    }
}
