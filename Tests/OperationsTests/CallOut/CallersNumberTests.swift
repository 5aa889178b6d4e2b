import Operations
import Program
import Sealing
import Store
import TestSupport
import Testing

/// The number that a caller leaves with a desk: what is stored of it, and who can open it.
@Suite struct CallersNumberTests {
    private static let number = "+12025550123"

    private struct Desk {
        let ground: Ground
        let dispatcher: Staff
        let members: [Staff]

        init(_ engine: Engine) async throws {
            ground = try await Ground(engine, pack: "police-division")
            dispatcher = try await ground.member("dispatcher", roles: "dispatcher")
            var members: [Staff] = []
            for name in ["anna", "ben", "cleo"] { members.append(try await ground.member(name, roles: "supporter")) }
            self.members = members
        }

        var programmes: Programmes { ground.programmes }

        /// A call-out with a number in which so many were paged: the paged, in order, and the others.
        func begin(paging count: Int) async throws -> (id: String, paged: [Staff], others: [Staff]) {
            let id = try await programmes.beginCallOut(by: dispatcher).get()
            for seen in 1..<count { _ = try await programmes.pageNext(in: id, after: seen, by: dispatcher) }
            try #require(try await programmes.leaveNumber("(202) 555-0123", in: id, by: dispatcher)).get()
            let view = try #require(try await programmes.callOut(id, by: dispatcher))
            let paged = view.paged.compactMap { page in members.first { $0.account == page.account } }
            return (id, paged, members.filter { member in !paged.contains { $0.account == member.account } })
        }

        /// Whether that member could open something of the database with their key alone.
        func canOpen(_ member: Staff, _ id: String) async throws -> Bool {
            let agency = ground.agency.id
            let copy = try await ground.database.read { transaction in
                try transaction.callerNumber(of: id, for: member.account, agency: agency)
            }
            guard case .sealed(let bytes)? = copy, let callOut = RandomId(text: id) else { return false }
            return member.openedCallersNumber(bytes, in: callOut) == CallersNumberTests.number
        }

        func copies() async throws -> Int {
            try await ground.database.integer("SELECT count(*) FROM call_out_number")
        }
    }

    @Test(arguments: engines) func onlyWhoIsPagedOpensIt(_ engine: Engine) async throws {
        let desk = try await Desk(engine)
        let before = try await desk.ground.acts().count
        let (id, paged, others) = try await desk.begin(paging: 2)
        try #require(paged.count == 2 && others.count == 1)
        // Everybody has a row, and no row is told from another by its size but for being asked.
        #expect(try await desk.copies() == 3)
        for member in paged { #expect(try await desk.canOpen(member, id)) }
        #expect(try await desk.canOpen(others[0], id) == false)
        _ = try await desk.programmes.pageNext(in: id, after: 2, by: desk.dispatcher)
        #expect(try await desk.canOpen(others[0], id))
        // Nothing of it stands in the clear, and the chain does not tell that a number was left.
        let everything = try await desk.ground.database.everything()
        for words in ["2025550123", "555-0123", "5550123"] { #expect(!everything.contains(words)) }
        #expect(
            try await desk.ground.acts().dropFirst(before)
                == [.callOutBegun, .callOutPaged, .callOutPaged, .callOutPaged])
    }

    @Test(arguments: engines) func withTheFirstAnswerEveryOtherCopyIsGone(_ engine: Engine) async throws {
        let desk = try await Desk(engine)
        let (id, paged, _) = try await desk.begin(paging: 2)
        for (member, answer) in [(paged[0], CallOutAnswer.cannot), (paged[1], .accepted)] {
            try #require(try await desk.programmes.answerPage(id, answer, by: member)).get()
            #expect(try await desk.canOpen(member, id) == (answer == .accepted))
        }
        #expect(try await desk.copies() == 1)
        #expect(try await desk.programmes.ownPages(of: paged[1]).map(\.callersNumber) == [Self.number])
        // A change of mind gives it to nobody else.
        try #require(try await desk.programmes.answerPage(id, .accepted, by: paged[0])).get()
        #expect(try await desk.programmes.ownPages(of: paged[0]).map(\.callersNumber) == [nil])
        #expect(try await desk.programmes.ownPages(of: paged[1]).map(\.callersNumber) == [Self.number])
        #expect(try await desk.programmes.tookNumber(of: id, by: paged[0]) == nil)
        try #require(try await desk.programmes.tookNumber(of: id, by: paged[1])).get()
        #expect(try await desk.copies() == 0)
        // Left once more, it goes to the one who calls in.
        try #require(try await desk.programmes.leaveNumber("2025550123", in: id, by: desk.dispatcher)).get()
        #expect(try await desk.copies() == 1)
    }

    /// Whoever could not, and can after all while nobody else has it, has it.
    @Test(arguments: engines) func aChangeOfMind(_ engine: Engine) async throws {
        let desk = try await Desk(engine)
        let (id, paged, _) = try await desk.begin(paging: 1)
        try #require(try await desk.programmes.answerPage(id, .cannot, by: paged[0])).get()
        #expect(try await desk.canOpen(paged[0], id) == false)
        try #require(try await desk.programmes.answerPage(id, .accepted, by: paged[0])).get()
        #expect(try await desk.programmes.ownPages(of: paged[0]).map(\.callersNumber) == [Self.number])
        try #require(try await desk.programmes.answerPage(id, .cannot, by: paged[0])).get()
        #expect(try await desk.copies() == 0)
    }

    @Test(arguments: engines) func itGoesWithTheCallOut(_ engine: Engine) async throws {
        let desk = try await Desk(engine)
        let (id, _, _) = try await desk.begin(paging: 1)
        _ = try await desk.programmes.finishCallOut(id, by: desk.dispatcher)
        #expect(try await desk.copies() == 0)
        #expect(try await desk.programmes.leaveNumber(Self.number, in: id, by: desk.dispatcher)?.refusedFields == [nil])
        // One that nobody finished too.
        _ = try await desk.begin(paging: 1)
        desk.ground.clock.move(seconds: 3 * 86_400)
        try await desk.programmes.destroyEndedCallOuts()
        #expect(try await desk.copies() == 0)
    }

    @Test(arguments: engines) func whatIsNoNumberIsRefused(_ engine: Engine) async throws {
        let desk = try await Desk(engine)
        let id = try await desk.programmes.beginCallOut(by: desk.dispatcher).get()
        for words in ["", "about my marriage", "555", "+1 202 555 0123 ext 4"] {
            #expect(
                try await desk.programmes.leaveNumber(words, in: id, by: desk.dispatcher)?.refusedFields == ["number"])
        }
        #expect(try await desk.copies() == 0)
    }
}
