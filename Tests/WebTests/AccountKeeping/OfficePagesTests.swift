import Program
import Store
import TestSupport
import Testing
import Web
import WebSupport

/// An office that checks others, given by two: on the pages of whoever asks and whoever answers, and for programs.
@Suite struct OfficePagesTests {
    private static let pack = "sacramento-probation"

    private static func form(_ role: String) -> KeyValuePairs<String, String> {
        ["role": role, "startsOn": "2026-03-10", "until": "", "area": ""]
    }

    private static func json(_ role: String) -> JSON { ["role": .string(role), "startsOn": "2026-03-10"] }

    /// The coordinator gives herself the offices that check her: by page and by program, each is refused, and what she typed stays.
    @Test(arguments: TestDatabase.engines) func aKeeperTakesNoOfficeThatChecksThem(_ engine: Store.Engine) async throws
    {
        let town = try await DemoTown.start(pack: Self.pack, engine: engine)
        let keeper = try await town.signedIn("coordinator")
        let own = try #require(town.agency.members["coordinator"]).account
        let page = try await keeper.post("/accounts/\(own)/roles", Self.form("chaplaincy"))
        #expect(page.status == 422 && page.text.contains("each checks the other"))
        #expect(page.text.contains("value=\"2026-03-10\""))
        let called = try await keeper.api(.post, "/api/v1/accounts/\(own)/roles", Self.json("chaplaincy"))
        #expect(called.status == 422)
        let problem = try #require(called.json?["problems"]?.array?.first)
        #expect(problem["field"] == "role" && problem["clauses"]?.array?.contains("SAC-VI.B.3b") == true)
        // Ending the liaison first asks for a yes that is not hers.
        let liaison = try #require(town.agency.members["management-liaison"]).account
        let account = try await keeper.api(.get, "/api/v1/accounts/\(liaison)").json
        let holding = try #require(account?["roles"]?.array?.first?["id"]?.string)
        let ended = try await keeper.api(.delete, "/api/v1/accounts/\(liaison)/roles/\(holding)")
        #expect(ended.status == 200 && ended.json?["waits"] == true)
        let id = try #require(ended.json?["id"]?.string)
        #expect(try await keeper.api(.post, "/api/v1/office-proposals/\(id)/yes").status == 422)
        #expect(try await keeper.post("/office-proposals/\(id)/yes").status == 422)
        #expect(try await town.signedIn("management-liaison").get("/figures").status == 200)
    }

    /// Asked on a page, answered on another, read by the team; and nothing there for anybody else.
    @Test func twoGiveAnOfficeOnTheirPages() async throws {
        let town = try await DemoTown.start(pack: Self.pack)
        let keeper = try await town.signedIn("coordinator")
        let chosen = try #require(town.agency.members["counsellor"]).account
        let asked = try await keeper.post("/accounts/\(chosen)/roles", Self.form("chaplaincy"))
        let page = try await keeper.get(try #require(asked.location))
        #expect(page.text.contains("second person says yes") && page.text.contains("Waits for a second yes"))
        #expect(page.text.contains("Take it back") && !page.text.contains("Yes, give it"))
        let supporter = try await town.signedIn("supporter")
        let proposals = try await keeper.api(.get, "/api/v1/office-proposals")
        let waiting = try #require(proposals.json?["proposals"]?.array?.first)
        #expect(waiting["role"] == "chaplaincy" && waiting["isOwn"] == true && waiting["mayAnswer"] == false)
        let id = try #require(waiting["id"]?.string)
        let unknown = "/api/v1/office-proposals/aaaaaaaaaaaaaaaaaaaaaaaaaa/yes"
        #expect(
            try await supporter.api(.post, "/api/v1/office-proposals/\(id)/yes") == supporter.api(.post, unknown))
        #expect(try await supporter.api(.get, "/api/v1/office-proposals").json?["proposals"]?.array?.isEmpty == true)

        let liaison = try await town.signedIn("management-liaison")
        let home = try await liaison.get("/home")
        #expect(home.text.contains("1 office to be given or ended") && home.text.contains("href=\"/offices\""))
        #expect(try await liaison.get("/notices").text.contains("An office waits for a second yes"))
        #expect(try await liaison.get("/offices").text.contains("Yes, give it"))
        let done = try await liaison.post("/office-proposals/\(id)/yes")
        #expect(done.status == 303)
        #expect(try await liaison.get(try #require(done.location)).text.contains("Done, by two people"))
        for reader in [supporter, keeper, liaison] {
            #expect(try await reader.get("/home").text.contains("New in an office"))
            let offices = try await reader.api(.get, "/api/v1/offices").json?["offices"]?.array
            #expect(offices?.count { $0["role"] == "chaplaincy" } == 2)
        }
        #expect(try await liaison.post("/office-proposals/\(id)/yes").status == 404)
    }

    /// Whoever asked takes it back by program; whoever may say yes says no on a page.
    @Test func takenBackOrRefused() async throws {
        let town = try await DemoTown.start(pack: Self.pack)
        let keeper = try await town.signedIn("coordinator")
        let liaison = try await town.signedIn("management-liaison")
        let chosen = try #require(town.agency.members["counsellor"]).account
        for byKeeper in [true, false] {
            let asked = try await keeper.api(.post, "/api/v1/accounts/\(chosen)/roles", Self.json("chaplaincy"))
            #expect(asked.status == 201 && asked.json?["waits"] == true)
            let id = try #require(asked.json?["id"]?.string)
            let ended =
                byKeeper
                ? try await keeper.api(.delete, "/api/v1/office-proposals/\(id)")
                : try await liaison.post("/office-proposals/\(id)/end")
            #expect(ended.status == (byKeeper ? 204 : 303))
            #expect(try await liaison.get("/home").text.contains("office to be given") == false)
        }
        let account = try await keeper.api(.get, "/api/v1/accounts/\(chosen)").json
        #expect(account?["roles"]?.array?.compactMap { $0["role"]?.string } == ["counsellor"])
    }
}
