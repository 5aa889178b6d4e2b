import Program
import Sealing
import Store

extension Programmes {
    /// Offers a seat to somebody, for whoever convenes the committee. Where serving is voluntary it waits for their word; elsewhere it
    /// is theirs at once. Nothing where there is no such committee for the staff member, or no such account.
    package func offer(
        _ offer: SeatOffer, in committee: CommitteeID, by staff: Staff
    ) async throws -> Result<String, Refusal>? {
        try await act(by: staff, .holding(.conveneCommittee)) { doing in
            guard let rule = doing.convened(committee),
                try doing.transaction.account(agency: doing.agency.id, id: offer.account) != nil
            else { return .nothing }
            let situation = try doing.transaction.situation(
                of: offer.account, in: rule, doing.agency, isElected: false, on: doing.staff.today)
            if let refusal = doing.policy.mayOffer(offer, in: rule, situation, on: doing.staff.today) {
                return .refused(refusal)
            }
            let (id, entries) = try seat(
                offer, in: rule, by: doing.staff.account, actor: doing.staff.actor, chosenBy: nil, doing.agency,
                at: doing.now, doing.transaction)
            return .done(id, .entries(entries))
        }
    }

    /// Opens the committee's ballot on a candidate for one of the seats that it fills itself (SAC-II.C.5). Nothing where there is no
    /// such committee for the staff member, or no such account.
    package func openElection(
        _ offer: SeatOffer, in committee: CommitteeID, closesOn: Day?, by staff: Staff
    ) async throws -> Result<String, Refusal>? {
        try await act(by: staff, .holding(.conveneCommittee)) { doing in
            guard let rule = doing.convened(committee),
                try doing.transaction.account(agency: doing.agency.id, id: offer.account) != nil
            else { return .nothing }
            let situation = try doing.transaction.situation(
                of: offer.account, in: rule, doing.agency, isElected: false, on: doing.staff.today)
            if let refusal = doing.policy.mayStand(offer, in: rule, situation, on: doing.staff.today) {
                return .refused(refusal)
            }
            let subject = BallotSubject.seat(committee: rule.id, seat: offer.seat, account: offer.account)
            return try openBallot(on: subject, closesOn: closesOn, doing).deed(
                under: rule.newMembers?.basis.clauses ?? [])
        }
    }

    /// Keeps a seat that may be offered, and begins it where nobody's word is waited for.
    ///
    /// - Parameters:
    ///   - account: who offers it.
    ///   - ballot: the ballot that chose its holder.
    func seat(
        _ offer: SeatOffer, in rule: CommitteeRule, by account: String, actor: AuditActor, chosenBy ballot: String?,
        _ agency: Agency, at now: Instant, _ transaction: any Transaction
    ) throws -> (id: String, entries: [Trace.Entry]) {
        let today = try agency.day(at: now)
        let seat = Seat(
            id: RandomId().text, committee: rule.id, seat: offer.seat, account: offer.account, offeredBy: account,
            offeredOn: today, attested: offer.isAttested ? SeatAttestation(by: account, on: today) : nil,
            ballot: ballot)
        try transaction.insert(seat, agency: agency.id)
        let clauses = rule.seats.first { $0.id == offer.seat }?.basis.clauses ?? []
        let offered = Trace.Entry(
            kind: .seatOffered, subject: offer.account, clauses: clauses, details: [rule.id.text, offer.seat])
        guard rule.asksForAcceptance else {
            return (seat.id, [offered, try begin(seat, in: rule, agency, by: actor, at: now, transaction)])
        }
        try transaction.raise(
            NewNotice(
                kind: .seatOffered, to: .account(offer.account), about: seat.id, under: rule.term?.basis.clauses ?? [],
                from: account), in: agency, at: now)
        return (seat.id, [offered])
    }

    /// From today the seat is held, with the role that comes with it for its term. A role held before goes over into it.
    func begin(
        _ seat: Seat, in rule: CommitteeRule, _ agency: Agency, by actor: AuditActor, at now: Instant,
        _ transaction: any Transaction
    ) throws -> Trace.Entry {
        let today = try agency.day(at: now)
        let (end, id) = (rule.termEnd(from: today), RandomId().text)
        let holding = Holding(role: rule.memberRole, area: nil, startsOn: today, until: end)
        let before = try transaction.holdings(of: seat.account, agency: agency.id)
        if agency.policy.shortensSessions(holding, of: before.map(\.holding), on: today) {
            try transaction.deleteSessions(of: seat.account, agency: agency.id)
        }
        try transaction.vouching(for: [seat.account], in: agency, by: actor, with: keys.vouching, at: now) {
            for row in before where row.holding.role == rule.memberRole && row.holding.overlaps(holding) {
                try transaction.endHolding(agency: agency.id, account: seat.account, id: row.id, on: today)
            }
            try transaction.insert(holding, id: id, account: seat.account, agency: agency.id, toldFrom: now)
        }
        try transaction.beginSeat(seat.id, on: today, until: end, holding: id, agency: agency.id)
        return Trace.Entry(
            kind: .seatTaken, subject: seat.account,
            clauses: rule.seats.first { $0.id == seat.seat }?.basis.clauses ?? [],
            details: [rule.id.text, seat.seat])
    }
}

extension Doing {
    /// The committee, where the staff member convenes it.
    func convened(_ committee: CommitteeID) -> CommitteeRule? {
        guard let rule = policy.committee(committee), staff.holds(policy.convener(of: rule)) else { return nil }
        return rule
    }
}

extension Result where Success == Ballot, Failure == Refusal {
    /// The opening of a ballot as an act.
    func deed(under clauses: [ClauseID]) -> Deed<String> {
        switch self {
        case .success(let ballot): .done(ballot.id, .entries([ballot.opening(under: clauses)]))
        case .failure(let refusal): .refused(refusal)
        }
    }
}

extension Transaction {
    /// What there is to know of somebody who is to be offered a seat.
    func situation(
        of account: String, in rule: CommitteeRule, _ agency: Agency, isElected: Bool, on today: Day
    ) throws -> SeatSituation {
        let taken = try seats(of: rule.id, agency: agency.id).map(\.seat).filter { $0.isTaken(on: today) }
        let facts = try seatFacts(of: [account], in: agency, on: today)
        return SeatSituation(
            taken: taken, voters: try seatedMembers(of: rule.id, in: agency, on: today),
            facts: facts[account] ?? SeatFacts(standing: .outside, supervises: false, isActiveSupporter: false),
            persons: try persons(of: taken.map(\.account) + [account], agency: agency.id),
            own: try holdings(ofPersonOf: account, agency: agency.id, heldAfter: today), isElected: isElected)
    }
}
