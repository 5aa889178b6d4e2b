import Program
import Sealing
import Store

/// A committee as anybody of the programme sees it: what it is composed of, without a name.
package struct ListedCommittee: Sendable {
    package let rule: CommitteeRule
    package let composition: CommitteeComposition
    /// Whether the staff member may open its page.
    package let isOwn: Bool
    /// Whether the staff member fills its seats.
    package let convenes: Bool
    /// How many of its ballots wait for the staff member's vote.
    package let waitingVotes: Int
}

/// A seat with its holder's name.
package struct ViewedSeat: Sendable {
    package let seat: Seat
    package let title: String
    package let name: String
    package let isOwn: Bool
    /// Why its holder has no vote although the seat is held.
    package let problem: String?
    /// Who vouched for what the directory cannot know, by name.
    package let attestedBy: String?
}

/// A committee as its members see it, and whoever convenes it.
package struct CommitteeView: Sendable {
    package let listed: ListedCommittee
    /// The title of the role that fills its seats.
    package let convener: String
    /// Who holds the chair today, by name.
    package let chairs: [String]
    /// Those held and those offered.
    package let seats: [ViewedSeat]
    /// Who holds the committee's role without a seat, as from before seats were kept; they have no vote.
    package let withoutSeat: [String]
    package let ballots: [BallotView]
    /// To whom a seat could be offered, for whoever fills the seats.
    package let accounts: [AccountListing]
}

/// A seat that is offered to the staff member, or that they hold.
package struct OwnSeat: Sendable {
    package let seat: Seat
    package let committee: CommitteeRule
    package let title: String
}

extension Programmes {
    /// The committees of the programme, for anybody signed in.
    package func committees(for staff: Staff) async throws -> [ListedCommittee] {
        try await database.read { transaction in
            try staff.policy.governance.committees.map { rule in
                let seated = try transaction.seatedMembers(of: rule.id, in: staff.agency, on: staff.today)
                return try listed(rule, seated: seated, for: staff, transaction)
            }
        }
    }

    /// A committee with its people; nothing where the staff member is neither of it nor watches over the programme.
    package func committee(_ id: CommitteeID, for staff: Staff) async throws -> CommitteeView? {
        try await database.read { transaction in
            guard let rule = staff.policy.committee(id) else { return nil }
            let seated = try transaction.seatedMembers(of: id, in: staff.agency, on: staff.today)
            let listed = try listed(rule, seated: seated, for: staff, transaction)
            guard listed.isOwn else { return nil }
            let agency = staff.agency
            let taken = try transaction.seats(of: id, agency: agency.id).map(\.seat).filter {
                $0.isTaken(on: staff.today)
            }
            let members = try transaction.holdings(of: [rule.memberRole], agency: agency.id, heldAfter: staff.today)
                .filter { $0.holding.isHeld(on: staff.today) }.map(\.account)
            let chairs = try rule.chair.map { chair in
                try transaction.holdings(of: [chair], agency: agency.id, heldAfter: staff.today)
                    .filter { $0.holding.isHeld(on: staff.today) }.map(\.account)
            }
            let people = taken.map(\.account) + taken.compactMap(\.attested?.by) + members + (chairs ?? [])
            let names = try transaction.accountNames(agency: agency.id, of: Set(people).sorted())
            let facts = try transaction.seatFacts(of: taken.map(\.account), in: agency, on: staff.today)
            let unseated = Set(members).subtracting(taken.map(\.account))
            return CommitteeView(
                listed: listed, convener: staff.policy.title(of: staff.policy.convener(of: rule)),
                chairs: (chairs ?? []).map { names[$0] ?? "" }.sorted(),
                seats: taken.map { seat in
                    ViewedSeat(
                        seat: seat, title: rule.title(of: seat.seat), name: names[seat.account] ?? "",
                        isOwn: seat.account == staff.account,
                        problem: facts[seat.account].flatMap { rule.problem(of: seat, with: $0) },
                        attestedBy: seat.attested.flatMap { names[$0.by] })
                }.sorted { ($0.title, $0.name, $0.seat.id) < ($1.title, $1.name, $1.seat.id) },
                withoutSeat: unseated.map { names[$0] ?? "" }.sorted(),
                ballots: try ballotViews(
                    try transaction.ballots(of: id, agency: agency.id), of: rule, seated: seated, for: staff,
                    transaction),
                accounts: listed.convenes
                    ? try transaction.accounts(agency: agency.id, after: "", limit: 2000) : [])
        }
    }

    /// The seats that are offered to the staff member, and those they hold.
    package func ownSeats(of staff: Staff) async throws -> [OwnSeat] {
        try await database.read { transaction in
            try transaction.seats(ofAccounts: [staff.account], agency: staff.agency.id).compactMap { row in
                guard row.seat.isTaken(on: staff.today), let rule = staff.policy.committee(row.seat.committee) else {
                    return nil
                }
                return OwnSeat(seat: row.seat, committee: rule, title: rule.title(of: row.seat.seat))
            }
        }
    }

    private func listed(
        _ rule: CommitteeRule, seated: [Seat], for staff: Staff, _ transaction: any Transaction
    ) throws -> ListedCommittee {
        let agency = staff.agency
        let hasChair = try rule.chair.map { chair in
            try transaction.holdings(of: [chair], agency: agency.id, heldAfter: staff.today)
                .contains { $0.holding.isHeld(on: staff.today) }
        }
        let convenes = staff.holds(staff.policy.convener(of: rule))
        let isOwn = convenes || staff.holds(rule.memberRole) || staff.powers.contains(.readConformance)
        let open = isOwn ? try transaction.openBallots(agency: agency.id) : []
        let waiting = try ballotViews(
            open.filter { $0.ballot.committee == rule.id }, of: rule, seated: seated, for: staff, transaction
        ).count { $0.mayVote && $0.own == nil }
        return ListedCommittee(
            rule: rule, composition: rule.composition(of: seated, hasChair: hasChair ?? true), isOwn: isOwn,
            convenes: convenes, waitingVotes: waiting)
    }
}

extension CommitteeRule {
    /// What a seat is for, in the pack's words.
    func title(of seat: String) -> String { seats.first { $0.id == seat }?.title ?? seat }
}
