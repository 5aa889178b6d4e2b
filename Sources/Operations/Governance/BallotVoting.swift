import Program
import Sealing
import Store

/// A vote that was given.
package struct GivenVote: Sendable, Equatable {
    package let choice: BallotChoice
    /// By which its voter finds it in the published list of a secret ballot.
    package let code: String?
}

extension Staff {
    /// The id of their paper in a secret ballot, which only their own key gives.
    func paper(in ballot: RandomId) -> String { key.ballotKey.paper(ballot: ballot) }
}

extension Programmes {
    /// Gives a vote, or changes it, until the ballot is closed. There is no entry in the chain, and of a secret vote no row. Nothing
    /// where there is no such ballot, or the staff member is not of those who vote in it.
    package func vote(
        _ choice: BallotChoice, in id: String, by staff: Staff
    ) async throws -> Result<GivenVote, Refusal>? {
        let given: Result<GivenVote, Refusal>? = try await quietAct(by: staff, .signedIn) { doing in
            let (transaction, agency, account) = (doing.transaction, doing.agency, doing.staff.account)
            guard let row = try transaction.ballot(id, agency: agency.id), let ballotID = RandomId(text: id),
                try transaction.electors(of: id, agency: agency.id).contains(account)
            else { return .nothing }
            let ballot = row.ballot
            let seated = try transaction.seatedMembers(of: ballot.committee, in: agency, on: doing.staff.today)
            let refusal = ballot.mayVote(
                isElector: true, isSeated: seated.contains { $0.account == account }, on: doing.staff.today,
                under: doing.policy.committee(ballot.committee)?.basis.clauses ?? [])
            if let refusal { return .refused(refusal) }
            switch ballot.rule.votes {
            case .open:
                try transaction.vote(choice, by: account, in: id)
                return .done(GivenVote(choice: choice, code: nil), .vote)
            case .secret:
                guard var box = try box(of: row) else {
                    return .refused(Refusal("The papers of this ballot cannot be opened. Please have it closed."))
                }
                let put = box.put(choice, paper: doing.staff.paper(in: ballotID), by: account) { BallotCode.random() }
                switch put {
                case .failure(let refusal): return .refused(refusal)
                case .success(let code):
                    try transaction.setBox(
                        try locked(box, of: ballotID, electors: row.electors), of: id, agency: agency.id)
                    return .done(GivenVote(choice: choice, code: code), .vote)
                }
            }
        }
        if case .success = given { try await closeWhereDue(id, in: staff.agency.id) }
        return given
    }

    /// What the staff member voted in a ballot that is open, with their check code; nothing where they have not.
    func ownVote(in row: BallotRow, of staff: Staff, _ transaction: any Transaction) throws -> GivenVote? {
        switch row.ballot.rule.votes {
        case .open:
            return try transaction.votes(in: row.ballot.id).first { $0.account == staff.account }.map {
                GivenVote(choice: $0.choice, code: nil)
            }
        case .secret:
            guard let id = RandomId(text: row.ballot.id),
                let paper = try box(of: row)?.papers[staff.paper(in: id)]
            else { return nil }
            return GivenVote(choice: paper.choice, code: paper.code)
        }
    }
}
