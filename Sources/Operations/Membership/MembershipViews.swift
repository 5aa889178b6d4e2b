import Program
import Sealing
import Store

/// A membership as somebody with a part in it sees it: what is not theirs to see is not there.
package struct MembershipView: Sendable {
    package let membership: Membership
    package let name: String
    /// Whether its holder is on the roster of the team.
    package let serves: Bool
    /// What pauses it, for those who are told of pauses.
    package let pauses: [MembershipPause]
    /// The reasons of its pauses, for those whom each is sealed to.
    package let reasons: [MembershipPause.Cause: String]
    /// What is missing before its holder is active, for whoever keeps the memberships.
    package let missing: [Refusal.Problem]
    /// The text in force is signed, for whoever keeps the memberships.
    package let hasSigned: Bool
    package let leader: String?
    /// For those who have a part in it.
    package let removal: Removal?
    package let evidence: [GroundEvidence]
    package let lastReview: AnnualReview?
    package let reviewDue: Day?

    package func isReviewOverdue(on today: Day) -> Bool { reviewDue.map { $0 <= today } ?? false }
}

extension Staff {
    /// Whether they have a part in the memberships of others.
    package var seesMemberships: Bool {
        !powers.isDisjoint(with: [
            .keepMemberships, .confirmRenewals, .seePauses, .placeInactive, .removeMembers, .beHeardOnRemovals,
            .approveRemovals, .reviewMembers,
        ])
    }

    /// Whether a removal, with its ground, is theirs to see.
    var seesRemovals: Bool {
        !powers.isDisjoint(with: [.removeMembers, .beHeardOnRemovals, .approveRemovals])
    }
}

extension Programmes {
    /// Every membership of the agency that has not ended, by name.
    package func memberships(for staff: Staff) async throws -> [MembershipView] {
        guard staff.seesMemberships else { return [] }
        return try await database.read { transaction in
            try views(of: try transaction.team(in: staff.agency, on: staff.today), for: staff, transaction)
        }
    }

    /// One of them; nothing where it is nobody's, or not for them to see.
    package func membership(of account: String, for staff: Staff) async throws -> MembershipView? {
        guard staff.seesMemberships else { return nil }
        return try await database.read { transaction in
            guard let membership = try transaction.membership(of: account, agency: staff.agency, on: staff.today) else {
                return nil
            }
            return try views(of: [membership], for: staff, transaction).first
        }
    }

    /// The members whom the staff member leads.
    package func membersLed(by staff: Staff) async throws -> [MembershipView] {
        guard staff.powers.contains(.leadMembers) else { return [] }
        return try await database.read { transaction in
            let led = try transaction.livingMemberships(agency: staff.agency.id).filter { $0.leader == staff.account }
            return try views(of: led, for: staff, transaction)
        }
    }

    /// The own membership with all that there is about it; the last that ended where there is none.
    package func ownMembership(of staff: Staff) async throws -> MembershipView? {
        try await database.read { transaction in
            let living = try transaction.membership(of: staff.account, agency: staff.agency, on: staff.today)
            guard
                let membership = try living
                    ?? transaction.lastEndedMembership(of: staff.account, agency: staff.agency.id)
            else { return nil }
            let facts = try transaction.activationFacts(staff.account, in: staff.agency, on: staff.today)
            let leader = try membership.leader.flatMap {
                try transaction.accountNames(agency: staff.agency.id, of: [$0])[$0]
            }
            let reviews = try transaction.reviews(of: membership.id)
            return MembershipView(
                membership: membership, name: staff.name, serves: membership.status == .active,
                pauses: membership.pauses,
                reasons: try transaction.reasons(of: [membership.pause(.own)].compactMap(\.self), for: staff),
                missing: membership.status == .selected
                    ? staff.policy.missing(for: membership, facts, on: staff.today) : [],
                hasSigned: facts.hasSigned, leader: leader, removal: nil, evidence: [], lastReview: reviews.first,
                reviewDue: staff.policy.reviewDue(membership, last: reviews.first))
        }
    }

    /// The history of somebody's memberships, class by class: the member sees every line, and so do the roles that decide on what it
    /// tells; others who have a part in memberships see what is no secret from them. Nothing for whoever has none.
    package func membershipHistory(of account: String, for staff: Staff) async throws -> [HistoryLine]? {
        let isOwn = account == staff.account
        guard isOwn || staff.seesMemberships else { return nil }
        return try await database.read { transaction in
            let events = try transaction.membershipEvents(of: account, agency: staff.agency.id)
            guard try isOwn || !events.isEmpty || transaction.account(agency: staff.agency.id, id: account) != nil
            else {
                return nil
            }
            let shown = events.filter { isOwn || staff.sees($0.kind) }
            let names = try transaction.accountNames(
                agency: staff.agency.id, of: Array(Set(shown.compactMap(\.by))))
            return shown.map { HistoryLine(event: $0, by: $0.by.flatMap { names[$0] }) }
        }
    }

