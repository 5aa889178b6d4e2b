import Program

/// A ballot as stored; its box is locked.
package struct BallotRow: Sendable, Equatable {
    package let ballot: Ballot
    package let electors: Int
    /// The papers of a secret ballot that is open.
    package let box: [UInt8]?
    /// The published list of one that is closed, as it was written.
    package let counted: String?

    fileprivate init(_ row: Row) throws {
        func read<Value>(_ column: String, _ value: (String) -> Value?) throws -> Value? {
            try row.optionalText(.named(column)).map { text in
                guard let found = value(text) else {
                    throw StoreFault.unreadable(column: column, problem: "holds a word that is none of its list")
                }
                return found
            }
        }
        func present<Value>(_ column: String, _ value: (String) -> Value?) throws -> Value {
            guard let found = try read(column, value) else {
                throw StoreFault.unreadable(column: column, problem: "is empty")
            }
            return found
        }
        electors = try row.int("electors")
        box = try row.optionalBlob("box")
        counted = try row.optionalText("counted")
        let committee = CommitteeID(try row.text("committee"))
        let tally = BallotTally(
            electors: electors, yes: try row.int("yes"), no: try row.int("no"), abstained: try row.int("abstained"))
        let closed = try read("closed_on") { Day($0) }.map { day in
            ClosedBallot(on: day, outcome: try present("outcome") { BallotOutcome(rawValue: $0) }, tally: tally)
        }
        ballot = Ballot(
            id: try row.text("id"), committee: committee,
            subject: BallotSubject(
                try present("subject") { BallotSubject.Kind(rawValue: $0) }, committee: committee,
                about: try row.text("about"), detail: try row.text("detail")),
            rule: BallotRule(
                majority: try present("majority") { Majority(rawValue: $0) },
                quorum: try read("quorum") { QuorumRule.Share(rawValue: $0) },
                votes: try present("votes") { SelectionAct.Votes(rawValue: $0) }),
            openedBy: try row.text("opened_by"), openedOn: try present("opened_on") { Day($0) },
            closesOn: try read("closes_on") { Day($0) }, closed: closed)
    }

    fileprivate static let columns: SQL =
        """
        id, committee, subject, about, detail, votes, majority, quorum, electors, opened_by, opened_on, closes_on, box,
        closed_on, outcome, yes, no, abstained, counted
        """
}

/// A vote of an open ballot.
package struct BallotVote: Sendable, Equatable {
    package let account: String
    package let choice: BallotChoice

    fileprivate init(_ row: Row) throws {
        guard let choice = BallotChoice(rawValue: try row.text("choice")) else {
            throw StoreFault.unreadable(column: "choice", problem: "is no choice")
        }
        account = try row.text("account")
        self.choice = choice
    }
}

extension Transaction {
    /// - Parameter box: of a secret ballot, locked.
    package func insert(_ ballot: Ballot, electors: [String], box: [UInt8]?, agency: String) throws {
        try execute(
            """
            INSERT INTO ballot (id, agency, committee, subject, about, detail, votes, majority, quorum, electors,
                opened_by, opened_on, closes_on, box)
            VALUES (\(ballot.id), \(agency), \(ballot.committee.text), \(ballot.subject.kind.rawValue),
                \(ballot.subject.about), \(ballot.subject.detail), \(ballot.rule.votes.rawValue),
                \(ballot.rule.majority.rawValue), \(ballot.rule.quorum?.rawValue), \(electors.count),
                \(ballot.openedBy), \(ballot.openedOn.text), \(ballot.closesOn?.text), \(box))
            """)
        for elector in electors.sorted() {
            try execute(
                """
                INSERT INTO ballot_elector (ballot, account, agency) VALUES (\(ballot.id), \(elector), \(agency))
                """)
        }
    }

    package func ballot(_ id: String, agency: String) throws -> BallotRow? {
        try row("SELECT \(BallotRow.columns) FROM ballot WHERE agency = \(agency) AND id = \(id)").map(BallotRow.init)
    }

