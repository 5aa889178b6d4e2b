import Operations
import Program
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
        #expect(try await checks(coordinator, "checks").first?.text("outcome") == "done")
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

    /// Declined ends it for good: the name is gone, and whoever tries it again hears what they would hear of a check under way.
    @Test(.clause("OCP-I.B.5")) func declinedIsForGood() async throws {
        let town = try await DemoTown.on("orange-county-probation")
        let coordinator = try await town.signedIn("coordinator")
        let member = try await town.signedIn("supporter")
        #expect(try await coordinator.post("/well-being-checks", try sent("Quillwort Vale", town)).status == 303)
        let again = try await coordinator.post("/well-being-checks", try sent("vale, QUILLWORT", town))
        #expect(again.status == 422 && again.text.contains("OCP-I.B.5"))
        let id = try #require(try await checks(member).first).text("id")
        #expect(try await member.post("/well-being-checks/\(id)/outcome", ["outcome": "declined"]).status == 303)
        #expect(try await checks(member).isEmpty)
        #expect(try await checks(coordinator, "checks").isEmpty)
        let refused = try await coordinator.post("/well-being-checks", try sent("vale, QUILLWORT", town))
        #expect(refused.status == 422)
        let words = "No check on this person can be opened: one is under way, or they are not asked again."
        #expect(again.text.contains(words) && refused.text.contains(words))
        // Long after, too.
        town.pass(seconds: 300 * 86_400)
        let later = try await town.signedIn("coordinator")
        try await town.programmes.destroyServiceNames()
        let never = try await later.post("/well-being-checks", try sent("Quillwort Vale", town, day: "2027-01-10"))
        #expect(never.status == 422 && never.text.contains(words))
        // Somebody else is asked as before.
        #expect(
            try await later.post("/well-being-checks", try sent("Teasel Vale", town, day: "2027-01-10")).status == 303)
    }
}
