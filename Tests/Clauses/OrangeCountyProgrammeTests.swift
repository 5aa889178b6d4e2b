import Program
import Testing
import Web
import WebSupport

/// Who answers for Orange County's programme, and who appoints its coordinators.
@Suite struct OrangeCountyProgrammeTests {
    @Test(.clause("OCP-I.C-0")) func theCoverNamesTheDivisionAndItsDirector() async throws {
        let town = try await DemoTown.on(OrangeCountySheetTests.pack)
        // The settings have both: the division, and a role for its director.
        #expect(town.agency.policy.roles.contains { $0.title == "Strategic Support Division Director" })
        let supporter = try await town.signedIn("supporter")
        try await supporter.submit("2026-02")
        let coordinator = try await town.signedIn("coordinator")
        try await coordinator.publish("2026-02")
        let director = try await town.signedIn("division-director")
        let cover = "Strategic Support Division and its Director"
        #expect(try await director.page("/figures/summary/2026-02").facts["Accountable"] == cover)
        #expect(try await director.read("/api/v1/figures/summary/2026-02")["cover"] == .string(cover))
    }

    @Test(.clause("OCP-I.C.2-0")) func onlyTheAdministratorAppointsACoordinator() async throws {
        let town = try await DemoTown.on(OrangeCountySheetTests.pack)
        let chosen = try town.member("chaplain").account
        let sitting = try town.member("coordinator").account
        let administrator = try await town.signedIn("administrator")
        let seat = try #require(try await holdings(of: sitting, administrator).first)
        for role in town.roles where role != "administrator" {
            let client = try await town.signedIn(role)
            // The coordinator keeps the accounts and is told why; nobody else learns that there are any.
            let status = role == "coordinator" ? 422 : 404
            let given = try await client.post("/accounts/\(chosen)/roles", Self.form(area: "South"))
            #expect(given.status == status, "\(role): \(given)")
            let called = try await client.api(
                .post, "/api/v1/accounts/\(chosen)/roles", Self.coordinator(area: "South"))
            #expect(called.status == status, "\(role): \(called)")
            let ended = try await client.post("/accounts/\(sitting)/roles/\(seat.text("id"))/end")
            #expect(ended.status == status, "\(role): \(ended)")
            let removed = try await client.api(.delete, "/api/v1/accounts/\(sitting)/roles/\(seat.text("id"))")
            #expect(removed.status == status, "\(role): \(removed)")
            if role == "coordinator" {
                for refused in [called, removed] {
                    #expect(refused.problems["role"]?["clauses"]?.array?.contains("OCP-I.C.2-0") == true)
                    #expect(
                        refused.problems["role"]?.text("message").contains("Only the Program Administrator") == true)
                }
            }
        }
        #expect(try await holdings(of: chosen, administrator).map { $0.text("role") } == ["chaplain"])
        #expect(try await holdings(of: sitting, administrator) == [seat])
    }

    @Test(.clause("OCP-I.C.2-0")) func thereAreSeveralEachWithAnArea() async throws {
        let town = try await DemoTown.on(OrangeCountySheetTests.pack)
        let administrator = try await town.signedIn("administrator")
        let chosen = try town.member("chaplain").account
        let roles = "/api/v1/accounts/\(chosen)/roles"
        let without = try await administrator.api(.post, roles, Self.coordinator(area: nil))
        #expect(without.status == 422)
        #expect(without.problems["area"]?["clauses"]?.array?.contains("OCP-I.C.2-0") == true)
        #expect(try await administrator.post("/accounts/\(chosen)/roles", Self.form(area: "South")).status == 303)
        let present = try await holdings(of: chosen, administrator).first { $0.text("role") == "coordinator" }
        #expect(present?["area"] == "South")
        // The one for the north stays, and both do the work.
        let north = try await town.signedIn("coordinator")
        #expect(try await north.get("/people").status == 200)
        let south = try await town.signedIn("chaplain")
        #expect(try await south.get("/people").status == 200)
        // The administrator ends it; from then on it gives nothing.
        let ending = "/accounts/\(chosen)/roles/\(try #require(present).text("id"))/end"
        #expect(try await administrator.post(ending).status == 303)
        let after = try await town.signedIn("chaplain")
        #expect(try await after.get("/people").status == 404)
        #expect(try await north.get("/people").status == 200)
    }

    private func holdings(of account: String, _ administrator: Client) async throws -> [JSON] {
        try await administrator.read("/api/v1/accounts/\(account)")["roles"]?.array ?? []
    }

    private static func coordinator(area: String?) -> JSON {
        var members: [String: JSON] = ["role": "coordinator", "startsOn": "2026-03-10"]
        if let area { members["area"] = .string(area) }
        return .object(members)
    }

    private static func form(area: String) -> KeyValuePairs<String, String> {
        ["role": "coordinator", "area": area, "startsOn": "2026-03-10", "until": ""]
    }
}
