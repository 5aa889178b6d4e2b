import Program
import Sealing
import Store

extension Programmes {
    /// Begins the removal of a member on one of the pack's grounds, or carries it out where nobody else's word is needed.
    package func remove(_ member: String, ground: String?, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.removeMembers)) { doing in
            let (transaction, agency, account) = (doing.transaction, doing.agency, doing.staff.account)
            guard let membership = try transaction.keptMembership(of: member, agency: agency, on: doing.staff.today)
            else { return .nothing }
            let start = doing.policy.removal(
                of: membership, ground: ground,
                isOpen: try transaction.openRemoval(of: membership.id, agency: agency.id) != nil, by: account,
                try transaction.persons(of: [member, account], agency: agency.id))
            let clauses = doing.policy.membership.removal.groundClauses
            let begun: RemovalStart
            switch start {
            case .failure(let refusal): return .refused(refusal)
            case .success(let start): begun = start
            }
            // A refusal leaves everything as it was, so the ballot comes first.
            var ballot: Ballot?
            if case .ballot = begun {
                switch try openBallot(on: .removal(account: member, ground: ground ?? ""), closesOn: nil, doing) {
                case .failure(let refusal): return .refused(refusal)
                case .success(let opened): ballot = opened
                }
            }
            let grounds = doing.policy.membership.removal.grounds
            let removal = try transaction.begin(
                of: membership, ground: grounds.isEmpty ? nil : ground, by: doing.staff, in: agency)
            switch begun {
            case .removed:
                try carryOut(removal, in: agency, by: doing.staff.actor, account, at: doing.now, transaction)
                return .done(.entry(.memberRemoved, on: member, under: clauses))
            case .waits(let approver):
                let asked = (doing.policy.membership.removal.consultation?.value ?? []) + [approver]
                try transaction.tell(
                    asked.withoutRepetition.filter { !doing.staff.holds($0) }, .removalWaits, of: membership,
                    under: clauses, in: agency, at: doing.now)
                return .done(.entry(.removalBegun, on: member, under: clauses))
            case .ballot:
                let begun = Trace.Entry(kind: .removalBegun, subject: member, clauses: clauses, details: [])
                return .done((), .entries([begun] + (ballot.map { [$0.opening(under: clauses)] } ?? [])))
            }
        }
    }

    /// Records that the staff member was heard on a removal, in each role for which the pack asks that (KSO-B-9).
    package func beHeard(onRemovalOf member: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.beHeardOnRemovals)) { doing in
            let (transaction, agency) = (doing.transaction, doing.agency)
            guard let rule = doing.policy.membership.removal.consultation,
                let (membership, removal) = try transaction.removalUnderWay(of: member, in: agency),
                !(try transaction.persons(of: [member, doing.staff.account], agency: agency.id)
                    .isOne(member, doing.staff.account))
            else { return .nothing }
            try transaction.hear(doing.staff, on: removal, agency: agency.id, under: rule)
            try transaction.note(
                .consulted, in: membership, agency: agency, on: doing.staff.today, by: doing.staff.account)
            return .done(.entry(.removalHeard, on: member, under: rule.basis.clauses))
        }
    }

    /// Approves a removal, so that it takes effect, or declines it (KSO-F.1-0).
    package func decideRemoval(
        of member: String, _ decision: RemovalDecision, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.approveRemovals)) { doing in
            let (transaction, agency, account) = (doing.transaction, doing.agency, doing.staff.account)
            guard let (membership, removal) = try transaction.removalUnderWay(of: member, in: agency) else {
                return .nothing
            }
            let persons = try transaction.persons(of: [account, removal.begunBy, member], agency: agency.id)
            let clauses = doing.policy.membership.removal.basis.clauses
            switch decision {
            case .approve:
                if let refusal = doing.policy.mayApprove(removal, by: account, persons) { return .refused(refusal) }
                try carryOut(removal, in: agency, by: doing.staff.actor, account, at: doing.now, transaction)
                return .done(.entry(.memberRemoved, on: member, under: clauses))
            case .decline:
                if persons.holds(account, among: [removal.begunBy, member]) {
                    return .refused(
                        Refusal(
                            "Somebody else says the last word on this.", basis: doing.policy.membership.removal.basis))
                }
                try transaction.decideRemoval(removal.id, isRemoved: false, on: doing.staff.today, agency: agency.id)
                try transaction.note(
                    .removalDeclined, in: membership, agency: agency, on: doing.staff.today, by: account)
                return .done(.entry(.removalDeclined, on: member, under: clauses))
            }
        }
    }

    /// Records as a fact that discipline was referred, and nothing of it (KSO-F.1-0). It is for whoever begins removals, and once.
    package func referDiscipline(of member: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.removeMembers)) { doing in
            let (transaction, agency, today) = (doing.transaction, doing.agency, doing.staff.today)
            let living = try transaction.livingMembership(of: member, agency: agency.id)
            guard let membership = try living ?? transaction.lastEndedMembership(of: member, agency: agency.id),
                let removal = try transaction.removals(of: membership.id, agency: agency.id).first
            else { return .nothing }
            if removal.disciplineOn != nil { return .refused(Refusal("That is recorded.")) }
            try transaction.referDiscipline(removal.id, on: today, agency: agency.id)
            try transaction.note(
                .disciplineReferred, in: membership, agency: agency, on: today, by: doing.staff.account)
            return .done(
                .entry(.disciplineReferred, on: member, under: doing.policy.membership.removal.basis.clauses))
        }
    }

    /// Has a removal take effect, as its procedure decided.
    func carryOut(
        _ removal: Removal, in agency: Agency, by actor: AuditActor, _ account: String?, at now: Instant,
        _ transaction: any Transaction
    ) throws {
        try transaction.decideRemoval(removal.id, isRemoved: true, on: try agency.day(at: now), agency: agency.id)
        let ended = try endMembership(
            of: removal.account, .removed, in: agency, by: actor, account, at: now, transaction)
        if let ended { try transaction.tellMember(ended, in: agency, at: now) }
    }

    /// What a committee's vote on a removal makes of it (SAC-II.D.6).
    func carryOutRemoval(
        _ isPassed: Bool, of member: String, in agency: Agency, by actor: AuditActor, at now: Instant,
        _ transaction: any Transaction
    ) throws -> [Trace.Entry] {
        guard let (membership, removal) = try transaction.removalUnderWay(of: member, in: agency) else { return [] }
        let clauses = agency.policy.membership.removal.basis.clauses
        guard isPassed else {
            let today = try agency.day(at: now)
            try transaction.decideRemoval(removal.id, isRemoved: false, on: today, agency: agency.id)
            try transaction.note(.removalDeclined, in: membership, agency: agency, on: today, by: nil)
            return [Trace.Entry(kind: .removalDeclined, subject: member, clauses: clauses, details: [])]
        }
        try carryOut(removal, in: agency, by: actor, nil, at: now, transaction)
        return [Trace.Entry(kind: .memberRemoved, subject: member, clauses: clauses, details: [])]
    }
}

