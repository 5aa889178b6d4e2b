import Operations
import Program
import Sealing
import Store
import Testing

/// What supporters attest before identity opens, and what follows from it.
@Suite struct AttestationTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let pack: String
        let tie: ExclusionRule.Bar
        /// Nothing where the pack does not bar it.
        let clause: String?
        var testDescription: String { "\(pack), \(tie): \(clause ?? "no bar")" }
    }

    static let cases: [Case] = [
        Case(pack: "sacramento-probation", tie: .sharedInvestigation, clause: "SAC-VI.B.2"),
        Case(pack: "sacramento-probation", tie: .relationship, clause: "SAC-II.D.3.k"),
        Case(pack: "sacramento-probation", tie: .sameIncident, clause: nil),
        Case(pack: "kern-sheriff", tie: .relationship, clause: "KSO-I.1.a"),
        Case(pack: "kern-sheriff", tie: .sameIncident, clause: "KSO-I.1.b"),
        Case(pack: "kern-sheriff", tie: .sharedInvestigation, clause: "KSO-I.1.c"),
        Case(pack: "orange-county-probation", tie: .investigativeFunction, clause: "OCP-II.C"),
        Case(pack: "iacp", tie: .relationship, clause: "IACP-7.1"),
    ]

    /// A tie of the pack bars, is refused with its clause, and passes the offer on for good.
    @Test(arguments: engines, cases) func ties(_ engine: Engine, _ example: Case) async throws {
        let field = try await RequestGround(engine, pack: example.pack)
        for staff in [field.ana, field.ben] { try await field.ground.opensAllHours(staff) }
        try await field.asked()
        let id = try await field.offer(field.ana).id
        let answer = try #require(
            try await field.programmes.accept(id, Attestation(ties: [example.tie]), by: field.ana))
        if let clause = example.clause {
            #expect(answer.refusal?.clauses == [clause])
            #expect(try await field.programmes.offer(id, for: field.ana) == nil)
            #expect(try await field.programmes.accept(id, Attestation(), by: field.ana) == nil)
            #expect(try await field.programmes.offer(id, for: field.ben) != nil)
            #expect(try await !field.holders().contains(field.ana.account))
        } else {
            #expect(try answer.get().id == id)
        }
    }

    /// Above or below the seeker: others first, then it comes back marked, unless the seeker chose this supporter.
    @Test(arguments: engines) func lastResortWithPrompt(_ engine: Engine) async throws {
        let field = try await RequestGround(engine)
        try await field.asked()
        let id = try await field.offer(field.ana).id
        let attestation = Attestation(isInChainOfCommand: true)
        let refused = try #require(try await field.programmes.accept(id, attestation, by: field.ana))
        #expect(refused.refusedFields == ["isInChainOfCommand"])
        #expect(try await field.offered() == ["ben", "cleo"])
        for staff in [field.ben, field.cleo] {
            try #require(try await field.programmes.pass(id, telling: false, by: staff)).get()
        }
        // Nobody is left of the team: the coordinator is told at once, and then it comes back.
        #expect(try await field.notices(.requestWaits) == 1)
        #expect(try await field.offered().isEmpty)
        try await field.pass(minutes: 16)
        #expect(try await field.offer(field.ana).isMarkedChain)
        try #require(try await field.programmes.accept(id, attestation, by: field.ana)).map { _ in () }.get()

        try await field.asked { $0.wanted = [field.ben.account] }
        let chosen = try await field.offer(field.ben)
        #expect(chosen.isPreferred)
        try #require(try await field.programmes.accept(chosen.id, attestation, by: field.ben)).map { _ in () }.get()
    }

    /// One contact across the chain of command, then it must be handed off (KSO-E.8).
    @Test(arguments: engines) func oneContactThenHandOff(_ engine: Engine) async throws {
        let field = try await RequestGround(engine, pack: "kern-sheriff")
        for staff in [field.ana, field.ben] { try await field.ground.opensAllHours(staff) }
        try await field.asked()
        let acceptance = try await field.accepted(by: field.ana, Attestation(isInChainOfCommand: true))
        #expect(acceptance.isForOneContact)
        let (id, programmes) = (acceptance.id, field.programmes)
        try #require(try await programmes.giveAdvisement(id, withAdmonishment: false, by: field.ana)).get()
        try #require(try await programmes.madeContact(id, by: field.ana)).get()
        #expect(try await programmes.request(id, of: field.ana)?.mustHandOff == true)
        #expect(try await programmes.madeContact(id, by: field.ana)?.refusal?.clauses == ["KSO-E.8"])
        #expect(try await programmes.write("More", on: id, by: field.ana)?.refusal?.clauses == ["KSO-E.8"])
        let handedOff = try await programmes.handOff(
            id, for: "passing-on", seekerWasAsked: true, to: field.ben.account, by: field.ana)
        try #require(handedOff).get()
        #expect(try await field.offered() == ["ben"])
        try await field.accepted(by: field.ben)
        #expect(try await programmes.request(id, of: field.ben)?.mustHandOff == false)
        #expect(try await programmes.request(id, of: field.ana) == nil)
    }

    /// A supporter who is a supervisor says and confirms the further words (SAC-VI.F).
    @Test(arguments: engines) func supervisorsSayMore(_ engine: Engine) async throws {
        let field = try await RequestGround(engine)
        try await field.ground.employ("7", rank: "Lieutenant", isSupervisor: true)
        let dora = try await field.ground.member("dora", number: "7", roles: "supporter")
        try await field.asked()
        let id = try await field.accepted(by: dora).id
        #expect(try await field.programmes.request(id, of: dora)?.needsAdmonishment == true)
        let without = try await field.programmes.giveAdvisement(id, withAdmonishment: false, by: dora)
        #expect(without?.refusal?.clauses == ["SAC-VI.F"])
        #expect(try await field.programmes.request(id, of: dora)?.words == nil)
        try #require(try await field.programmes.giveAdvisement(id, withAdmonishment: true, by: dora)).get()
        #expect(try await field.programmes.request(id, of: dora)?.words != nil)
    }

    /// A conflict of interest goes to the pack's roles and names no request; passing without one tells nobody.
    @Test(arguments: engines) func conflictNotice(_ engine: Engine) async throws {
        let field = try await RequestGround(engine)
        try await field.asked()
        let id = try await field.offer(field.ana).id
        try #require(try await field.programmes.pass(id, telling: true, by: field.ana)).get()
        #expect(try await field.notices(.conflict) == 2)
        try #require(try await field.programmes.pass(id, telling: false, by: field.ben)).get()
        #expect(try await field.notices(.conflict) == 2)
        let rows = try await field.ground.database.rowsByTable()["notice"] ?? []
        #expect(rows.allSatisfy { !$0.contains(id) })
        #expect(try await field.offered() == ["cleo"])
    }
}
