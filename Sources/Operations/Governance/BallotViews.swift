import Program
import Sealing
import Store

/// A ballot as somebody of its committee sees it.
package struct BallotView: Sendable {
    package let ballot: Ballot
    /// Whom it is on, by name; nothing where it is on a matter, or the name is not for everybody.
    package let name: String?
    /// How many may vote.
    package let electors: Int
    /// How many have, while it is open.
    package let cast: Int
    /// The staff member's own vote, while it is open.
    package let own: GivenVote?
    package let mayVote: Bool
    package let mayClose: Bool
    /// Who voted what, by name: of an open ballot that is closed.
    package let named: [NamedVote]
    /// The published list of a secret ballot that is closed.
    package let counted: [CountedPaper]
    package let clauses: [ClauseID]
    /// Of the removal that is voted on: what the programme knows of that belongs to its ground, for those who vote, while it is open.
    package let evidence: [GroundEvidence]
}

/// A vote with the name of its voter.
package struct NamedVote: Sendable, Equatable {
    package let name: String
    package let choice: BallotChoice
}

extension Programmes {
    /// A ballot, for whoever votes in it or convenes its committee; nothing for anybody else, nor for whom it concerns.
    package func ballot(_ id: String, for staff: Staff) async throws -> BallotView? {
        try await database.read { transaction in
            guard let row = try transaction.ballot(id, agency: staff.agency.id),
                let rule = staff.policy.committee(row.ballot.committee)
            else { return nil }
            let seated = try transaction.seatedMembers(of: rule.id, in: staff.agency, on: staff.today)
            return try view(of: row, in: rule, seated: seated, for: staff, transaction)
        }
    }

    /// Those of the committee's ballots that the staff member may see, in their order.
    func ballotViews(
        _ rows: [BallotRow], of rule: CommitteeRule, seated: [Seat], for staff: Staff, _ transaction: any Transaction
    ) throws -> [BallotView] {
        try rows.compactMap { try view(of: $0, in: rule, seated: seated, for: staff, transaction) }
    }

    private func view(
        of row: BallotRow, in rule: CommitteeRule, seated: [Seat], for staff: Staff, _ transaction: any Transaction
    ) throws -> BallotView? {
        let (ballot, account) = (row.ballot, staff.account)
        let concerned = [ballot.subject.concerns].compactMap { $0 }
        let persons = try transaction.persons(of: concerned + [account], agency: staff.agency.id)
        let convenes = staff.holds(staff.policy.convener(of: rule))
        let electors = try transaction.electors(of: ballot.id, agency: staff.agency.id)
        let isElector = electors.contains(account)
        guard !persons.holds(account, among: concerned), convenes || isElector || ballot.openedBy == account else {
            return nil
        }
        let refusal = ballot.mayVote(
            isElector: isElector, isSeated: seated.contains { $0.account == account }, on: staff.today, under: [])
        let isOpen = ballot.closed == nil
        let votes = ballot.rule.votes == .open ? try transaction.votes(in: ballot.id) : []
        let names = try transaction.accountNames(
            agency: staff.agency.id, of: Set(concerned + votes.map(\.account)).sorted())
        let cast =
            switch ballot.rule.votes {
            case .open: votes.count
            case .secret: isOpen ? try box(of: row)?.papers.count ?? 0 : 0
            }
        return BallotView(
            ballot: ballot, name: concerned.first.flatMap { names[$0] }, electors: row.electors,
            cast: ballot.closed?.tally.cast ?? cast,
            own: isOpen && isElector ? try ownVote(in: row, of: staff, transaction) : nil, mayVote: refusal == nil,
            mayClose: ballot.mayClose(by: account, convenes: convenes, under: []) == nil,
            named: isOpen
                ? []
                : votes.map { NamedVote(name: names[$0.account] ?? "", choice: $0.choice) }.sorted {
                    $0.name < $1.name
                }, counted: try counted(in: row),
            clauses: staff.policy.ballot(on: ballot.subject, asked: rule.id)?.basis.clauses ?? [],
            evidence: isOpen && (isElector || staff.seesRemovals)
                ? try evidence(on: ballot.subject, for: staff, transaction) : [])
    }

    private func evidence(
        on subject: BallotSubject, for staff: Staff, _ transaction: any Transaction
    ) throws -> [GroundEvidence] {
        guard case .removal(let account, _) = subject,
            let (membership, removal) = try transaction.removalUnderWay(of: account, in: staff.agency)
        else { return [] }
        return try evidence(
            for: removal, of: membership, last: try transaction.lastReviews(of: [membership.id])[membership.id],
            in: staff.agency, on: staff.today, transaction)
    }
}
