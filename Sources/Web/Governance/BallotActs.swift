import HTML
import Operations
import Program

/// What is done with the ballots of a committee: each act once, for its form and for programs.
enum BallotActs {
    static let routes: [Route] = elect.routes + ask.routes + vote.routes + close.routes

    static let elect = Act(
        "openElection", "Have the committee vote on a candidate for one of the seats that it fills itself.",
        at: CommitteeAddresses.elections, for: .holding(.conveneCommittee), where: \.hasElections,
        taking: Input(SeatActs.seat, SeatActs.account, SeatActs.attested, closesOn) {
            (offer: SeatOffer(seat: $0, account: $1, isAttested: $2), closesOn: $3)
        },
        then: .created("The ballot is open.", at: CommitteeAddresses.ballot),
        see: { _, committee in CommitteeAddresses.committee.link(committee) }, refused: CommitteePages.again,
        perform: { visit, election, committee in
            try await visit.programmes.openElection(
                election.offer, in: CommitteeID(committee.text), closesOn: election.closesOn, by: visit.staff)
        })

    static let closesOn = Field<Day?>.day(
        maybe: "closesOn", "Closes on",
        FieldWords(
            hint: "The first day on which nobody votes any more. It closes earlier once everybody has voted.",
            about: "The first day on which nobody votes any more."))

    static let ask = Act(
        "askCommittee", "Put a question to the committee. Its answer is a dated decision.",
        at: CommitteeAddresses.questions, for: .holding(.conveneCommittee), where: \.hasCommittees,
        taking: Input(
            .words(
                "question", "Question", longest: 1000, rows: 3,
                FieldWords(
                    hint: "So that yes or no answers it. Name nobody: questions about people have ballots of their own."
                )),
            Field<SelectionAct.Votes>.choice("votes", "How votes are given", layout: .chips) { $0.label }, closesOn
        ) { CommitteeQuestion(words: $0, votes: $1, closesOn: $2) },
        then: .created("The ballot is open.", at: CommitteeAddresses.ballot),
        see: { _, committee in CommitteeAddresses.committee.link(committee) }, refused: CommitteePages.again,
        perform: { visit, question, committee in
            try await visit.programmes.ask(question, of: CommitteeID(committee.text), by: visit.staff)
        })

    static let vote = Act(
        "giveVote", "Give your vote, or change it. It can be changed until the ballot is closed.",
        at: CommitteeAddresses.vote, .put, for: .holding(.sitOnCommittee), where: \.hasCommittees,
        taking: Input(choice), then: .told("Your vote.", CommitteeShapes.given),
        see: { _, ballot in CommitteeAddresses.ballot.link(ballot) },
        refused: BallotPages.again,
        perform: { visit, choice, ballot in
            try await visit.programmes.vote(choice, in: ballot.text, by: visit.staff)
        })

    /// Each of its answers is a button of its own.
    static let choice = Field<BallotChoice>.choice("choice", "Your vote") { $0.words }.byButtons

    static let close = Act(
        "closeBallot", "Close the ballot now. It is never opened again.", at: CommitteeAddresses.closing,
        for: .staff(.seesBallots), where: \.hasCommittees, taking: .nothing, then: .done("Closed."),
        see: { _, ballot in CommitteeAddresses.ballot.link(ballot) }, refused: BallotPages.again,
        perform: { visit, _, ballot in try await visit.programmes.closeBallot(ballot.text, by: visit.staff) })
}

extension PolicyPack {
    /// Whether a committee of the programme fills seats by its own ballot.
    var hasElections: Bool { governance.committees.contains { $0.newMembers != nil } }
}

extension SelectionAct.Votes {
    fileprivate var label: String {
        switch self {
        case .secret: "Secret"
        case .open: "By name"
        }
    }
}

extension BallotChoice {
    var words: String {
        switch self {
        case .yes: "Yes"
        case .no: "No"
        case .abstain: "I abstain"
        }
    }
}

extension BallotOutcome {
    var words: String {
        switch self {
        case .passed: "Passed"
        case .failed: "Not passed"
        case .noQuorum: "Too few voted: nothing is decided"
        case .overtaken: "What it was on is over: nothing is decided"
        }
    }
}

extension BallotView {
    /// What it is on, as a heading.
    var title: String {
        let who = name ?? "somebody"
        return switch ballot.subject {
        case .selection: "Selection of an applicant"
        case .removal: "Removal of \(who) from the team"
        case .seat: "\(who) for a seat of the committee"
        case .policy: "A draft of the rules"
        case .decision(let question): question
        }
    }
}
