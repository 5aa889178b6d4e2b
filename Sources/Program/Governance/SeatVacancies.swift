/// A seat that fell vacant, since its holder is not what it asks for any more.
package struct LostSeat: Sendable, Equatable {
    package let seat: Seat
    /// The committee's title.
    package let committee: String
    /// What the seat is for.
    package let title: String
    /// Why, in words.
    package let problem: String
    package let clauses: [ClauseID]
}

extension PolicyPack {
    /// Which of those seats fall vacant with what directory and roles say now, or would say after a change.
    ///
    /// - Parameter facts: by account. A seat whose holder is not among them is not looked at.
    package func seatsLost(_ seats: [Seat], with facts: [String: SeatFacts]) -> [LostSeat] {
        seats.compactMap { seat in
            guard let facts = facts[seat.account] else { return nil }
            guard let committee = committee(seat.committee) else {
                return LostSeat(
                    seat: seat, committee: seat.committee.text, title: seat.seat,
                    problem: "The policy has no such committee.", clauses: [])
            }
            guard let problem = committee.problem(of: seat, with: facts) else { return nil }
            let rule = committee.seats.first { $0.id == seat.seat }
            return LostSeat(
                seat: seat, committee: committee.title, title: rule?.title ?? seat.seat, problem: problem,
                clauses: (rule?.basis ?? committee.basis).clauses)
        }
    }
}
