import Operations
import Program
import Sealing
import Store
import Testing

/// The life of a request, from asking to its destruction.
@Suite struct RequestLifeTests {
    @Test(arguments: engines) func wholeLife(_ engine: Engine) async throws {
        let field = try await RequestGround(engine)
        let programmes = field.programmes
        let receipt = try await field.asked { $0.name = "Robin" }
        #expect(try await field.offered() == ["ana", "ben", "cleo"])
        let acceptance = try await field.accepted(by: field.ana)
        #expect(acceptance.firstContactDue == field.now.adding(seconds: 3600))
        #expect(try await field.offered().isEmpty)
        #expect(try await field.holders() == [field.ana.account])

        let id = acceptance.id
        let before = try #require(try await programmes.request(id, of: field.ana))
        #expect(before.words == nil)
        #expect(
            try await programmes.write("Hello", on: id, by: field.ana)?.refusal?.clauses == [
                "SAC-II.D.3.a", "SAC-VI.B-0",
            ])
        try #require(try await programmes.giveAdvisement(id, withAdmonishment: false, by: field.ana)).get()
        let after = try #require(try await programmes.request(id, of: field.ana))
        #expect(after.words?.name == "Robin")
        #expect(after.firstContactDue != nil)

        try #require(try await programmes.write("Hello Robin", on: id, by: field.ana)).get()
        #expect(try await programmes.request(id, of: field.ana)?.firstContactDue == nil)
        let seeker = try await field.pass(receipt)
        let seen = try await field.view(seeker)
        #expect(seen.status == .accepted)
        #expect(seen.supporter?.account == field.ana.account)
        #expect(seen.supporter?.name == "Name of ana")
        #expect(seen.messages.map(\.text) == ["Hello Robin"])
        #expect(seen.messages.map(\.isNew) == [true])
        #expect(try await field.view(seeker).messages.map(\.isNew) == [false])

        try #require(try await programmes.write("Hello Ana", by: seeker, in: field.agency)).get()
        #expect(try await programmes.requests(of: field.ana).map(\.hasNewMessage) == [true])
        let answered = try #require(try await programmes.request(id, of: field.ana))
        #expect(answered.messages.map(\.fromSeeker) == [false, true])
        #expect(answered.messages.map(\.isNew) == [false, true])
        #expect(try await programmes.requests(of: field.ana).map(\.hasNewMessage) == [false])

        try #require(try await programmes.closeRequest(id, by: field.ana)).get()
        #expect(try await programmes.request(id, of: field.ana) == nil)
        #expect(try await field.holders().isEmpty)
        let closed = try await field.view(seeker)
        #expect(closed.status == .closed)
        #expect(closed.daysLeft == 30)
        #expect(closed.canReopen)
        #expect(closed.messages.count == 2)