/// The word of whoever approves removals.
package enum RemovalDecision: String, Sendable, CaseIterable {
    case approve, decline
}

extension Transaction {
    /// Begins a removal; whoever begins it was heard by that, where the pack asks to hear their role.
    func begin(of membership: Membership, ground: String?, by staff: Staff, in agency: Agency) throws -> Removal {
        let removal = Removal(
            id: RandomId().text, membership: membership.id, account: membership.account, ground: ground,
            begunBy: staff.account, begunOn: staff.today)
        try insert(removal, agency: agency.id)
        try note(.removalAsked, in: membership, agency: agency, on: staff.today, by: staff.account)
        if let rule = agency.policy.membership.removal.consultation {
            try hear(staff, on: removal, agency: agency.id, under: rule)
        }
        return removal
    }

    func hear(_ staff: Staff, on removal: Removal, agency: String, under rule: Rule<[RoleID]>) throws {
        for role in rule.value where staff.holds(role) {
            try insert(
                Removal.Hearing(role: role, account: staff.account, on: staff.today), of: removal.id, agency: agency)
        }
    }

    func removalUnderWay(of member: String, in agency: Agency) throws -> (Membership, Removal)? {
        guard let membership = try livingMembership(of: member, agency: agency.id),
            let removal = try openRemoval(of: membership.id, agency: agency.id)
        else { return nil }
        return (membership, removal)
    }

    /// Whether somebody was removed on a ground for which nobody comes back; selection asks it.
    func isBarredForGood(_ account: String, in agency: Agency) throws -> Bool {
        guard agency.policy.membership.removal.barredForGood != nil else { return false }
        return try groundsOfRemovals(of: try accountsOfPerson(of: account, agency: agency.id), agency: agency.id)
            .contains { agency.policy.barsForGood($0) }
    }
}
