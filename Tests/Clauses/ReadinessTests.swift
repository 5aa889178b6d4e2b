import Operations
import Program
import Store
import TestSupport
import Testing
import Web
import WebSupport

/// A programme in which nobody could open a request takes none, and everybody concerned knows it.
@Suite struct ReadinessTests {
    private static let body: JSON = [
        "origin": "oneself", "standing": "employee", "way": "message", "advisementRead": true,
    ]

    private func endTeam(of town: DemoTown) async throws {
        let database = try await town.besides()
        try await database.write { transaction in
            try transaction.execute("UPDATE holding SET held_until = '2026-03-01' WHERE role = 'supporter'")
        }
    }

    @Test(arguments: TestDatabase.engines) func whereNobodyCouldOpenARequestNoneIsTaken(_ engine: Engine) async throws {
        let town = try await DemoTown.start(pack: "orange-county-probation", engine: engine)
        let seeker = try await town.asks()
        #expect(try await seeker.view().nobodyCouldBeAsked == false)
        #expect(try await town.visitor().page("/agencies/\(town.agency.slug)").links.contains { $0.hasSuffix("/ask") })
        try await endTeam(of: town)
        // The public page closes; crisis lines stay.
        for address in ["/agencies/\(town.agency.slug)", "/agencies/\(town.agency.slug)/ask"] {
            let page = try await town.visitor().page(address)
            #expect(page.words.contains("No request can be taken here just now") && page.words.contains("988"))
            #expect(page.forms.allSatisfy { !$0.action.hasSuffix("/ask") })
            #expect(page.links.allSatisfy { !$0.hasSuffix("/ask") })
        }
        // A program is refused, without a receipt, and nothing is stored.
        let refused = try await town.visitor().api(
            .post, "/api/v1/agencies/\(town.agency.slug)/requests", Self.body)
        #expect(refused.status == 422 && refused.text.contains("Nobody here can take a request"))
        #expect(refused.json?["receipt"] == nil)
        #expect(try await town.requestCount() == 1)
        // Whoever asked before is told.
        #expect(try await seeker.view().nobodyCouldBeAsked)
        // The coordinator knows, and what to do.
        let coordinator = try await town.signedIn("coordinator")
        #expect(try await coordinator.page("/home").words.contains("Nobody can ask for support"))
        let page = try await coordinator.page("/readiness")
        let gaps = try #require(page.table("What nobody is there for")).dropFirst()
        #expect(gaps.contains { $0[0].contains("closed for asking") && $0[1].contains("takes no request") })
        let read = try await coordinator.read("/api/v1/readiness")["gaps"]?.array ?? []
        #expect(read.map { $0.text("what") } == gaps.map { $0[0] })
        // For others there is no such page.
        let committee = try await town.signedIn("committee-member")
        #expect(try await committee.get("/readiness").isNothing(for: committee))
    }

    /// Whoever watches the server learns how many are closed, by number; the server is as well as before.
    @Test(arguments: TestDatabase.engines) func aClosedAgencyIsCountedAndTakesNoServerOut(_ engine: Engine) async throws
    {
        let town = try await DemoTown.start(packs: ["orange-county-probation", "kern-sheriff"], engine: engine)
        func health() async throws -> (status: Int, members: [String: JSON]) {
            let reply = try await town.visitor().get("/health")
            guard case .object(let members)? = reply.json else { throw NoReceipt() }
            return (reply.status, members)
        }
        let key = "agenciesThatTakeNoRequests"
        #expect(try await health().members[key] == .null)
        try await town.programmes.countClosedAgencies()
        let before = try await health()
        #expect(before.members[key] == 0)
        let database = try await town.besides()
        try await database.write { transaction in
            try transaction.execute(
                "UPDATE holding SET held_until = '2026-03-01' WHERE agency = \(town.agency.agency.id)")
        }
        // Asking looks at nothing: the number is that of the last look.
        #expect(try await health().members[key] == 0)
        try await town.programmes.countClosedAgencies()
        let after = try await health()
        #expect(after.members[key] == 1 && after.status == before.status)
        #expect(after.members.filter { $0.key != key } == before.members.filter { $0.key != key })
        #expect(!"\(after)".contains(town.agency.slug))
    }

    /// Whoever takes requests last is enough: there a request is open to somebody.
    @Test func whoeverComesLastKeepsItOpen() async throws {
        let town = try await DemoTown.start(pack: "police-division")
        try await endTeam(of: town)
        let taken = try await town.visitor().api(.post, "/api/v1/agencies/\(town.agency.slug)/requests", Self.body)
        #expect(taken.status == 201, "\(taken)")
    }

    /// A receipt that nobody could ever open is given to nobody, also where the seeker left everybody out.
    @Test func whereEverybodyIsLeftOutTheSeekerIsToldAtOnce() async throws {
        let town = try await DemoTown.start(pack: "orange-county-probation")
        let account = town.agency.members["supporter"]?.account ?? ""
        var ask = Ask(origin: .oneself, standing: .employee, way: .message)
        ask.unwanted.accounts = [account]
        guard case .failure(let refusal) = try await town.programmes.ask(ask, in: town.agency.agency) else {
            Issue.record("it was taken")
            return
        }
        #expect(refusal.problems.map(\.field) == ["unwanted"])
        #expect(try await town.requestCount() == 0)
    }
}
