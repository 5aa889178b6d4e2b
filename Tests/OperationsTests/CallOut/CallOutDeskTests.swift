import Operations
import Program
import Store
import TestSupport
import Testing

@Suite struct CallOutDeskTests {
    /// A police division with a dispatcher, three members and a psychologist.
    private struct Desk {
        let ground: Ground
        let dispatcher: Staff
        let members: [Staff]
        let psychologist: Staff

        init(_ engine: Engine) async throws {
            ground = try await Ground(engine, pack: "police-division")
            dispatcher = try await ground.member("dispatcher", roles: "dispatcher")
            var members: [Staff] = []
            for name in ["anna", "ben", "cleo"] { members.append(try await ground.member(name, roles: "supporter")) }
            self.members = members
            psychologist = try await ground.member("psychologist", roles: "psychologist")
        }

        func view(_ id: String) async throws -> CallOutView {
            try #require(try await ground.programmes.callOut(id, by: dispatcher))
        }

        func member(_ account: String) throws -> Staff {
            try #require((members + [psychologist]).first { $0.account == account })
        }
    }

    @Test(arguments: engines) func pagesOneAfterTheOtherAndEndsAtThePsychologist(_ engine: Engine) async throws {
        let desk = try await Desk(engine)
        let programmes = desk.ground.programmes
        let id = try await programmes.beginCallOut(by: desk.dispatcher).get()
        var paged = 1
        while let next = try await desk.view(id).candidates.first {
            #expect(try await programmes.pageNext(in: id, after: paged, by: desk.dispatcher)?.get() != nil)
            paged += 1
            #expect(try await desk.view(id).paged.last?.account == next.account)
        }
        let view = try await desk.view(id)
        #expect(Set(view.paged.dropLast().map(\.account)) == Set(desk.members.map(\.account)))
        #expect(view.paged.last?.account == desk.psychologist.account)
        #expect(try await programmes.pageNext(in: id, after: paged, by: desk.dispatcher)?.refusedFields == [nil])
    }

    @Test(arguments: engines) func aTapThatComesTwicePagesOne(_ engine: Engine) async throws {
        let desk = try await Desk(engine)
        let programmes = desk.ground.programmes
        let id = try await programmes.beginCallOut(by: desk.dispatcher).get()
        for _ in 0..<3 { _ = try await programmes.pageNext(in: id, after: 1, by: desk.dispatcher) }
        #expect(try await desk.view(id).paged.count == 2)
        let other = try #require(try await desk.view(id).candidates.last)
        for _ in 0..<2 { _ = try await programmes.page(other.account, in: id, by: desk.dispatcher) }
        #expect(try await desk.view(id).paged.map(\.account).filter { $0 == other.account }.count == 1)
        #expect(try await programmes.page(desk.dispatcher.account, in: id, by: desk.dispatcher) == nil)
    }

