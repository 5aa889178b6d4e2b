import Operations
import Program
import Sealing
import Store
import TestSupport
import Testing

/// A secret vote against whoever has every copy of the database; who votes and how often against a small reference.
@Suite struct SecretBallotTests {
    private struct Committee {
        let ground: Ground
        let coordinator: Staff
        var members: [Staff]

        init(_ engine: Engine, seated: Int = 4) async throws {
            ground = try await Ground(engine, pack: "sacramento-probation", on: "2026-03-10")
            coordinator = try await ground.member("coordinator", roles: "coordinator")
            let today = try #require(Day("2026-03-10"))
            members = []
            for place in 0..<seated {
                let member = try await ground.member("member.\(place)", roles: "committee-member", isEmployed: true)
                let agency = ground.agency.id
                try await ground.database.write { transaction in
                    try transaction.insert(
                        Program.Seat(
                            id: RandomId().text, committee: CommitteeID("advisory"), seat: "employees",
                            account: member.account, offeredBy: member.account, offeredOn: today, startsOn: today,
                            until: Day("2026-04-10")), agency: agency)
                }
                members.append(member)
            }
        }

        func opened(_ votes: SelectionAct.Votes = .secret) async throws -> String {
            let question = CommitteeQuestion(words: "Is it so?", votes: votes, closesOn: nil)
            return try #require(
                try await ground.programmes.ask(question, of: CommitteeID("advisory"), by: coordinator)
            ).get()
        }
    }

    /// What of the database changes with a vote is one box of one size, whoever votes and whatever they vote.
    @Test(arguments: engines) func nothingTiesAMemberToAChoice(_ engine: Engine) async throws {
        let committee = try await Committee(engine)
        let (programmes, database) = (committee.ground.programmes, committee.ground.database)
        let id = try await committee.opened()
        func boxes() async throws -> Int {
            try await database.integer("SELECT length(box) FROM ballot")
        }
        let size = try await boxes()
        var codes: [String] = []
        for (member, choice) in zip(committee.members, [BallotChoice.yes, .no, .yes]) {
            let before = try await database.rowsByTable()
            codes.append(try #require(try await programmes.vote(choice, in: id, by: member)?.get().code))
            let after = try await database.rowsByTable()
            #expect(before.filter { after[$0.key] != $0.value }.map(\.key) == ["ballot"])
            #expect(try await boxes() == size)
            let words = after.values.flatMap(\.self).joined(separator: "\n")
            #expect(!words.contains(codes[codes.count - 1]))
            #expect(after["ballot_vote"] == [] && after["ballot"]?.count == 1)
        }
        // Who looks sees how many have voted, and nobody's choice but their own.
        let view = try #require(try await programmes.ballot(id, for: committee.coordinator))
        #expect(view.cast == 3 && view.own == nil && view.named.isEmpty && view.counted.isEmpty)
        let own = try #require(try await programmes.ballot(id, for: committee.members[1])?.own)
        #expect(own.choice == .no && own.code == codes[1])

        _ = try #require(try await programmes.closeBallot(id, by: committee.coordinator)).get()
        let closed = try #require(try await programmes.ballot(id, for: committee.members[1]))
        #expect(closed.own == nil && closed.counted.map(\.code) == codes.sorted())
        #expect(closed.counted.first { $0.code == codes[1] }?.choice == .no)
        #expect(try await database.integer("SELECT count(*) FROM ballot WHERE box IS NOT NULL") == 0)
        // After sixty days the list is gone, and the counts stay.
        try committee.ground.move(to: "2026-05-08")
        try await programmes.forgetCountedPapers()
        #expect(try await database.integer("SELECT count(*) FROM ballot WHERE counted IS NOT NULL") == 1)
        try committee.ground.move(to: "2026-05-11")
        try await programmes.forgetCountedPapers()
        #expect(try await database.integer("SELECT count(*) FROM ballot WHERE counted IS NOT NULL") == 0)
        #expect(try await database.integer("SELECT yes FROM ballot") == 2)
    }

    @Test(arguments: engines) func itClosesOnceAllHaveVotedAndIsNeverOpenedAgain(_ engine: Engine) async throws {
        let committee = try await Committee(engine, seated: 3)
        let programmes = committee.ground.programmes
        let id = try await committee.opened(.open)
        for (place, member) in committee.members.enumerated() {
            _ = try #require(try await programmes.vote(place == 0 ? .no : .yes, in: id, by: member)).get()
        }
        let view = try #require(try await programmes.ballot(id, for: committee.members[0]))
        #expect(view.ballot.closed?.outcome == .passed && view.named.count == 3)
        let late = try #require(try await programmes.vote(.yes, in: id, by: committee.members[0]))
        #expect(late.refusedFields != nil)
        let again = try #require(try await programmes.closeBallot(id, by: committee.coordinator))
        #expect(again.refusedFields != nil)
        #expect(try await committee.ground.acts().suffix(2) == [.ballotOpened, .ballotClosed])
    }

    /// Votes, changes, terms that end and closings by chance, beside a reference that knows the rules alone.
    @Test(arguments: 1...6 as ClosedRange<UInt64>) func noVoteByAnExpiredSeat(_ seed: UInt64) async throws {
        let committee = try await Committee(TestDatabase.firstEngine)
        let (programmes, ground) = (committee.ground.programmes, committee.ground)
        var random = SeededRandom(seed: seed)
        let id = try await committee.opened(seed.isMultiple(of: 2) ? .secret : .open)
        var (last, ended, isClosed) = ([Int: BallotChoice](), Set<Int>(), false)
        for _ in 0..<24 {
            let place = Int.random(in: 0..<committee.members.count, using: &random)
            switch Int.random(in: 0..<10, using: &random) {
            case 0:
                let account = committee.members[place].account
                try await ground.database.write { transaction in
                    _ = try transaction.execute(
                        "UPDATE seat SET until = '2026-03-10', starts_on = '2024-03-10' WHERE account = \(account)")
                }
                ended.insert(place)
            case 1 where last.count > 2 && !isClosed:
                _ = try #require(try await programmes.closeBallot(id, by: committee.coordinator)).get()
                isClosed = true
            default:
                let choice = try #require(BallotChoice.allCases.randomElement(using: &random))
                let given = try #require(try await programmes.vote(choice, in: id, by: committee.members[place]))
                let may = !isClosed && !ended.contains(place)
                #expect((given.refusedFields == nil) == may, "seed \(seed)")
                guard may else { continue }
                last[place] = choice
                isClosed = (0..<committee.members.count).allSatisfy { last[$0] != nil || ended.contains($0) }
            }
        }
        let view = try #require(try await programmes.ballot(id, for: committee.coordinator))
        #expect((view.ballot.closed != nil) == isClosed, "seed \(seed)")
        #expect(view.cast == last.count, "seed \(seed)")
        guard let closed = view.ballot.closed else { return }
        let yes = last.values.count { $0 == .yes }
        #expect(closed.tally.yes == yes && closed.outcome == (yes * 2 > 4 ? .passed : .failed), "seed \(seed)")
    }
}
