import Program
import Sealing
import Store

// What follows of memberships from a rule and a day, in the agency's own time zone. Each reminder is given once.
extension Programmes {
    /// Everybody on the team has a membership; a term that is over and words that are unsigned in time make inactive; whoever is to renew,
    /// to sign, to come back or to review is reminded on the day.
    package func keepMemberships() async throws {
        let now = clock()
        try await forEveryAgency { agency, transaction in
            let today = try agency.day(at: now)
            try transaction.keepAgreementText(
                agency.agreementHash, content: agency.policy.agreementText.content, from: today, agency: agency.id)
            try transaction.takeOverTeam(in: agency, on: today)
            let signed = try transaction.signers(of: agency.agreementHash, agency: agency.id)
            let since =
                try transaction.agreementText(agency.agreementHash, agency: agency.id)?.askedFrom ?? today
            let memberships = try transaction.livingMemberships(agency: agency.id)
            let reviews =
                agency.policy.membership.annualReview == nil
                ? [:] : try transaction.lastReviews(of: memberships.map(\.id))
            for membership in memberships {
                let upkeep = MembershipUpkeep(
                    membership: membership, agency: agency, today: today, now: now, transaction: transaction)
                try upkeepOfTerm(upkeep)
                try upkeepOfAgreement(upkeep, hasSigned: signed.contains(membership.account), textSince: since)
                try upkeep.remindOfPause()
                try upkeep.remindOfReview(last: reviews[membership.id])
            }
        }
    }

    private func upkeepOfTerm(_ upkeep: MembershipUpkeep) throws {
        let (membership, policy) = (upkeep.membership, upkeep.agency.policy)
        guard let end = membership.termEndsOn, let from = policy.renewalAskedFrom(membership) else { return }
        if from <= upkeep.today {
            try upkeep.remind(.termEnds, to: .account(membership.account), dueOn: end, policy.membership.term?.basis)
        }
        guard policy.termIsOver(membership, on: upkeep.today) else { return }
        try begin(
            MembershipPause(.term, begunOn: upkeep.today), of: membership, .termOver, in: upkeep.agency, by: .server,
            nil,
            at: upkeep.now, upkeep.transaction)
    }

    private func upkeepOfAgreement(_ upkeep: MembershipUpkeep, hasSigned: Bool, textSince: Day) throws {
        let (membership, policy) = (upkeep.membership, upkeep.agency.policy)
        guard !hasSigned, membership.activatedOn != nil else { return }
        let signBy = policy.signBy(membership, textSince: textSince)
        try upkeep.remind(
            .agreementToSign, to: .account(membership.account), dueOn: signBy, policy.agreement.basis)
        guard signBy < upkeep.today, membership.pause(.agreement) == nil else { return }
        try begin(
            MembershipPause(.agreement, begunOn: upkeep.today), of: membership, .agreementUnsigned, in: upkeep.agency,
            by: .server, nil, at: upkeep.now, upkeep.transaction)
    }
}

extension Doing {
    /// What a reminder asked for was done: it is answered by that.
    func answerReminder(_ kind: NoticeKind, of membership: Membership) throws {
        for notice in try transaction.notices(about: membership.id, agency: agency.id)
        where notice.kind == kind && notice.isOpen {
            try transaction.answer(notice, Acknowledgement(by: staff.account, at: now, how: .page), in: agency)
        }
    }
}

/// One membership as upkeep looks at it.
private struct MembershipUpkeep {
    let membership: Membership
    let agency: Agency
    let today: Day
    let now: Instant
    let transaction: any Transaction

    func remind(_ kind: NoticeKind, to addressee: NoticeAddressee, dueOn: Day, _ basis: Basis?) throws {
        try transaction.remindOnce(
            NewNotice(kind: kind, to: addressee, about: membership.id, under: basis?.clauses ?? []), dueOn: dueOn,
            in: agency, at: now)
    }

    /// A pause ends by its member's own act; on the day they named they are told that it is there.
    func remindOfPause() throws {
        guard let pause = membership.pause(.own), let until = pause.until, until <= today else { return }
        try remind(
            .pauseOver, to: .account(membership.account), dueOn: until,
            agency.policy.membership.inactivity.byOwnNotice?.basis)
    }

    func remindOfReview(last: AnnualReview?) throws {
        guard let rule = agency.policy.membership.annualReview,
            let due = agency.policy.reviewDue(membership, last: last), due <= today
        else { return }
        try remind(.reviewDue, to: .role(rule.by), dueOn: due, rule.basis)
    }
}

extension Transaction {
    /// Whoever holds a role of the team and has no membership is taken over from before.
    fileprivate func takeOverTeam(in agency: Agency, on today: Day) throws {
        let roles = agency.policy.supporterRoles.map(\.id)
        let living = Set(try livingMemberships(agency: agency.id).map(\.account))
        let holders = Set(
            try holdings(of: roles, agency: agency.id, heldAfter: today).filter { $0.holding.isHeld(on: today) }
                .map(\.account))
        for account in holders.subtracting(living).sorted() {
            _ = try keptMembership(of: account, agency: agency, on: today)
        }
    }
}
