import Program
import Store

extension Transaction {
    /// What directory and roles say of those accounts, as far as seats ask for it.
    func seatFacts(of accounts: [String], in agency: Agency, on day: Day) throws -> [String: SeatFacts] {
        let all = Set(accounts).sorted()
        let standings = try standings(of: all, agency: agency.id)
        let supervising = try supervising(all, agency: agency.id)
        let supporters = Set(agency.policy.supporterRoles.map(\.id))
        let serving = Set(
            try holdings(ofAccounts: all, agency: agency.id, heldAfter: day)
                .filter { supporters.contains($0.holding.role) && $0.holding.isHeld(on: day) }.map(\.account))
        return Dictionary(
            uniqueKeysWithValues: all.map { account in
                (
                    account,
                    SeatFacts(
                        standing: standings[account] ?? .outside, supervises: supervising.contains(account),
                        isActiveSupporter: serving.contains(account))
                )
            })
    }

    /// Those who have a vote in a committee on that day: seated, in their term, still what the seat asks for, and with the role that
    /// comes with it.
    func seatedMembers(of committee: CommitteeID, in agency: Agency, on day: Day) throws -> [Seat] {
        guard let rule = agency.policy.committee(committee) else { return [] }
        let held = try seats(of: committee, agency: agency.id).map(\.seat).filter { $0.isHeld(on: day) }
        let facts = try seatFacts(of: held.map(\.account), in: agency, on: day)
        let members = Set(
            try holdings(of: [rule.memberRole], agency: agency.id, heldAfter: day)
                .filter { $0.holding.isHeld(on: day) }.map(\.account))
        return held.filter { seat in
            members.contains(seat.account)
                && facts[seat.account].map { rule.hasVote(seat, with: $0, on: day) } ?? false
        }
    }
}