    private func views(
        of memberships: [Membership], for staff: Staff, _ transaction: any Transaction
    ) throws -> [MembershipView] {
        let policy = staff.policy
        let signed = try transaction.signers(of: staff.agency.agreementHash, agency: staff.agency.id)
        let names = try transaction.accountNames(
            agency: staff.agency.id, of: memberships.map(\.account) + memberships.compactMap(\.leader))
        let reviews =
            staff.powers.contains(.reviewMembers) || staff.powers.contains(.removeMembers)
            ? try transaction.lastReviews(of: memberships.map(\.id)) : [:]
        let keeps = staff.powers.contains(.keepMemberships)
        return try memberships.map { membership in
            let facts =
                keeps && membership.status == .selected
                ? try transaction.activationFacts(membership.account, in: staff.agency, on: staff.today) : nil
            let removal =
                staff.seesRemovals ? try transaction.openRemoval(of: membership.id, agency: staff.agency.id) : nil
            return MembershipView(
                membership: membership, name: names[membership.account] ?? "",
                serves: membership.status == .active,
                pauses: staff.powers.contains(.seePauses) ? membership.pauses : [],
                reasons: try transaction.reasons(of: membership.pauses, for: staff),
                missing: facts.map { policy.missing(for: membership, $0, on: staff.today) } ?? [],
                hasSigned: signed.contains(membership.account),
                leader: membership.leader.flatMap { names[$0] }, removal: removal,
                evidence: try removal.map {
                    try evidence(
                        for: $0, of: membership, last: try transaction.lastReviews(of: [membership.id])[membership.id],
                        in: staff.agency, on: staff.today, transaction)
                } ?? [],
                lastReview: staff.powers.contains(.reviewMembers) ? reviews[membership.id] : nil,
                reviewDue: staff.powers.contains(.reviewMembers)
                    ? policy.reviewDue(membership, last: reviews[membership.id]) : nil)
        }.sorted { ($0.name, $0.membership.account) < ($1.name, $1.membership.account) }
    }
}

/// A line of the history with the name of whoever did it.
package struct HistoryLine: Sendable, Equatable {
    package let event: MembershipEvent
    /// Nothing where it came of a rule and a day.
    package let by: String?
}

extension Staff {
    /// Whether a line of that kind is theirs to see in somebody else's history.
    fileprivate func sees(_ kind: MembershipEvent.Kind) -> Bool {
        guard kind.isRestricted else { return true }
        return switch kind {
        case .pausedByOwn, .returned, .placed, .letReturn, .termOver, .agreementUnsigned: powers.contains(.seePauses)
        case .reviewPassed, .reviewFailed: powers.contains(.reviewMembers) || powers.contains(.removeMembers)
        case .suspended, .suspensionLifted, .consulted, .removalAsked, .removalDeclined, .disciplineReferred, .removed:
            seesRemovals
        case .selected, .takenOver, .activated, .signed, .renewalAsked, .renewed, .withdrew, .left, .roleEnded: true
        }
    }
}

extension Transaction {
    /// Everybody's membership in the agency: those that are kept, and those of whoever is of the team from before.
    fileprivate func team(in agency: Agency, on today: Day) throws -> [Membership] {
        let kept = try livingMemberships(agency: agency.id)
        let known = Set(kept.map(\.account))
        let holders = Set(
            try holdings(of: agency.policy.supporterRoles.map(\.id), agency: agency.id, heldAfter: today)
                .filter { $0.holding.isHeld(on: today) }.map(\.account))
        return try kept
            + holders.subtracting(known).sorted().compactMap { try membership(of: $0, agency: agency, on: today) }
    }

    /// The reasons of pauses, opened with the key of whoever looks; those are missing that are not sealed to them.
    fileprivate func reasons(
        of pauses: [MembershipPause], for staff: Staff
    ) throws -> [MembershipPause.Cause: String] {
        var reasons: [MembershipPause.Cause: String] = [:]
        for pause in pauses {
            guard let paper = pause.paper, let words = try open(paper: paper, as: .inactivity, by: staff) else {
                continue
            }
            let text = String(decoding: words, as: UTF8.self)
            let listed = staff.policy.membership.inactivity.byOthers?.reasons.first { $0.id == text }?.label
            reasons[pause.cause] = pause.cause == .placed ? listed ?? text : text
        }
        return reasons
    }
}

/// Somebody who may lead members.
package struct LeaderToChoose: Sendable, Equatable {
    package let account: String
    package let name: String
}

extension Programmes {
    /// Whom a member may be led by, for whoever keeps the memberships.
    package func leaders(for staff: Staff) async throws -> [LeaderToChoose] {
        guard staff.powers.contains(.keepMemberships), let rule = staff.policy.team.supervision else { return [] }
        return try await database.read { transaction in
            let accounts = try transaction.holdings(of: [rule.by], agency: staff.agency.id, heldAfter: staff.today)
                .filter { $0.holding.isHeld(on: staff.today) }.map(\.account)
            let names = try transaction.accountNames(agency: staff.agency.id, of: accounts)
            return names.map { LeaderToChoose(account: $0.key, name: $0.value) }
                .sorted { ($0.name, $0.account) < ($1.name, $1.account) }
        }
    }

    /// The reasons for a pause that the committee considers relevant, for whoever is signed in.
    package func relevantReasons(for staff: Staff) async throws -> [RelevantReason] {
        try await database.read { transaction in try transaction.relevantReasons(agency: staff.agency.id) }
    }
}

extension Staff {
    /// The roles they hold today.
    package var rolesHeld: Set<RoleID> { Set(roles) }
}
