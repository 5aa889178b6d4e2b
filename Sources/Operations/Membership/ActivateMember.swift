import Program
import Sealing
import Store

extension Transaction {
    /// What is known today of somebody whose activation is asked for.
    func activationFacts(_ account: String, in agency: Agency, on today: Day) throws -> ActivationFacts {
        let text = agency.agreementHash
        return ActivationFacts(
            hasSigned: try signatures(of: account, agency: agency.id).contains { $0.text == text },
            coursesMissing: try coursesMissing(of: account, agency: agency, on: today).map(\.title),
            trainings: try completions(of: account, agency: agency.id).count(where: \.isConfirmed),
            standing: try standing(of: account, agency: agency.id),
            isSuspended: try openSuspension(of: account, agency: agency.id) != nil)
    }
}

extension Programmes {
    /// Somebody who was selected is active from today: they get the role of the team for their term. Refused while anything that the
    /// pack asks for is missing, each with its clause. The team is told by the word that it has grown.
    package func activate(_ member: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.keepMemberships)) { doing in
            let (transaction, agency, today) = (doing.transaction, doing.agency, doing.staff.today)
            guard let membership = try transaction.livingMembership(of: member, agency: agency.id),
                let role = doing.policy.memberRole
            else { return .nothing }
            let facts = try transaction.activationFacts(member, in: agency, on: today)
            let active: Membership
            switch doing.policy.activated(membership, facts, on: today) {
            case .failure(let refusal): return .refused(refusal)
            case .success(let activated): active = activated
            }
            let holding = Holding(role: role, area: nil, startsOn: today, until: active.termEndsOn)
            let own = try transaction.holdings(ofPersonOf: member, agency: agency.id, heldAfter: today)
            if let refusal = doing.policy.mayHold(holding, beside: own) { return .refused(refusal) }
            try doing.vouching(for: member, with: keys.vouching) {
                try transaction.insert(
                    holding, id: RandomId().text, account: member, agency: agency.id, toldFrom: doing.now)
            }
            try transaction.update(active, agency: agency.id)
            try transaction.note(.activated, in: active, agency: agency, on: today, by: doing.staff.account)
            try transaction.tellMember(active, in: agency, at: doing.now)
            return .done(
                .entry(
                    .memberActivated, on: member,
                    under: doing.policy.membership.activation.flatMap(\.basis.clauses).withoutRepetition))
        }
    }
}

extension Transaction {
    /// Tells a member that something about their own membership has changed.
    func tellMember(_ membership: Membership, in agency: Agency, at now: Instant) throws {
        try raise(
            NewNotice(kind: .ownMembership, to: .account(membership.account), about: membership.id), in: agency, at: now
        )
    }

    /// Tells offices that a membership has changed; whose it is stands on their page.
    func tell(
        _ roles: [RoleID], _ kind: NoticeKind = .membershipChanged, of membership: Membership,
        under clauses: [ClauseID] = [], in agency: Agency, at now: Instant
    ) throws {
        for role in roles {
            try raise(NewNotice(kind: kind, to: .role(role), about: membership.id, under: clauses), in: agency, at: now)
        }
    }
}
