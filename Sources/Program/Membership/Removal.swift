/// The removal of a member from its beginning to its decision.
package struct Removal: Sendable, Equatable {
    package let id: String
    package let membership: String
    package let account: String
    /// Of the pack's grounds; nothing where the policy asks for none.
    package let ground: String?
    package let begunBy: String
    package let begunOn: Day
    /// Who was heard on it, in which role.
    package let heard: [Hearing]
    package let decidedOn: Day?
    /// Whether it came to a removal; nothing while it waits.
    package let isRemoved: Bool?
    /// That discipline was referred, as a fact without content (KSO-F.1-0).
    package let disciplineOn: Day?

    package struct Hearing: Sendable, Equatable {
        package let role: RoleID
        package let account: String
        package let on: Day

        package init(role: RoleID, account: String, on day: Day) {
            self.role = role
            self.account = account
            self.on = day
        }
    }

    package init(
        id: String, membership: String, account: String, ground: String?, begunBy: String, begunOn: Day,
        heard: [Hearing] = [], decidedOn: Day? = nil, isRemoved: Bool? = nil, disciplineOn: Day? = nil
    ) {
        self.id = id
        self.membership = membership
        self.account = account
        self.ground = ground
        self.begunBy = begunBy
        self.begunOn = begunOn
        self.heard = heard
        self.decidedOn = decidedOn
        self.isRemoved = isRemoved
        self.disciplineOn = disciplineOn
    }

    package var isOpen: Bool { decidedOn == nil }
}

/// What a removal comes to when it is begun.
package enum RemovalStart: Sendable, Equatable {
    /// It is done.
    case removed
    /// It waits for that role's approval.
    case waits(approver: RoleID)
    /// The committee votes.
    case ballot(CommitteeID)
}

extension PolicyPack {
    /// What beginning a removal comes to, or why it may not be begun: the ground is one of the policy's list.
    package func removal(
        of membership: Membership, ground: String?, isOpen: Bool, by account: String, _ persons: SamePerson
    ) -> Result<RemovalStart, Refusal> {
        let rules = self.membership.removal
        if membership.ending != nil { return .failure(Refusal("This membership has ended.", basis: rules.basis)) }
        if isOpen { return .failure(Refusal("A removal is under way already.", basis: rules.basis)) }
        if persons.isOne(account, membership.account) {
            return .failure(
                Refusal("Nobody removes themselves. Leaving the team is your own notice.", basis: rules.basis))
        }
        if !rules.grounds.isEmpty, !rules.grounds.contains(where: { $0.id == ground }) {
            return .failure(
                Refusal("Choose one of the policy's grounds.", field: "ground", clauses: rules.groundClauses))
        }
        switch rules.procedure {
        case .ballot(let committee, _): return .success(.ballot(committee))
        case .approved(_, let approver): return .success(.waits(approver: approver))
        case .atWill: return .success(.removed)
        case .decision:
            if let refusal = lacksConsultation([]) { return .failure(refusal) }
            return .success(.removed)
        }
    }

    /// What keeps a removal from taking effect because somebody was not heard before, if anything (KSO-B-9).
    package func lacksConsultation(_ heard: [Removal.Hearing]) -> Refusal? {
        guard let rule = membership.removal.consultation else { return nil }
        let missing = rule.value.filter { role in !heard.contains { $0.role == role } }
        guard !missing.isEmpty else { return nil }
        let titles = missing.map { "the \(title(of: $0))" }.joined(separator: " and ")
        return Refusal("Not heard yet: \(titles). Each records it on the member's page.", basis: rule.basis)
    }

    /// What keeps somebody from approving a removal, if anything: it is another's word than the first, and everybody was heard.
    package func mayApprove(_ removal: Removal, by account: String, _ persons: SamePerson) -> Refusal? {
        guard removal.isOpen else { return Refusal("This was decided before.", basis: membership.removal.basis) }
        if persons.holds(account, among: [removal.begunBy, removal.account]) {
            return Refusal("Somebody else says the last word on this.", basis: membership.removal.basis)
        }
        return lacksConsultation(removal.heard)
    }

    /// Whether a removal for that ground bars for good.
    package func barsForGood(_ ground: String?) -> Bool {
        guard let ground, let rule = membership.removal.barredForGood else { return false }
        return rule.grounds.contains(ground)
    }
}

extension RemovalRules {
    /// The clauses of the grounds.
    package var groundClauses: [ClauseID] { (grounds.flatMap(\.basis.clauses) + basis.clauses).withoutRepetition }
}