        try #require(try await programmes.reopen(by: seeker, in: field.agency)).get()
        #expect(try await field.offered() == ["ana"])
        #expect(try await field.offer(field.ana).isPreferred)
        try await field.begun(by: field.ana)
        try #require(try await programmes.endRequest(by: seeker, in: field.agency)).get()
        try field.ground.move(to: "2026-12-20")
        try await programmes.destroyEndedRequests()
        #expect(try await field.requestCount() == 0)
        #expect(try await programmes.request(of: seeker, in: field.agency) == nil)
        guard case .unknown = try await programmes.seeker(receipt, in: field.agency) else {
            Issue.record("A receipt of a destroyed request still opens something.")
            return
        }
    }

    /// The receipt opens the request whatever has happened to it.
    @Test(arguments: engines) func receiptOpensAfterEverything(_ engine: Engine) async throws {
        let field = try await RequestGround(engine)
        let programmes = field.programmes
        let receipt = try await field.asked()
        var seeker = try await field.pass(receipt)
        let id = try await field.begun(by: field.ana)
        try #require(
            try await programmes.handOff(
                id, for: "beyond-training", seekerWasAsked: true, to: field.ben.account, by: field.ana)
        ).get()
        seeker = try await field.pass(receipt)
        #expect(try await field.view(seeker).status == .offered)
        try await field.begun(by: field.ben)
        try #require(try await programmes.changeSupporter(unwanted: true, by: seeker, in: field.agency)).get()
        #expect(try await field.offered() == ["cleo"])
        try await field.begun(by: field.cleo)
        try #require(try await programmes.closeRequest(id, by: field.cleo)).get()
        seeker = try await field.pass(receipt)
        try #require(try await programmes.reopen(by: seeker, in: field.agency)).get()
        let restarted = try field.ground.restarted()
        guard case .opened(let later) = try await restarted.seeker(receipt, in: field.agency) else {
            Issue.record("The receipt opens nothing after a restart.")
            return
        }
        #expect(try await restarted.request(of: later, in: field.agency)?.words.words == RequestGround.ask().words)
    }

    /// A receipt of nothing, and one of another agency's request, are alike.
    @Test(arguments: engines) func unknownReceipts(_ engine: Engine) async throws {
        let field = try await RequestGround(engine)
        try await field.asked()
        guard case .unknown = try await field.programmes.seeker(Receipt(), in: field.agency) else {
            Issue.record("A receipt of nothing opened something.")
            return
        }
        let receipt = try await field.asked()
        let other = try await field.programmes.foundAgency(
            slug: "another", name: "Another", timeZone: "America/Los_Angeles", pack: field.agency.pack
        ).get()
        guard case .unknown = try await field.programmes.seeker(receipt, in: other) else {
            Issue.record("A receipt opened a request at another agency.")
            return
        }
    }

    /// However many try at once, exactly one has it, and the others hear kind words.
    @Test(arguments: engines) func oneOfManyAccepts(_ engine: Engine) async throws {
        let field = try await RequestGround(engine)
        for _ in 0..<5 {
            let seeker = try await field.seeker()
            let id = try await field.offer(field.ana).id
            let answers = try await withThrowingTaskGroup(of: Result<Acceptance, Refusal>?.self) { group in
                for staff in field.team {
                    group.addTask { try await field.programmes.accept(id, Attestation(), by: staff) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(answers.filter { (try? $0?.get()) != nil }.count == 1)
            #expect(answers.compactMap { $0?.refusal }.count == 2)
            let supporter = try #require(try await field.view(seeker).supporter)
            #expect(try await field.holders() == [supporter.account])
            try #require(try await field.programmes.endRequest(by: seeker, in: field.agency)).get()
        }
    }

    /// Foreign ids and unknown ones are the same nothing, for everybody who does not have the request.
    @Test(arguments: engines) func nobodyElseFindsIt(_ engine: Engine) async throws {
        let field = try await RequestGround(engine)
        try await field.asked()
        let id = try await field.begun(by: field.ana)
        let programmes = field.programmes
        for staff in [field.ben, field.coordinator] {
            for request in [id, RandomId().text, "nothing"] {
                #expect(try await programmes.request(request, of: staff) == nil)
                #expect(try await programmes.offer(request, for: staff) == nil)
                #expect(try await programmes.accept(request, Attestation(), by: staff) == nil)
                #expect(try await programmes.pass(request, telling: true, by: staff) == nil)
                #expect(try await programmes.write("Hello", on: request, by: staff) == nil)
                #expect(try await programmes.madeContact(request, by: staff) == nil)
                #expect(try await programmes.cannotLeavePost(request, by: staff) == nil)
                #expect(try await programmes.closeRequest(request, by: staff) == nil)
                #expect(try await programmes.colleagues(for: request, by: staff) == nil)
                #expect(
                    try await programmes.handOff(request, for: "conflict", seekerWasAsked: true, to: nil, by: staff)
                        == nil)
            }
            #expect(try await programmes.requests(of: staff).isEmpty)
        }
        #expect(try await programmes.request(id, of: field.ana) != nil)
    }

    /// Sixty who ask within a minute all get a receipt that opens.
    @Test(arguments: engines) func sixtyAtOnce(_ engine: Engine) async throws {
        let field = try await RequestGround(engine)
        let receipts = try await withThrowingTaskGroup(of: Receipt.self) { group in
            for number in 0..<60 { group.addTask { try await field.asked { $0.words = "Number \(number)" } } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        var words: Set<String> = []
        for receipt in receipts { words.insert(try await field.view(try await field.pass(receipt)).words.words) }
        #expect(words.count == 60)
    }

    /// A supporter whose account was started over can open nothing any more; as soon as the seeker looks, others are asked.
    @Test(arguments: engines) func supporterLostTheirKey(_ engine: Engine) async throws {
        let field = try await RequestGround(engine)
        let seeker = try await field.seeker()
        try await field.begun(by: field.ana)
        #expect(try await !field.view(seeker).lostSupporter)
        _ = try #require(try await field.programmes.startOverAsOperator(login: "ana", in: field.agency))
        #expect(try await field.programmes.requests(of: field.ana).isEmpty)
        #expect(try await field.holders().isEmpty)
        let view = try await field.view(seeker)
        #expect(view.lostSupporter && view.status == .offered)
        #expect(try await field.offered() == ["ben", "cleo"])
    }

    /// Asking, offering, accepting, writing and closing are in no audit chain.
    @Test(arguments: engines) func leavesNoAuditEntry(_ engine: Engine) async throws {
        let field = try await RequestGround(engine)
        let before = try await field.ground.acts()
        let seeker = try await field.seeker()
        let id = try await field.begun(by: field.ana)
        try #require(try await field.programmes.write("Hello", by: seeker, in: field.agency)).get()
        try #require(try await field.programmes.closeRequest(id, by: field.ana)).get()
        #expect(try await field.ground.acts() == before)
    }
}
