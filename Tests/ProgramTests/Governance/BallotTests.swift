import PolicyPacks
import Program
import TestSupport
import Testing

/// What votes come to, and who may vote.
@Suite struct BallotTests {
    private static func day(_ text: String) throws -> Day { try #require(Day(text)) }

    @Test(
        arguments: [
            // Electors, yes, no, abstained, quorum, outcome.
            (7, 4, 3, 0, nil, BallotOutcome.passed), (7, 3, 3, 1, nil, .failed), (7, 4, 0, 0, nil, .passed),
            (6, 3, 3, 0, nil, .failed), (6, 3, 0, 0, nil, .failed), (6, 4, 2, 0, nil, .passed),
            (1, 1, 0, 0, nil, .passed),
            (1, 0, 0, 1, nil, .failed), (2, 1, 0, 0, nil, .failed), (0, 0, 0, 0, nil, .failed),
            (7, 4, 0, 0, .twoThirds, .noQuorum), (7, 4, 0, 1, .twoThirds, .passed), (6, 4, 0, 0, .twoThirds, .passed),
            (7, 3, 0, 0, .half, .noQuorum), (7, 0, 4, 0, .half, .failed), (7, 4, 2, 0, .all, .noQuorum),
            (7, 4, 2, 1, .all, .passed),
        ] as [(Int, Int, Int, Int, QuorumRule.Share?, BallotOutcome)])
    func whatVotesComeTo(
        _ row: (electors: Int, yes: Int, no: Int, abstained: Int, quorum: QuorumRule.Share?, outcome: BallotOutcome)
    ) {
        let rule = BallotRule(majority: .simple, quorum: row.quorum, votes: .secret)
        let tally = BallotTally(electors: row.electors, yes: row.yes, no: row.no, abstained: row.abstained)
        #expect(rule.outcome(of: tally) == row.outcome, "\(row)")
    }

    /// Whatever order votes come in and however often they are changed, the last of each voter counts, once.
    @Test(arguments: 1...50 as ClosedRange<UInt64>) func lastVotesCountOnce(_ seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        var (box, last, codes) = (BallotBox(), [String: BallotChoice](), [String: String]())
        let voters = (0..<Int.random(in: 1...9, using: &random)).map { "voter \($0)" }
        for draw in 0..<Int.random(in: 0...40, using: &random) {
            let voter = try #require(voters.randomElement(using: &random))
            let choice = try #require(BallotChoice.allCases.randomElement(using: &random))
            // Codes that collide are drawn anew.
            var tries = 0
            let code = try box.put(choice, paper: "paper of \(voter)", by: voter) {
                tries += 1
                return tries == 1 ? "code 0" : "code \(draw).\(tries)"
            }.get()
            #expect(codes[voter] == nil || codes[voter] == code)
            (last[voter], codes[voter]) = (choice, code)
        }
        let counted = box.counted
        #expect(counted.count == last.count && Set(counted.map(\.code)).count == counted.count)
        #expect(counted.map(\.code) == counted.map(\.code).sorted())
        for (voter, choice) in last {
            #expect(counted.first { $0.code == codes[voter] }?.choice == choice)
        }
        let tally = BallotTally(electors: voters.count, counted.map(\.choice))
        #expect(tally.cast == last.count && tally.yes == last.values.count { $0 == .yes })
        let outcome = BallotRule(majority: .simple, quorum: nil, votes: .secret).outcome(of: tally)
        let yes = last.values.count { $0 == .yes }
        #expect((outcome == .passed) == (yes > voters.count - yes))
    }

    @Test func nobodyVotesTwiceWithANewKey() throws {
        var box = BallotBox()
        _ = try box.put(.yes, paper: "one", by: "ana") { "a" }.get()
        let again = box.put(.no, paper: "another", by: "ana") { "b" }
        #expect(throws: Refusal.self) { _ = try again.get() }
        #expect(box.counted == [CountedPaper(code: "a", choice: .yes)])
    }

    @Test(arguments: [
        // Elector, seated, closed, day, may.
        (true, true, false, "2026-03-10", true), (false, true, false, "2026-03-10", false),
        (true, false, false, "2026-03-10", false), (true, true, true, "2026-03-10", false),
        (true, true, false, "2026-03-20", false), (true, true, false, "2026-03-19", true),
    ])
    func whoVotes(_ row: (elector: Bool, seated: Bool, closed: Bool, today: String, may: Bool)) throws {
        let tally = BallotTally(electors: 3, yes: 0, no: 0, abstained: 0)
        let ballot = Ballot(
            id: "b", committee: CommitteeID("advisory"), subject: .decision(question: "?"),
            rule: BallotRule(majority: .simple, quorum: nil, votes: .open), openedBy: "chair",
            openedOn: try Self.day("2026-03-01"), closesOn: try Self.day("2026-03-20"),
            closed: row.closed ? ClosedBallot(on: try Self.day("2026-03-09"), outcome: .failed, tally: tally) : nil)
        let refusal = ballot.mayVote(
            isElector: row.elector, isSeated: row.seated, on: try Self.day(row.today), under: [])
        #expect((refusal == nil) == row.may, "\(row)")
        for (account, convenes) in [("chair", false), ("other", true), ("other", false)] {
            let may = !row.closed && (convenes || account == "chair")
            #expect((ballot.mayClose(by: account, convenes: convenes, under: []) == nil) == may)
        }
    }
}
