import Foundation
import Program
import Sealing
import Store

extension Transaction {
    /// The newest ballot on that subject, an open one first; nothing where there never was one.
    func ballot(on subject: BallotSubject, in agency: Agency) throws -> Ballot? {
        try ballots(on: subject, agency: agency.id).first?.ballot
    }
}

extension Programmes {
    /// Opens a ballot within an act of whoever may: those seated today are its electors, but for whoever it concerns. The caller says
    /// in the chain that it was opened (``Ballot/opening(under:)``).
    ///
    /// - Parameters:
    ///   - asked: the committee that a question is put to; for other subjects the policy names it.
    ///   - excluded: accounts whose own affair it is besides those that the subject names, such as the applicant's.
    ///   - closesOn: the first day on which nobody votes any more; nothing leaves it open until all have voted or it is closed.
    ///   - votes: how votes are given, where the policy leaves that to whoever opens it.
    func openBallot(
        on subject: BallotSubject, of asked: CommitteeID? = nil, besides excluded: [String] = [], closesOn: Day?,
        votes: SelectionAct.Votes? = nil, _ doing: Doing
    ) throws -> Result<Ballot, Refusal> {
        let (transaction, agency, today) = (doing.transaction, doing.agency, doing.staff.today)
        guard let ruled = doing.policy.ballot(on: subject, asked: asked) else {
            return .failure(Refusal("No committee of this programme votes on this."))
        }
        let concerned = excluded + (subject.concerns.map { [$0] } ?? [])
        let seated = try transaction.seatedMembers(of: ruled.committee, in: agency, on: today).map(\.account)
        let persons = try transaction.persons(of: seated + concerned, agency: agency.id)
        let electors = Set(seated.filter { !persons.holds($0, among: concerned) }).sorted()
        let isOpen = try transaction.ballots(on: subject, agency: agency.id).contains { $0.ballot.closed == nil }
        if let refusal = doing.policy.mayOpen(
            ruled, electors: electors.count, isOpen: isOpen, closesOn: closesOn, on: today)
        {
            return .failure(refusal)
        }
        let (id, rule) = (RandomId(), ruled.rule)
        let ballot = Ballot(
            id: id.text, committee: ruled.committee, subject: subject,
            rule: BallotRule(majority: rule.majority, quorum: rule.quorum, votes: votes ?? rule.votes),
            openedBy: doing.staff.account, openedOn: today, closesOn: closesOn)
        let box: [UInt8]? =
            switch ballot.rule.votes {
            case .open: nil
            case .secret: try locked(BallotBox(), of: id, electors: electors.count)
            }
        try transaction.insert(ballot, electors: electors, box: box, agency: agency.id)
        for elector in electors {
            try transaction.raise(
                NewNotice(
                    kind: .ballotOpened, to: .account(elector), about: ballot.id, under: ruled.basis.clauses,
                    from: doing.staff.account), in: agency, at: doing.now)
        }
        return .success(ballot)
    }

    /// The box as it is kept.
    func locked(_ box: BallotBox, of ballot: RandomId, electors: Int) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        guard
            let locked = try keys.lock(
                ballotBox: Array(try encoder.encode(box)), ballot: ballot, electors: electors)
        else { throw BoxNotLocked() }
        return locked
    }

    /// The papers of a secret ballot that is open; nothing where the key that locked them was lost.
    func box(of row: BallotRow) throws -> BallotBox? {
        guard let locked = row.box, let id = RandomId(text: row.ballot.id),
            let bytes = try? keys.unlock(ballotBox: locked, ballot: id)
        else { return nil }
        return try JSONDecoder().decode(BallotBox.self, from: Data(bytes))
    }
}

extension Ballot {
    /// What the chain gets of its opening: never what it is on, where that is somebody.
    func opening(under clauses: [ClauseID]) -> Trace.Entry {
        Trace.Entry(kind: .ballotOpened, subject: id, clauses: clauses, details: [subject.kind.rawValue])
    }
}

/// More papers than the box has room for, which the bound on electors keeps from happening.
private struct BoxNotLocked: Error {}
