/// A vote of a committee: opened once, closed once, never opened again.
package struct Ballot: Sendable, Equatable {
    package let id: String
    package let committee: CommitteeID
    package let subject: BallotSubject
    /// The rules as they were when it was opened; a new version of the policy changes no vote that runs.
    package let rule: BallotRule
    package let openedBy: String
    package let openedOn: Day
    /// The first day on which nobody votes any more; nothing where it stays open until all have voted or it is closed.
    package let closesOn: Day?
    package let closed: ClosedBallot?

    package init(
        id: String, committee: CommitteeID, subject: BallotSubject, rule: BallotRule, openedBy: String, openedOn: Day,
        closesOn: Day?, closed: ClosedBallot? = nil
    ) {
        self.id = id
        self.committee = committee
        self.subject = subject
        self.rule = rule
        self.openedBy = openedBy
        self.openedOn = openedOn
        self.closesOn = closesOn
        self.closed = closed
    }

    /// Whether its day to close has come.
    package func isOver(on today: Day) -> Bool { closesOn.map { $0 <= today } ?? false }
}

/// By which rules a ballot is held.
package struct BallotRule: Sendable, Equatable {
    package let majority: Majority
    /// How many have to vote; nothing where the policy asks for no quorum.
    package let quorum: QuorumRule.Share?
    package let votes: SelectionAct.Votes

    package init(majority: Majority, quorum: QuorumRule.Share?, votes: SelectionAct.Votes) {
        self.majority = majority
        self.quorum = quorum
        self.votes = votes
    }
}

/// What somebody votes.
package enum BallotChoice: String, Sendable, Hashable, CaseIterable, Codable {
    case yes, no
    /// Counts for a quorum and for no majority.
    case abstain
}

/// How the votes fell.
package struct BallotTally: Sendable, Equatable {
    /// Everybody who could vote when the ballot was opened.
    package let electors: Int
    package let yes: Int
    package let no: Int
    package let abstained: Int

    package init(electors: Int, yes: Int, no: Int, abstained: Int) {
        self.electors = electors
        self.yes = yes
        self.no = no
        self.abstained = abstained
    }

    package init(electors: Int, _ choices: some Sequence<BallotChoice>) {
        var (yes, no, abstained) = (0, 0, 0)
        for choice in choices {
            switch choice {
            case .yes: yes += 1
            case .no: no += 1
            case .abstain: abstained += 1
            }
        }
        self.init(electors: electors, yes: yes, no: no, abstained: abstained)
    }

    package var cast: Int { yes + no + abstained }
}

/// What a ballot came to.
package enum BallotOutcome: String, Sendable, CaseIterable {
    case passed, failed
    /// Too few voted; nothing is decided.
    case noQuorum
    /// What it was on was over before it closed, such as the membership of whoever left; nothing is decided.
    case overtaken
}

/// A ballot that is over.
package struct ClosedBallot: Sendable, Equatable {
    package let on: Day
    package let outcome: BallotOutcome
    package let tally: BallotTally

    package init(on day: Day, outcome: BallotOutcome, tally: BallotTally) {
        on = day
        self.outcome = outcome
        self.tally = tally
    }
}

extension QuorumRule.Share {
    /// The fewest votes with which a ballot of so many electors counts.
    package func fewest(of electors: Int) -> Int {
        switch self {
        case .half: electors / 2 + 1
        case .twoThirds: (electors * 2 + 2) / 3
        case .all: electors
        }
    }
}

extension BallotRule {
    /// What those votes come to. More than half of the electors carry a simple majority, whoever of them voted; a tie fails.
    package func outcome(of tally: BallotTally) -> BallotOutcome {
        if let quorum, tally.cast < quorum.fewest(of: tally.electors) { return .noQuorum }
        return switch majority {
        case .simple: tally.yes * 2 > tally.electors ? .passed : .failed
        }
    }
}