    @Test(arguments: engines) func theAnswerIsOneTapAndMayChange(_ engine: Engine) async throws {
        let desk = try await Desk(engine)
        let programmes = desk.ground.programmes
        let id = try await programmes.beginCallOut(by: desk.dispatcher).get()
        let first = try desk.member(try #require(try await desk.view(id).paged.first).account)
        #expect(try await programmes.ownPages(of: first).map(\.callOut) == [id])
        #expect(try await programmes.ownPages(of: first).first?.callIn.map(\.number) == ["+1 202 555 0142"])
        for answer in [CallOutAnswer.cannot, .accepted] {
            try #require(try await programmes.answerPage(id, answer, by: first)).get()
            #expect(try await desk.view(id).paged.first?.answer == answer)
        }
        let other = try #require(desk.members.first { $0.account != first.account })
        #expect(try await programmes.answerPage(id, .accepted, by: other) == nil)
        _ = try await programmes.finishCallOut(id, by: desk.dispatcher)
        #expect(try await programmes.answerPage(id, .cannot, by: first) == nil)
        #expect(try await programmes.ownPages(of: first).isEmpty)
    }

    /// Whoever is asked for by one caller comes last for the next.
    @Test(arguments: engines) func twoCallersAreGivenTwoPeople(_ engine: Engine) async throws {
        let desk = try await Desk(engine)
        let programmes = desk.ground.programmes
        var firsts: Set<String> = []
        for _ in 0..<3 {
            let id = try await programmes.beginCallOut(by: desk.dispatcher).get()
            firsts.insert(try #require(try await desk.view(id).paged.first).account)
        }
        #expect(firsts == Set(desk.members.map(\.account)))
    }

    @Test(arguments: engines) func noTimeOfDayStaysAndAfterThePacksTimeNothing(_ engine: Engine) async throws {
        let desk = try await Desk(engine)
        let ground = desk.ground
        let id = try await ground.programmes.beginCallOut(by: desk.dispatcher).get()
        #expect(try await desk.view(id).paged.first?.pagedAt != nil)
        _ = try await ground.programmes.finishCallOut(id, by: desk.dispatcher)
        let finished = try await desk.view(id)
        #expect(finished.finishedOn == desk.dispatcher.today && finished.paged.map(\.pagedAt) == [nil])
        try await ground.programmes.destroyEndedCallOuts()
        #expect(try await ground.database.integer("SELECT count(*) FROM call_out_page") == 1)
        ground.clock.move(seconds: Int64(ground.agency.policy.callOutDays + 1) * 86_400)
        try await ground.programmes.destroyEndedCallOuts()
        #expect(try await ground.database.integer("SELECT count(*) FROM call_out") == 0)
        #expect(try await ground.database.integer("SELECT count(*) FROM call_out_page") == 0)
    }

    @Test(arguments: engines) func whatNobodyFinishedIsFinishedTheDayAfterNext(_ engine: Engine) async throws {
        let desk = try await Desk(engine)
        let ground = desk.ground
        let id = try await ground.programmes.beginCallOut(by: desk.dispatcher).get()
        for isRunning in [true, false] {
            ground.clock.move(seconds: 86_400)
            try await ground.programmes.destroyEndedCallOuts()
            #expect(try await desk.view(id).isRunning == isRunning)
        }
    }

    /// Where being reached off duty is each member's own choice, who did not come is forgotten at once (KSO-J.1).
    @Test(arguments: engines) func whereItIsVoluntaryNobodyWhoDidNotComeIsKept(_ engine: Engine) async throws {
        let ground = try await Ground(engine, pack: "kern-sheriff")
        let leader = try await ground.member("leader", roles: "leader")
        let programmes = ground.programmes
        var members: [Staff] = []
        for name in ["anna", "ben"] { members.append(try await ground.member(name, roles: "supporter")) }
        let empty = try await programmes.beginCallOut(by: leader).get()
        #expect(try await programmes.callOut(empty, by: leader)?.paged.isEmpty == true)
        for member in members {
            let always = try #require(WeeklyHours(.everyDay, from: 0, until: 0))
            _ = try await programmes.openHours(always, .offDuty, by: member).get()
        }
        let id = try await programmes.beginCallOut(by: leader).get()
        _ = try await programmes.pageNext(in: id, after: 1, by: leader)
        _ = try await programmes.answerPage(id, .accepted, by: members[0])
        _ = try await programmes.answerPage(id, .cannot, by: members[1])
        _ = try await programmes.finishCallOut(id, by: leader)
        #expect(try await programmes.callOut(id, by: leader)?.paged.map(\.account) == [members[0].account])
    }

    /// The chain says what the desk did, and never why; nobody's answer is in it.
    @Test(arguments: engines) func theDesksActsAreInTheChain(_ engine: Engine) async throws {
        let desk = try await Desk(engine)
        let programmes = desk.ground.programmes
        let before = try await desk.ground.acts().count
        let id = try await programmes.beginCallOut(by: desk.dispatcher).get()
        _ = try await programmes.pageNext(in: id, after: 1, by: desk.dispatcher)
        for member in desk.members { _ = try await programmes.answerPage(id, .cannot, by: member) }
        _ = try await programmes.finishCallOut(id, by: desk.dispatcher)
        #expect(
            try await desk.ground.acts().dropFirst(before)
                == [.callOutBegun, .callOutPaged, .callOutPaged, .callOutFinished])
        let entries = try await desk.ground.database.read { transaction in
            try transaction.auditEntries(agency: desk.ground.agency.id, after: 0, limit: 10_000).suffix(4)
        }
        #expect(entries.allSatisfy { $0.subject == id && $0.clauses == "PD-B.1.b" })
    }
}
