import Foundation
import Program
import Sealing
import Store

extension Programmes {
    /// Closes a ballot before its day, for whoever opened it or convenes the committee. Nothing where there is no such ballot.
    package func closeBallot(_ id: String, by staff: Staff) async throws -> Result<BallotOutcome, Refusal>? {
        try await act(by: staff, .signedIn) { doing in
            guard let row = try doing.transaction.ballot(id, agency: doing.agency.id),
                let committee = doing.policy.committee(row.ballot.committee)
            else { return .nothing }
            let convenes = doing.staff.holds(doing.policy.convener(of: committee))
            let isElector = try doing.transaction.electors(of: id, agency: doing.agency.id)
                .contains(doing.staff.account)
            guard convenes || isElector || row.ballot.openedBy == doing.staff.account else { return .nothing }
            if let refusal = row.ballot.mayClose(
                by: doing.staff.account, convenes: convenes, under: committee.basis.clauses)
            {
                return .refused(refusal)
            }
            let (closed, entries) = try close(
                row, in: doing.agency, by: doing.staff.actor, at: doing.now, doing.transaction)
            return .done(closed.outcome, .entries(entries))
        }
    }

    /// Closes every ballot whose day has come, or in which everybody voted who can. Each by itself, so that one keeps no other open.
    package func closeBallots() async throws {
        try await forEveryAgency { row in
            let open = try await database.read { transaction in try transaction.openBallots(agency: row.id) }
            try await eachByItself(open) { ballot in try await closeWhereDue(ballot.ballot.id, in: row.id) }
        }
    }

    /// Closes that ballot, where its day has come or everybody voted who can.
    func closeWhereDue(_ id: String, in agencyID: String) async throws {
        let now = clock()
        try await database.write(inTurnOf: agencyID) { transaction in
            guard let row = try transaction.ballot(id, agency: agencyID), row.ballot.closed == nil,
                let agencyRow = try transaction.agency(id: agencyID)
            else { return }
            let agency = try agency(agencyRow, in: transaction)
            let today = try agency.day(at: now)
            guard
                try row.ballot.isOver(on: today)
                    || haveAllVoted(row, in: agency, on: today, transaction)
            else { return }
            let (_, entries) = try close(row, in: agency, by: .server, at: now, transaction)
            for entry in entries {
                try transaction.record(
                    entry.kind, in: agency, by: .server, on: entry.subject, under: entry.clauses,
                    details: entry.details, at: now)
            }
        }
    }

    private func haveAllVoted(
        _ row: BallotRow, in agency: Agency, on today: Day, _ transaction: any Transaction
    ) throws -> Bool {
        let electors = try transaction.electors(of: row.ballot.id, agency: agency.id)
        let seated = Set(
            try transaction.seatedMembers(of: row.ballot.committee, in: agency, on: today).map(\.account))
        let voters =
            switch row.ballot.rule.votes {
            case .open: try transaction.votes(in: row.ballot.id).map(\.account)
            case .secret: try box(of: row)?.voters ?? []
            }
        return electors.allSatisfy { voters.contains($0) || !seated.contains($0) } && !voters.isEmpty
    }

    /// Opens the papers, counts them, writes down what they come to, and has it carried out. Papers whose key was lost count as not
    /// cast, and decide nothing.
    private func close(
        _ row: BallotRow, in agency: Agency, by actor: AuditActor, at now: Instant, _ transaction: any Transaction
    ) throws -> (ClosedBallot, [Trace.Entry]) {
        let ballot = row.ballot
        let (choices, counted): ([BallotChoice], [CountedPaper]?)
        switch ballot.rule.votes {
        case .open: (choices, counted) = (try transaction.votes(in: ballot.id).map(\.choice), nil)
        case .secret:
            let papers = try box(of: row)?.counted
            (choices, counted) = (papers?.map(\.choice) ?? [], papers)
        }
        let tally = BallotTally(electors: row.electors, choices)
        let isLost = ballot.rule.votes == .secret && counted == nil
        let closed = ClosedBallot(
            on: try agency.day(at: now), outcome: isLost ? .noQuorum : ballot.rule.outcome(of: tally), tally: tally)
        try transaction.close(ballot.id, closed, counted: try counted.map(Self.text), agency: agency.id)
        let clauses = agency.policy.ballot(on: ballot.subject, asked: ballot.committee)?.basis.clauses ?? []
        let entry = Trace.Entry(
            kind: .ballotClosed, subject: ballot.id, clauses: clauses, details: [closed.outcome.rawValue])
        let following = try carryOut(closed, of: ballot, in: agency, by: actor, at: now, transaction)
        return (closed, [entry] + following)
    }

    private static func text(of counted: [CountedPaper]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(counted), as: UTF8.self)
    }

    /// The published list of a closed secret ballot; empty once it is forgotten.
    func counted(in row: BallotRow) throws -> [CountedPaper] {
        try row.counted.map { try JSONDecoder().decode([CountedPaper].self, from: Data($0.utf8)) } ?? []
    }

    /// Forgets published lists sixty days after their ballot closed: by then everybody has looked, and the counts stay.
    package func forgetCountedPapers() async throws {
        let now = clock()
        try await forEveryAgency { agency, transaction in
            let today = try agency.day(at: now)
            try transaction.forgetCounted(agency: agency.id, closedBefore: today.adding(days: -60) ?? today)
        }
    }
}

extension Transaction {
    /// Ends what is open of the ballots on something that is over before they were. No paper is opened and no vote counted: nothing was
    /// decided, and a new ballot can be opened where there is something to decide again.
    ///
    /// - Parameter id: of the application, the account or the draft.
    func endBallots(on kind: BallotSubject.Kind, of id: String, in agency: Agency, at now: Instant) throws {
        for row in try openBallots(on: kind, of: id, agency: agency.id) {
            let tally = BallotTally(electors: row.electors, yes: 0, no: 0, abstained: 0)
            let closed = ClosedBallot(on: try agency.day(at: now), outcome: .overtaken, tally: tally)
            try close(row.ballot.id, closed, counted: nil, agency: agency.id)
            try record(
                .ballotClosed, in: agency, by: .server, on: row.ballot.id,
                under: agency.policy.ballot(on: row.ballot.subject, asked: row.ballot.committee)?.basis.clauses ?? [],
                details: [closed.outcome.rawValue], at: now)
        }
    }
}
