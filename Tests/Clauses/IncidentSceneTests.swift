import Operations
import Program
import Store
import Testing
import Web
import WebSupport

/// Supporters at the scene of an incident: only as asked, only those who may go.
@Suite struct IncidentSceneTests {
    @Test(.clause("SAC-II.D.3.i"))
    func onlyAsOneOfTheThreeAsked() async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let coordinator = try await town.signedIn("coordinator")
        let incident = try await RunIncident.reported(in: town, by: coordinator)
        func open(_ asker: String) async throws -> Reply {
            try await incident.sends(
                "scene",
                [("askedBy", asker), ("askedAt", town.local(-1)), ("wanted", "1"), ("place", "North gate")])
        }
        for asker in ["supporter", "role:chief", "somebody"] {
            let refused = try await open(asker)
            #expect(refused.status == 422 && refused.text.contains("Who asked"), "\(asker)")
        }
        #expect(try await incident.clock("At the scene")[1] == "– Nobody asked")
        #expect(try await open("watch-commander").status == 303)
        // Who asked and when is kept.
        let facts = try await incident.board().facts
        #expect(facts["Asked by"]?.hasPrefix("Watch commander, 10 March 2026, 09:0") == true, "\(facts)")
        // Whoever is asked answers, arrives and leaves; nothing tells the coordinator why somebody does not come.
        let supporter = try await town.signedIn("supporter")
        #expect(try await supporter.page("/home").words.contains("You are asked to come"))
        #expect(try await supporter.page("/responses").words.contains("North gate"))
        for (answer, words) in [("coming", "→ Coming"), ("arrived", "✓ There since"), ("left", "– Left")] {
            let reply = try await supporter.fills("/responses/\(incident.id)/answer", [("answer", answer)])
            #expect(reply.status == 303, "\(reply.text)")
            #expect(try await incident.board().words.contains(words))
        }
    }

    /// From arriving until leaving is duty time once the member says whether they were on duty; nothing of the incident goes with it.
    @Test func timeAtASceneWaitsAsDutyTimeFilledIn() async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let coordinator = try await town.signedIn("coordinator")
        let incident = try await RunIncident.reported(in: town, by: coordinator)
        let fields = [("askedBy", "watch-commander"), ("askedAt", town.local(-1)), ("wanted", "1"), ("place", "")]
        #expect(try await incident.sends("scene", fields).status == 303)
        let supporter = try await town.signedIn("supporter")
        func says(_ answer: String) async throws {
            let reply = try await supporter.fills("/responses/\(incident.id)/answer", [("answer", answer)])
            #expect(reply.status == 303, "\(reply.text)")
        }
        try await says("coming")
        let arrived = String(town.local(0).suffix(5))
        try await says("arrived")
        #expect(try await !supporter.page("/duty-time").words.contains("Filled in from what you did"))
        town.pass(seconds: 40 * 60)
        let left = String(town.local(0).suffix(5))
        try await says("left")
        #expect(try await supporter.page("/responses").links.contains("/duty-time"))
        let page = try await supporter.page("/duty-time")
        #expect(page.words.contains("Filled in from what you did for the team"))
        for value in ["2026-03-10", arrived, left] {
            #expect(page.markup.contains("value=\"\(value)\""), "\(value)")
        }
        #expect(page.markup.firstMatch(of: /<option value="scene-response" selected>/) != nil)
        let kept = try await supporter.writesDown(
            "2026-03-10", arrived, left, status: "on-duty", activity: "scene-response")
        #expect(kept.status == 303, "\(kept.text)")
        #expect(try await !supporter.page("/duty-time").words.contains("Filled in from what you did"))
        #expect(try await !town.signedIn("coordinator").get("/duty-time").text.contains("Filled in from"))
    }

    @Test(.clause("PD-E.11"))
    func aShootingAsksOnlyThoseWhoAreTrainedForIt() async throws {
        let town = try await DemoTown.on("police-division")
        let coordinator = try await town.signedIn("coordinator")
        let trained = try await town.newcomer(
            "trained", named: "Tess Trained", as: "supporter", since: "2026-01-01", by: coordinator)
        let account = try #require(
            try await town.programmes.database.read { transaction in
                try transaction.account(agency: town.agency.agency.id, login: "trained")?.id
            })
        let qualified = try await coordinator.api(
            .post, "/api/v1/training/members/\(account)/qualifications",
            ["qualification": "post-shooting"])
        #expect(qualified.status == 204, "\(qualified)")
        let incident = try await RunIncident.reported(in: town, by: coordinator, ["kind": "shooting"])
        let opened = try await incident.sends(
            "scene",
            [("askedBy", "incident-commander"), ("askedAt", town.local(-1)), ("wanted", "30"), ("place", "")])
        #expect(opened.status == 303, "\(opened.text)")
        let asked = try #require(try await incident.board().table("Who is asked to the scene"))
        #expect(asked.dropFirst().map { $0[0] } == ["Tess Trained"])
        #expect(try await trained.page("/responses").words.contains("You are asked to come to the scene."))
        let other = try await town.signedIn("supporter")
        #expect(try await other.page("/responses").words.contains("Nothing is asked of you"))
    }

    @Test func whoeverWasPartOfItSaysSoAndIsAskedNothingMore() async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let coordinator = try await town.signedIn("coordinator")
        let incident = try await RunIncident.reported(in: town, by: coordinator)
        let fields = [("askedBy", "watch-commander"), ("askedAt", town.local(-1)), ("wanted", "1"), ("place", "")]
        #expect(try await incident.sends("scene", fields).status == 303)
        let supporter = try await town.signedIn("supporter")
        let said = try await supporter.fills("/responses/\(incident.id)/answer", [("answer", "was-there")])
        #expect(said.status == 303, "\(said.text)")
        let board = try await incident.board()
        #expect(board.words.contains("– Cannot come"))
        #expect(try await incident.sends("scene/end", []).status == 303)
        #expect(try await incident.sends("scene", fields).status == 303)
        #expect(try await incident.board().words.contains("Nobody can be asked"))
    }

    @Test(.clause("KSO-I.1.b"))
    func whoeverWasPartOfAnIncidentIsKeptFromRequestsByItsReport() async throws {
        let town = try await DemoTown.on("kern-sheriff")
        let coordinator = try await town.signedIn("coordinator")
        let incident = try await RunIncident.reported(in: town, by: coordinator)
        let account = try town.member("supporter").account
        let marked = try await coordinator.fills(
            "\(incident.place)/involvement", [("account", account), ("involvement", "participant")])
        #expect(marked.status == 303, "\(marked.text)")
        let register = try await town.signedIn("supporter").page("/incidents").words
        #expect(register.contains("You took part"))
    }
}
