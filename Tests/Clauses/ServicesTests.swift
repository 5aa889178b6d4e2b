import Operations
import Program
import Testing
import Web
import WebSupport

/// Services for which members volunteer: help with a funeral, and what else a policy lists.
@Suite struct ServicesTests {
    private static let funeral =
        [
            "kind": "funeral", "from": "2026-03-12T10:00", "until": "2026-03-12T12:00", "wanted": "1",
            "place": "Chapel on Oak Street",
        ] as KeyValuePairs

    private func list(_ client: Client, _ part: String) async throws -> [JSON] {
        try await client.read("/api/v1/services")[part]?.array ?? []
    }

    @Test(.clause("SAC-II.D.3.d")) func membersVolunteerForAFuneralAndTheirHoursAreKept() async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let coordinator = try await town.signedIn("coordinator")
        let member = try await town.signedIn("supporter")
        #expect(try await coordinator.page("/team").links.contains("/services"))
        #expect(try await member.page("/team").links.contains("/services"))
        // Bad input names the field and the clause, keeps what was typed and changes nothing.
        let wrong = try await coordinator.post(
            "/services",
            [
                "kind": "funeral", "from": "2026-03-12T12:00", "until": "2026-03-12T10:00", "wanted": "1",
                "place": "Chapel on Oak Street",
            ])
        #expect(wrong.status == 422 && wrong.text.contains("SAC-II.D.3.d"))
        #expect(wrong.text.contains("Chapel on Oak Street"))
        #expect(try await list(coordinator, "assigned").isEmpty)
        #expect(try await coordinator.post("/services", Self.funeral).status == 303)
        let service = try #require(try await list(coordinator, "assigned").first)
        let id = service.text("id")
        // The member is asked on their home, and sees where and when.
        #expect(try await member.page("/home").words.contains("Members wanted"))
        let asked = try await member.page("/services").words
        #expect(asked.contains("Chapel on Oak Street") && asked.contains("12 March 2026, 10:00"), "\(asked)")
        #expect(try await member.post("/services/\(id)/volunteering").status == 303)
        #expect(try await member.post("/services/\(id)/volunteering").status == 422)
        // Whoever assigns confirms, from their home on.
        #expect(try await coordinator.page("/home").words.contains("1 service waits"))
        let account = try town.account("supporter")
        let stranger = try await coordinator.post(
            "/services/\(id)/confirmation", ["account": try town.account("management-liaison")])
        #expect(stranger.status == 422 && stranger.text.contains("SAC-II.D.3.d"))
        #expect(try await coordinator.post("/services/\(id)/confirmation", ["account": account]).status == 303)
        #expect(try await member.notices().contains { $0.text("kind") == "service" })
        #expect(try await member.page("/services").words.contains("Confirmed"))
        // Nobody else comes near it.
        for other in [member, try await town.signedIn("committee-member")] {
            #expect(try await other.post("/services", Self.funeral).isNothing(for: other))
            #expect(try await other.post("/services/\(id)/completion").isNothing(for: other))
        }
        let early = try await member.api(.put, "/api/v1/services/\(id)/hours", ["minutes": 90])
        #expect(early.status == 422 && early.clauses == ["SAC-II.D.3.d"])
        town.pass(seconds: 3 * 86_400)
        let later = try await town.signedIn("supporter")
        let keeper = try await town.signedIn("coordinator")
        #expect(try await later.api(.put, "/api/v1/services/\(id)/hours", ["minutes": 90]).status == 204)
        #expect(try await keeper.post("/services/\(id)/completion").status == 303)
        #expect(try await keeper.post("/services/\(id)/completion").status == 422)
        // The hours stand with the member, and in the figures without a name.
        let done = try #require(try await list(later, "own").first)
        #expect(done.text("status") == "done" && done["own"]?["minutes"] == 90)
        #expect(try await list(keeper, "figures").isEmpty)
        // In figures they come once the quarter is over, and not where they would be the time of one or two.
        town.pass(seconds: 92 * 86_400)
        let figure = try #require(try await list(try await town.signedIn("coordinator"), "figures").first)
        #expect(figure.text("kind") == "funeral" && figure["done"] == 1 && figure["minutes"] == .null)
    }

    /// Passing is seen by nobody; stepping back is free, and whoever assigns is told that somebody is wanted again.
    @Test(.clause("SAC-II.D.3.d")) func passingCountsAgainstNobodyAndAMemberMayStepBack() async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let coordinator = try await town.signedIn("coordinator")
        let member = try await town.signedIn("supporter")
        #expect(try await coordinator.post("/services", Self.funeral).status == 303)
        let id = try #require(try await list(coordinator, "assigned").first).text("id")
        #expect(try await member.post("/services/\(id)/passing").status == 303)
        #expect(try await list(member, "asked").isEmpty)
        let seen = try #require(try await list(coordinator, "assigned").first)
        #expect(seen["volunteers"]?.array?.isEmpty == true && seen["missing"] == 1)
        // Whoever passed may think again.
        let account = try town.account("supporter")
        #expect(try await member.post("/services/\(id)/volunteering").status == 303)
        #expect(try await coordinator.post("/services/\(id)/confirmation", ["account": account]).status == 303)
        #expect(try await member.post("/services/\(id)/withdrawal").status == 303)
        #expect(try await coordinator.notices().contains { $0.text("kind") == "service" })
        #expect(try await list(coordinator, "assigned").first?["missing"] == 1)
        #expect(try await coordinator.post("/services/\(id)/cancellation").status == 303)
        #expect(try await list(coordinator, "assigned").first?.text("status") == "called-off")
    }

    /// Whose hospital visit it is, whoever assigns and those confirmed can read, until it is over.
    @Test(.clause("IACP-2.4")) func aVisitNamesSomebodyToThoseWhoGo() async throws {
        let town = try await DemoTown.on("iacp")
        let coordinator = try await town.signedIn("coordinator")
        let member = try await town.signedIn("supporter")
        let kinds = town.agency.policy.requests.services.map(\.id)
        #expect(kinds == ["hospital", "death-notification", "families"])
        let visit: JSON = [
            "kind": "hospital", "from": "2026-03-12T17:00:00Z", "until": "2026-03-12T18:00:00Z", "wanted": 1,
            "name": "Quillwort Vale",
        ]
        #expect(try await coordinator.api(.post, "/api/v1/services/openings", visit).status == 201)
        let id = try #require(try await list(coordinator, "assigned").first).text("id")
        #expect(try await list(coordinator, "assigned").first?.text("name") == "Quillwort Vale")
        #expect(try await list(member, "asked").first?["name"] == .null)
        #expect(try await member.post("/services/\(id)/volunteering").status == 303)
        #expect(try await !member.page("/services").words.contains("Quillwort"))
        let account = try town.account("supporter")
        #expect(try await coordinator.post("/services/\(id)/confirmation", ["account": account]).status == 303)
        #expect(try await member.page("/services").words.contains("Quillwort Vale"))
        town.pass(seconds: 3 * 86_400)
        let keeper = try await town.signedIn("coordinator")
        #expect(try await keeper.post("/services/\(id)/completion").status == 303)
        #expect(try await !keeper.page("/services").words.contains("Quillwort"))
        #expect(try await list(keeper, "assigned").first?["name"] == .null)
    }
}
