import Operations
import Program
import Store
import TestSupport
import Testing
import Web
import WebSupport

/// A member asks how a colleague off work is, and nothing is kept but one of three words.
@Suite struct WellBeingCheckTests {
    private func checks(_ client: Client, _ part: String = "ownChecks") async throws -> [JSON] {
        try await client.read("/api/v1/services")[part]?.array ?? []
    }

    private func due(_ client: Client) async throws -> Int {
        try await client.notices().count { $0.text("kind") == "well-being-check-due" }
    }

    private func sent(_ name: String, _ town: DemoTown, day: String = "2026-03-10") throws -> KeyValuePairs<
        String, String
    > {
        ["employeeNumber": "", "name": name, "account": try town.account("supporter"), "day": day]
    }

    @Test(.clause("OCP-I.B.5")) func aVolunteerAsksAgainAfterThePolicysDays() async throws {
        let town = try await DemoTown.on("orange-county-probation")
        let coordinator = try await town.signedIn("coordinator")
        let member = try await town.signedIn("supporter")
        #expect(try await coordinator.page("/team").links.contains("/services"))
        let nobody = try await coordinator.post("/well-being-checks", try sent("", town))
        #expect(nobody.status == 422 && nobody.text.contains("OCP-I.B.5"))
        #expect(try await coordinator.post("/well-being-checks", try sent("Quillwort Vale", town)).status == 303)
        // The one member and whoever assigned it can read of whom; nobody else finds the page.
        #expect(try await member.page("/services").words.contains("Quillwort Vale"))
        #expect(try await coordinator.page("/services").words.contains("Quillwort Vale"))
        #expect(try await member.page("/home").words.contains("Ask how a colleague is"))
        let id = try #require(try await checks(member).first).text("id")
        for role in ["administrator", "logistics-coordinator"] where town.roles.contains(role) {
            let other = try await town.signedIn(role)
            #expect(try await other.post("/well-being-checks/\(id)/outcome", ["outcome": "done"]).status != 303)
        }
        // One of three words and nothing beside them.
        let other = try await member.api(.post, "/api/v1/well-being-checks/\(id)/outcome", ["outcome": "better"])
        #expect(other.status == 422 || other.status == 400)
        let note = try await member.api(
            .post, "/api/v1/well-being-checks/\(id)/outcome", ["outcome": "done", "note": "tired"])
        #expect(note.status == 422 || note.status == 400)
        #expect(try await checks(member).first?["outcome"] == .null)
        // The member alone is reminded, on the day.
        #expect(try await due(member) == 1)
        #expect(try await member.post("/well-being-checks/\(id)/outcome", ["outcome": "done"]).status == 303)
        #expect(try await checks(member).first?.text("nextOn") == "2026-03-24")
        #expect(try #require(try await checks(coordinator, "checks").first)["outcome"] == nil)
        try await town.programmes.remindOfChecks()
        #expect(try await due(member) == 1)
        town.pass(seconds: 14 * 86_400)
        for _ in 0..<2 { try await town.programmes.remindOfChecks() }
        let later = try await town.signedIn("supporter")
        #expect(try await due(later) == 2)
        #expect(try await due(town.signedIn("coordinator")) == 0)
        #expect(try await later.post("/well-being-checks/\(id)/outcome", ["outcome": "wanted"]).status == 303)
        #expect(try await checks(later).first?.text("outcome") == "wanted")
    }

    /// Declined ends it for good: whoever is sent to them later, nobody asks.
    @Test(.clause("OCP-I.B.5")) func declinedIsForGood() async throws {
        let town = try await DemoTown.on("orange-county-probation")
        let coordinator = try await town.signedIn("coordinator")
        let member = try await town.signedIn("supporter")
        #expect(try await coordinator.post("/well-being-checks", try sent("Quillwort Vale", town)).status == 303)
        let id = try #require(try await checks(member).first).text("id")
        #expect(try await member.post("/well-being-checks/\(id)/outcome", ["outcome": "declined"]).status == 303)
        #expect(try await checks(member).isEmpty)
        #expect(try await member.post("/well-being-checks/\(id)/outcome", ["outcome": "done"]).status != 303)
        #expect(try await coordinator.post("/well-being-checks/\(id)/removal").status == 303)
        // By another spelling, and long after.
        #expect(try await coordinator.post("/well-being-checks", try sent("vale, QUILLWORT", town)).status == 303)
        #expect(try await checks(member).isEmpty)
        town.pass(seconds: 300 * 86_400)
        try await town.programmes.destroyServiceNames()
        let (later, asking) = (try await town.signedIn("coordinator"), try await town.signedIn("supporter"))
        #expect(try await checks(later, "checks").isEmpty)
        let never = try sent("Quillwort Vale", town, day: "2027-01-10")
        #expect(try await later.post("/well-being-checks", never).status == 303)
        // Somebody else is asked as before.
        let other = try sent("Teasel Vale", town, day: "2027-01-10")
        #expect(try await later.post("/well-being-checks", other).status == 303)
        try await town.programmes.remindOfChecks()
        #expect(try await checks(asking).map { $0.text("name") } == ["Teasel Vale"])
    }