    /// The ballots of that committee: the open ones first, then those that closed last, fifty in all.
    package func ballots(of committee: CommitteeID, agency: String) throws -> [BallotRow] {
        try rows(
            """
            SELECT \(BallotRow.columns) FROM ballot WHERE agency = \(agency) AND committee = \(committee.text)
            ORDER BY CASE WHEN closed_on IS NULL THEN 0 ELSE 1 END, closed_on DESC, opened_on DESC, id LIMIT 50
            """
        ).map(BallotRow.init)
    }

    /// The ballots on that subject, the latest first.
    package func ballots(on subject: BallotSubject, agency: String) throws -> [BallotRow] {
        try rows(
            """
            SELECT \(BallotRow.columns) FROM ballot
            WHERE agency = \(agency) AND subject = \(subject.kind.rawValue) AND about = \(subject.about)
                AND detail = \(subject.detail)
            ORDER BY CASE WHEN closed_on IS NULL THEN 0 ELSE 1 END, closed_on DESC, opened_on DESC, id
            """
        ).map(BallotRow.init)
    }

    /// The open ballots on that application, account or draft.
    package func openBallots(on kind: BallotSubject.Kind, of id: String, agency: String) throws -> [BallotRow] {
        try rows(
            """
            SELECT \(BallotRow.columns) FROM ballot
            WHERE agency = \(agency) AND subject = \(kind.rawValue) AND about = \(id) AND closed_on IS NULL
            """
        ).map(BallotRow.init)
    }

    /// The ballots of the agency that are open.
    package func openBallots(agency: String) throws -> [BallotRow] {
        try rows(
            """
            SELECT \(BallotRow.columns) FROM ballot WHERE agency = \(agency) AND closed_on IS NULL
            ORDER BY opened_on, id
            """
        ).map(BallotRow.init)
    }

    /// Everybody who could vote when it was opened.
    package func electors(of ballot: String, agency: String) throws -> [String] {
        try rows(
            """
            SELECT account FROM ballot_elector
            WHERE ballot = (SELECT id FROM ballot WHERE id = \(ballot) AND agency = \(agency)) ORDER BY account
            """
        ).map { try $0.text("account") }
    }

    package func setBox(_ box: [UInt8], of ballot: String, agency: String) throws {
        try execute(
            "UPDATE ballot SET box = \(box) WHERE agency = \(agency) AND id = \(ballot) AND closed_on IS NULL")
    }

    /// Gives a vote of an open ballot, or changes it.
    package func vote(_ choice: BallotChoice, by account: String, in ballot: String) throws {
        try execute(
            """
            INSERT INTO ballot_vote (ballot, account, choice) VALUES (\(ballot), \(account), \(choice.rawValue))
            ON CONFLICT (ballot, account) DO UPDATE SET choice = excluded.choice
            """)
    }

    package func votes(in ballot: String) throws -> [BallotVote] {
        try rows("SELECT account, choice FROM ballot_vote WHERE ballot = \(ballot) ORDER BY account")
            .map(BallotVote.init)
    }

    /// Closes a ballot for good; its box is gone with that.
    ///
    /// - Parameter counted: the published list of a secret ballot.
    package func close(_ ballot: String, _ closed: ClosedBallot, counted: String?, agency: String) throws {
        try execute(
            """
            UPDATE ballot SET closed_on = \(closed.on.text), outcome = \(closed.outcome.rawValue),
                yes = \(closed.tally.yes), no = \(closed.tally.no), abstained = \(closed.tally.abstained), box = NULL,
                counted = \(counted)
            WHERE agency = \(agency) AND id = \(ballot) AND closed_on IS NULL
            """)
    }

    /// Forgets the published lists of ballots that closed before that day.
    package func forgetCounted(agency: String, closedBefore day: Day) throws {
        try execute(
            """
            UPDATE ballot SET counted = NULL
            WHERE agency = \(agency) AND counted IS NOT NULL AND closed_on < \(day.text)
            """)
    }
}
