import Program
import Store

// A seat's holder who ceases to be what the seat asks for leaves it vacant (SAC-II.C-0), as does whoever leaves the agency. Where a later
// change puts that right within the month, the seat is held as before, if nobody else sits in it.
extension Transaction {
    /// The seats that fall vacant with a change.
    ///
    /// - Parameters:
    ///   - after: each changed person as the directory has them then, by id; nothing in it for those who left.
    ///   - losing: the accounts that lose a role of the team.
    func seatsLost(
        by accounts: [AccountOfPerson], after: [String: ListedPerson], losing: Set<String>, in agency: Agency,
        on today: Day
    ) throws -> [SeatRow] {
        let taken = try seats(ofAccounts: accounts, in: agency).filter { $0.seat.isTaken(on: today) }
        guard !taken.isEmpty else { return [] }
        let facts = try seatFacts(of: accounts, after: after, losing: losing, in: agency, on: today)
        return taken.filter { row in
            guard let committee = agency.policy.committee(row.seat.committee), let facts = facts[row.seat.account]
            else { return false }
            return committee.problem(of: row.seat, with: facts) != nil
        }
    }

    /// Of roles that would come back, those whose seat does not, with the reason.
    func seatsKept(
        from roles: [RoleEndedByImport], after: [String: ListedPerson], in agency: Agency, on today: Day
    ) throws -> [String: ReturningRole.Why] {
        let accounts = roles.map { AccountOfPerson(id: $0.account, login: $0.login, person: $0.person) }
        let ids = Set(roles.map(\.id))
        let rows = try seats(ofAccounts: accounts, in: agency).filter { $0.holding.map(ids.contains) ?? false }
        guard !rows.isEmpty else { return [:] }
        let facts = try seatFacts(of: accounts, after: after, losing: [], in: agency, on: today)
        var kept: [String: ReturningRole.Why] = [:]
        for row in rows {
            guard let holding = row.holding else { continue }
            guard row.seat.ending?.cause == .vacated, let committee = agency.policy.committee(row.seat.committee),
                let rule = committee.seats.first(where: { $0.id == row.seat.seat }),
                let facts = facts[row.seat.account],
                committee.problem(of: row.seat, with: facts) == nil
            else {
                kept[holding] = .standing
                continue
            }
            let others = try seats(of: committee.id, agency: agency.id).filter {
                $0.seat.seat == rule.id && $0.seat.isTaken(on: today)
            }
            if others.count >= rule.count.upperBound.number { kept[holding] = .taken }
        }
        return kept
    }

    /// Lets the seats be held on whose role comes back.
    func reopenSeats(of roles: [RoleEndedByImport], in agency: Agency) throws {
        for role in roles { try reopenSeat(heldWith: role.id, agency: agency.id) }
    }

    private func seats(ofAccounts accounts: [AccountOfPerson], in agency: Agency) throws -> [SeatRow] {
        try stride(from: 0, to: accounts.count, by: 1000).flatMap { beginning in
            let some = accounts[beginning..<min(beginning + 1000, accounts.count)]
            return try seats(ofAccounts: some.map(\.id), agency: agency.id)
        }
    }

    private func seatFacts(
        of accounts: [AccountOfPerson], after: [String: ListedPerson], losing: Set<String>, in agency: Agency,
        on today: Day
    ) throws -> [String: SeatFacts] {
        let before = try seatFacts(of: accounts.map(\.id), in: agency, on: today)
        return Dictionary(
            accounts.map { account in
                let person = after[account.person]
                return (
                    account.id,
                    SeatFacts(
                        standing: person.map { MemberStanding($0) } ?? .left,
                        supervises: person?.record.isSupervisor ?? false,
                        isActiveSupporter: before[account.id]?.isActiveSupporter == true
                            && !losing.contains(account.id))
                )
            }, uniquingKeysWith: { first, _ in first })
    }
}

extension SeatRow {
    /// As it is told to whoever changes the directory.
    func vacated(by login: String, under policy: PolicyPack) -> VacatedSeat {
        let committee = policy.committee(seat.committee)
        return VacatedSeat(
            login: login, committee: committee?.title ?? seat.committee.text,
            seat: committee?.seats.first { $0.id == seat.seat }?.title ?? seat.seat,
            clauses: committee?.seats.first { $0.id == seat.seat }?.basis.clauses ?? [])
    }
}
