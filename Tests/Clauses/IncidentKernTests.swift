import Operations
import Program
import Testing
import Web
import WebSupport

/// Whoever was part of an incident gives no support in it, under Kern County's policy.
@Suite struct IncidentKernTests {
    private static let kind = "disturbing-event"

    /// A team of three who can be asked at any hour, with the coordinator.
    private struct Team {
        let town: DemoTown
        let coordinator: Client
        let marked: Client
        let there: Client
        let free: Client

        init() async throws {
            town = try await DemoTown.on("kern-sheriff")
            coordinator = try await town.signedIn("coordinator")
            marked = try await town.newcomer(
                "a.marked", named: "A. Marked", as: "supporter", since: "2026-01-01", by: coordinator)
            there = try await town.newcomer(
                "b.there", named: "B. There", as: "supporter", since: "2026-01-01", by: coordinator)
            free = try await town.signedIn("supporter")
            for client in [marked, there, free] { try await town.opensHours(client) }
        }

        /// The coordinator records an incident of that day and marks one; the other says "I was there".
        func record(_ day: String) async throws {
            let reply = try await coordinator.post("/incidents", ["kind": IncidentKernTests.kind, "day": day])
            let address = try #require(reply.location)
            let account = try await town.staff(marked).account
            let mark = try await coordinator.post(
                "\(address)/involvement", ["account": account, "involvement": "participant"])
            #expect(mark.status == 303)
            #expect(try await there.post("\(address)/own", ["involvement": "witness"]).status == 303)
            #expect(try await coordinator.page(address).words.contains("A. Marked"))
            for client in [free, marked, there] { #expect(try await client.get(address).isNothing(for: client)) }
        }

        func asks(_ day: String, kind: String? = nil) async throws -> Seeker {
            let incident = AskedIncident(day: try #require(Day(day)), kind: kind)
            return try await town.asks { $0.incident = incident }
        }
    }

    @Test(.clause("KSO-I.1.b")) func whoeverWasPartOfItIsNeverOfferedARequestTiedToIt() async throws {
        let team = try await Team()
        try await team.record("2026-03-09")
        // The form asks the day, and shows nobody what is recorded.
        let page = try await team.town.visitor().page("/agencies/kern-sheriff/ask")
        #expect(page.controls.contains { $0.name == "incidentDay" })
        #expect(
            !page.words.contains("9 March") && !page.markup.contains("2026-03-09") && page.words.contains("KSO-I.1.b"))
        let account = try await team.town.staff(team.marked).account
        let receipt = try await team.town.visitor().post(
            "/agencies/kern-sheriff/ask",
            [
                "origin": "oneself", "standing": "employee", "way": "message", "advisementRead": "yes",
                "incidentDay": "2026-03-10", "incidentKind": Self.kind, "wanted": account,
            ])
        #expect(receipt.status == 303)
        // Whoever was chosen and was there is asked in vain, as somebody who does not answer: nobody learns from it who was there.
        #expect(try await team.free.offers().isEmpty)
        try await team.town.goOn(minutes: 5)
        let id = try await team.free.offer()
        for client in [team.marked, team.there] {
            #expect(try await client.offers().isEmpty)
            #expect(try await client.get("/offers/\(id)").isNothing(for: client))
            #expect(try await client.accept(id).status == 404)
            #expect(try await client.page("/home").words.contains("Incidents I was part of"))
        }
        // Nor later, nor when it is handed on; the leaders are told in time.
        for _ in 0..<3 {
            try await team.town.goOn(minutes: 16)
            for client in [team.marked, team.there] { #expect(try await client.offers().isEmpty) }
        }
        let leader = try await team.town.signedIn("leader")
        #expect(try await leader.notices().contains { $0.text("kind") == "request-waits" })
        _ = try await team.free.take()
        // A list without them would say it; who is asked there finds nothing.
        #expect(try await team.free.page("/requests/\(id)/hand-off").words.contains("A. Marked"))
        #expect(try await team.free.page("/requests/\(id)/consultations").words.contains("B. There"))
        // Nobody is told the day: the offer and the request say that it has to do with an incident, and no more.
        #expect(try await !team.free.get("/requests/\(id)").text.contains("2026-03-10"))
    }

    @Test(.clause("KSO-I.1.b")) func anIncidentRecordedLaterBarsToo() async throws {
        let team = try await Team()
        let other = try await team.asks("2026-03-05")
        _ = other
        let seeker = try await team.asks("2026-03-08", kind: Self.kind)
        let held = try await team.free.offers()
        try await team.record("2026-03-09")
        let listed = try await team.marked.offers()
        let id = try #require(held.first { !listed.contains($0) })
        #expect(listed.count == 1 && held.count == 2)
        #expect(try await team.marked.get("/offers/\(id)").isNothing(for: team.marked))
        // No word of an incident, which would tell them who may have asked.
        #expect(try await team.there.get("/offers/\(id)").isNothing(for: team.there))
        #expect(try await team.there.offers() == listed)
        // The free one was there too and says so only now: accepting finds nothing, like an offer that never was.
        let incident = try #require(try await team.free.read("/api/v1/incidents")["incidents"]?.array?.first)
        let said = try await team.free.api(
            .put, "/api/v1/incidents/\(incident.text("id"))/own", ["involvement": "witness"])
        #expect(said.status == 204)
        let refused = try await team.free.api(
            .post, "/api/v1/offers/\(id)/acceptance", ["ties": [], "isInChainOfCommand": false])
        #expect(refused.status == 404)
        for _ in 0..<2 { try await team.town.goOn(minutes: 16) }
        let leader = try await team.town.signedIn("leader")
        #expect(try await leader.notices().contains { $0.text("kind") == "request-waits" })
        #expect(try await seeker.view().status == .offered)
        // What the register does not know, the supporter still attests.
        #expect(try await team.marked.page("/offers/\(listed[0])").controls.contains { $0.name == "ties" })
    }
}
