import Program
import Sealing
import Store

extension Programmes {
    /// Takes a seat that was offered: from today, for its term. Nothing where it was not offered to the staff member.
    package func acceptSeat(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .signedIn) { doing in
            let (transaction, agency, account) = (doing.transaction, doing.agency, doing.staff.account)
            guard let seat = try transaction.seat(id, agency: agency.id)?.seat, seat.account == account,
                let rule = doing.policy.committee(seat.committee)
            else { return .nothing }
            let facts = try transaction.seatFacts(of: [account], in: agency, on: doing.staff.today)
            let own = try transaction.holdings(ofPersonOf: account, agency: agency.id, heldAfter: doing.staff.today)
            let refusal = facts[account].flatMap {
                doing.policy.mayAccept(seat, in: rule, facts: $0, own: own, on: doing.staff.today)
            }
            if let refusal { return .refused(refusal) }
            return .done(
                .entries([
                    try begin(seat, in: rule, agency, by: doing.staff.actor, at: doing.now, transaction)
                ]))
        }
    }

    /// Declines or gives up one's own seat; or takes back or ends somebody's, for whoever convenes the committee. Nothing where it is
    /// none of theirs.
    package func endSeat(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .signedIn) { doing in
            guard let row = try doing.transaction.seat(id, agency: doing.agency.id) else { return .nothing }
            let (seat, today) = (row.seat, doing.staff.today)
            let isOwn = seat.account == doing.staff.account
            guard isOwn || doing.convened(seat.committee) != nil else { return .nothing }
            guard seat.isTaken(on: today) else { return .refused(Refusal("This seat has ended.")) }
            let cause: SeatEnding.Cause =
                switch (isOwn, seat.isOffered) {
                case (true, true): .declined
                case (true, false): .resigned
                case (false, true): .withdrawn
                case (false, false): .ended
                }
            return .done(
                .entries([
                    try end(row, cause, in: doing.agency, by: doing.staff.actor, at: doing.now, doing.transaction)
                ]))
        }
    }

    /// Ends a seat and the role that came with it.
    func end(
        _ row: SeatRow, _ cause: SeatEnding.Cause, in agency: Agency, by actor: AuditActor, at now: Instant,
        _ transaction: any Transaction
    ) throws -> Trace.Entry {
        let (seat, today) = (row.seat, try agency.day(at: now))
        if let holding = row.holding {
            try transaction.vouching(for: [seat.account], in: agency, by: actor, with: keys.vouching, at: now) {
                let held = try transaction.holding(agency: agency.id, account: seat.account, id: holding)?.holding
                if let held, held.until.map({ $0 > today }) ?? true {
                    try transaction.endHolding(agency: agency.id, account: seat.account, id: holding, on: today)
                }
            }
            try transaction.deleteSessions(of: seat.account, agency: agency.id)
        }
        try transaction.endSeat(seat.id, SeatEnding(cause, on: today), agency: agency.id)
        return Trace.Entry(
            kind: .seatEnded, subject: seat.account,
            clauses: agency.policy.committee(seat.committee)?.basis.clauses ?? [],
            details: [seat.committee.text, seat.seat, cause.rawValue])
    }

    /// The seats that fall vacant with what directory and roles say now, ended at once with the roles that came with them; whoever
    /// convenes the committee is told.
    ///
    /// - Parameter accounts: whose seats are looked at; those of everybody where none are named.
    func vacateSeats(
        of accounts: [String]? = nil, in agency: Agency, by actor: AuditActor, at now: Instant,
        _ transaction: any Transaction
    ) throws -> (lost: [LostSeat], entries: [Trace.Entry]) {
        let today = try agency.day(at: now)
        let open = try transaction.openSeats(agency: agency.id, on: today).filter {
            accounts?.contains($0.seat.account) ?? true
        }
        guard !open.isEmpty else { return ([], []) }
        let facts = try transaction.seatFacts(of: open.map(\.seat.account), in: agency, on: today)
        let lost = agency.policy.seatsLost(open.map(\.seat), with: facts)
        let entries = try lost.compactMap { seat -> Trace.Entry? in
            guard let row = open.first(where: { $0.seat.id == seat.seat.id }) else { return nil }
            if !row.seat.isOffered, let rule = agency.policy.committee(row.seat.committee) {
                try transaction.raise(
                    NewNotice(
                        kind: .seatVacant, to: .role(agency.policy.convener(of: rule)), about: row.seat.id,
                        under: seat.clauses), in: agency, at: now)
            }
            return try end(row, .vacated, in: agency, by: actor, at: now, transaction)
        }
        return (lost, entries)
    }
}
