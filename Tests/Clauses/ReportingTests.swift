import Operations
import Program
import Testing
import Web
import WebSupport

/// Who answers to whom for the programme, and what whoever is answered to sees of it.
@Suite struct ReportingTests {
    private func reporting(_ client: Client) async throws -> JSON? {
        try await client.read("/api/v1/reporting")["lines"]?.array?.first
    }

    /// One coordinator at a time, who answers to the liaison or whom they name; they see what the coordinator answers for, and nothing of
    /// a request.
    @Test(.clause("SAC-I-2")) func theCoordinatorAnswersToTheLiaisonOrADesignee() async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let coordinator = try await town.signedIn("coordinator")
        let sitting = try town.member("coordinator").account
        // Nobody is a second one beside the first.
        let chosen = try town.member("counsellor").account
        let second = try await coordinator.api(
            .post, "/api/v1/accounts/\(chosen)/roles",
            ["role": "coordinator", "startsOn": .string(try town.today)])
        #expect(second.status == 422 && second.text.contains("SAC-I-2"), "\(second)")

        let canary = "quillwort"
        let supporter = try await town.signedIn("supporter")
        try await town.opensHours(supporter)
        let seeker = try await town.asks { $0.words = canary }
        try await seeker.write(canary)
        let liaison = try await town.signedIn("management-liaison")
        #expect(try await liaison.page("/team").links.contains("/reporting"))
        let page = try await liaison.page("/reporting")
        let name = try #require(try await coordinator.read("/api/v1/accounts/\(sitting)")["name"]?.string)
        #expect(page.facts["Today"] == name)
        let duties = town.agency.policy.governance.duties.filter { $0.role.text == "coordinator" }.map(\.duty)
        #expect(!duties.isEmpty)
        let rows = try #require(page.tables.first).dropFirst()
        for duty in duties { #expect(rows.contains { $0[0].hasPrefix(duty) && !$0[1].isEmpty }, "\(duty)") }
        #expect(!page.words.contains(canary) && page.words.contains("SAC-I-2"))
        #expect(try await reporting(liaison)?["holders"]?.array?.compactMap(\.string) == [name])
        for place in ["/offers", "/requests"] {
            #expect(try await liaison.get(place).isNothing(for: liaison), "\(place)")
        }
        // Nobody else sees it, but whom the liaison names to stand in, for that time.
        for role in town.roles where role != "management-liaison" {
            let client = try await town.signedIn(role)
            #expect(try await client.get("/reporting").isNothing(for: client), "\(role)")
        }
        let designee = try await town.signedIn("counsellor")
        let today = try town.today
        let named = try await liaison.post(
            "/designees",
            ["role": "management-liaison", "login": "counsellor", "startsOn": today, "lastDay": today])
        #expect(named.status == 303, "\(named)")
        #expect(try await designee.page("/reporting").facts["Today"] == name)
        town.pass(seconds: 86_400)
        let later = try await town.signedIn("counsellor")
        #expect(try await later.get("/reporting").isNothing(for: later))
    }

    /// The division and its director, on the cover and as the end of the line.
    @Test(.clause("OCP-I.C-0")) func theDirectorIsAnsweredToByTheAdministrator() async throws {
        let town = try await DemoTown.on("orange-county-probation")
        let director = try await town.signedIn("division-director")
        let page = try await director.page("/reporting")
        #expect(page.section("Program Administrator") != nil && page.words.contains("OCP-I.C-0"))
        let administrator = try await town.signedIn("administrator")
        #expect(try await administrator.page("/reporting").section("Program Coordinator") != nil)
    }
}