    /// Whoever gave three names sees the same before and after, on the page and in the interface, though one answered each of the three
    /// words; and hears the same when they try each name again.
    @Test(.clause("OCP-I.B.5"), arguments: TestDatabase.engines)
    func whatAColleagueAnsweredIsTheAskingMembersAlone(_ engine: Store.Engine) async throws {
        let town = try await DemoTown.start(pack: "orange-county-probation", engine: engine)
        let coordinator = try await town.signedIn("coordinator")
        let member = try await town.signedIn("supporter")
        let outcomes = ["Quillwort Vale": "done", "Teasel Brook": "wanted", "Sorrel Heath": "declined"]
        let names = outcomes.keys.sorted()
        for name in names {
            #expect(try await coordinator.post("/well-being-checks", try sent(name, town)).status == 303)
        }
        func seen() async throws -> (page: String, home: String, list: JSON) {
            let listed = try await coordinator.page("/services").section("Checks that were assigned")
            return (
                listed?.words ?? "", try await coordinator.page("/home").words,
                try await coordinator.read("/api/v1/services")
            )
        }
        /// Without the ids, which are drawn.
        func facts() async throws -> [[String]] {
            try await checks(coordinator, "checks").map { check in
                ["name", "member", "firstOn", "lastOn"].map { check.text($0) }
            }.sorted { $0.lexicographicallyPrecedes($1) }
        }
        let (before, first) = (try await seen(), try await facts())
        for name in names { #expect(before.page.contains(name)) }
        for check in try await checks(member) {
            let outcome = try #require(outcomes[check.text("name")])
            let path = "/well-being-checks/\(check.text("id"))/outcome"
            #expect(try await member.post(path, ["outcome": outcome]).status == 303)
        }
        #expect(try await checks(member).count == 2)
        let after = try await seen()
        #expect(after.page == before.page && after.home == before.home && after.list == before.list)
        // A name is refused as long as it is in the list, and taken once it is not: whatever it answered.
        let words = "A check on this person, or on somebody of that name, is in the list already."
        for name in names {
            let again = try await coordinator.post("/well-being-checks", try sent(name, town))
            #expect(again.status == 422 && again.text.contains(words) && again.text.contains("OCP-I.B.5"))
        }
        for check in try await checks(coordinator, "checks") {
            #expect(try await coordinator.post("/well-being-checks/\(check.text("id"))/removal").status == 303)
        }
        for name in names {
            #expect(try await coordinator.post("/well-being-checks", try sent(name, town)).status == 303)
        }
        #expect(try await facts() == first && first.count == 3)
        // Nor does time tell: all three end on one day, though two had been asked again since.
        town.pass(seconds: 180 * 86_400)
        for left in [3, 0] {
            try await town.programmes.destroyServiceNames()
            let later = try await town.signedIn("coordinator")
            #expect(try await checks(later, "checks").count == left)
            town.pass(seconds: 86_400)
        }
    }

    /// Nobody is sent to themself, whoever assigns asks nobody themself, and another member goes on where one cannot.
    @Test(.clause("OCP-I.B.5")) func aCheckIsGivenToAnotherMemberAndToNobodysOwnHands() async throws {
        let town = try await DemoTown.on("orange-county-probation")
        let coordinator = try await town.signedIn("coordinator")
        let member = try await town.signedIn("supporter")
        let account = try town.account("supporter")
        let names = try await town.programmes.database.read {
            try $0.accountNames(agency: town.agency.agency.id, of: [account])
        }
        let themself = try await coordinator.post("/well-being-checks", try sent(try #require(names[account]), town))
        #expect(themself.status == 422 && themself.text.contains("nobody is sent to themself"))
        #expect(themself.text.contains("OCP-I.B.5"))
        let myself: KeyValuePairs<String, String> = [
            "employeeNumber": "", "name": "Quillwort Vale", "account": try town.account("coordinator"),
            "day": "2026-03-10",
        ]
        #expect(try await coordinator.post("/well-being-checks", myself).status == 422)
        #expect(try await checks(coordinator, "checks").isEmpty)
        #expect(try await coordinator.post("/well-being-checks", try sent("Quillwort Vale", town)).status == 303)
        let id = try #require(try await checks(member).first).text("id")
        #expect(try await member.post("/well-being-checks/\(id)/outcome", ["outcome": "wanted"]).status == 303)
        let path = "/api/v1/well-being-checks/\(id)/member"
        for account in [try town.account("supporter"), try town.account("coordinator")] {
            let refused = try await coordinator.api(.put, path, ["account": .string(account)])
            #expect(refused.status == 422 && refused.text.contains("OCP-I.B.5"))
        }
        let number = try await town.programmes.database.employ("ben", agency: town.agency.agency.id)
        let another = try await town.supporter("ben", named: "Ben", employee: number)
        let others = try await coordinator.page("/services").options(of: "account")
        let accounts = try await town.programmes.database.read {
            try $0.accountNames(agency: town.agency.agency.id, of: others)
        }
        let chosen = try #require(accounts.first { $0.value == "Ben" }).key
        #expect(try await coordinator.api(.put, path, ["account": .string(chosen)]).status == 204)
        #expect(try await checks(member).isEmpty)
        let given = try #require(try await checks(another).first)
        #expect(given.text("name") == "Quillwort Vale" && given["outcome"] == .null)
    }
}
