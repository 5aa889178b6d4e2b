import Operations
import Program
import TestSupport
import Testing
import Web
import WebSupport

/// Whoever was removed for a breach comes back no more, where a policy says so.
@Suite struct BarredTests {
    private static let own = """
        id: springfield
        version: "1"
        extends: police-division
        agency:
          title: Springfield Police
        membership:
          removal:
            barred-for-good: {grounds: [confidentiality], basis: {chosen: "Confidence that was broken is not given again."}}
        """

    private func removed(for ground: String) async throws -> (DemoTown, Client) {
        let town = try await DemoTown.start(on: [BundledPacks.own(Self.own)])
        let member = try await town.signedIn("supporter")
        let coordinator = try await town.signedIn("coordinator")
        let chief = try await town.signedIn("chief")
        let path = "/memberships/\(try town.member("supporter").account)/removal"
        #expect(try await coordinator.post(path, ["ground": ground]).status == 303)
        #expect(try await chief.post("\(path)/decision", ["decision": "approve"]).status == 303)
        #expect(try await member.get("/offers").status == 404)
        return (town, member)
    }

    @Test func whoeverBrokeConfidenceAppliesNoMoreAndNobodyElseLearns() async throws {
        let (town, member) = try await removed(for: "confidentiality")
        let page = try await member.page("/application").words
        #expect(page.contains("nobody joins the team again") && page.contains("Nobody else is told"))
        let refused = try await member.api(.post, "/api/v1/application", ["request": "Please, once more."])
        #expect(refused.status == 422 && refused.text.contains("nobody joins the team again"), "\(refused)")
        // The attempt is nobody's news: no application, no notice, no line of a history that was not there.
        for role in town.roles where role != "supporter" {
            let client = try await town.signedIn(role)
            for address in ["/home", "/applications", "/notices"] {
                let reply = try await client.get(address)
                #expect(!reply.text.contains("joins the team again"), "\(role) at \(address)")
            }
            let listed = try? await client.read("/api/v1/applications")["applications"]?.array
            #expect(listed?.isEmpty != false, "\(role)")
        }
    }

    /// Nor is the selection gone round: whoever gives roles is refused that one, and learns no ground.
    @Test(arguments: [("confidentiality", 422), ("responsibilities", 201)])
    func theRoleIsNotGivenEither(_ row: (ground: String, status: Int)) async throws {
        let (town, _) = try await removed(for: row.ground)
        let coordinator = try await town.signedIn("coordinator")
        let account = try town.member("supporter").account
        let given = try await coordinator.api(
            .post, "/api/v1/accounts/\(account)/roles",
            ["role": "supporter", "startsOn": .string(try town.today)])
        #expect(given.status == row.status, "\(given)")
        #expect(given.text.contains("does not join the team again") == (row.status == 422))
        #expect(!given.text.contains("onfiden"))
    }

    /// For another ground they may come again.
    @Test func whoeverWasRemovedForSomethingElseMayApply() async throws {
        let (_, member) = try await removed(for: "responsibilities")
        let applied = try await member.api(.post, "/api/v1/application", ["request": "I would like to come back."])
        #expect(applied.status == 201, "\(applied)")
    }
}
