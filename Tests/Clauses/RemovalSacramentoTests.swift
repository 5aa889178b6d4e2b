import Operations
import Program
import Store
import TestSupport
import Testing
import Web
import WebSupport

/// Sacramento's order: its committee removes a supporter, by more than half, on one of two grounds; and a term is of two years.
@Suite struct RemovalSacramentoTests {
    /// The address of the ballot that is open, from the committee's page.
    private func ballot(_ member: Client) async throws -> String {
        try #require(try await member.page("/committees/advisory").links.first { $0.hasPrefix("/ballots/") })
    }

    @Test(
        .clause("SAC-II.D.6"),
        arguments: [
            (["yes", "yes", "no", "no"], false), (["yes", "yes", "abstain", "abstain"], false),
            (["yes", "yes", "yes", "no"], true),
        ])
    func theCommitteeRemovesByMoreThanHalfAndNobodyElse(_ row: (votes: [String], isRemoved: Bool)) async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let coordinator = try await town.signedIn("coordinator")
        let members = try await town.seatsCommittee(4, by: coordinator)
        let supporter = try await town.signedIn("supporter")
        let path = "/memberships/\(try town.member("supporter").account)"
        // Nobody but the committee and whoever keeps the memberships for it brings it to a vote, the member's own account least.
        for role in town.roles where !["coordinator", "committee-member"].contains(role) {
            let client = try await town.signedIn(role)
            #expect(try await client.post("\(path)/removal", ["ground": "duties"]).status == 404, "\(role)")
            #expect(try await client.post("\(path)/removal/decision", ["decision": "approve"]).status == 404, "\(role)")
        }
        // Nor is the role taken away past the committee.
        try await town.programmes.keepMemberships()
        let account = try town.member("supporter").account
        let role = try #require(try await coordinator.read("/api/v1/accounts/\(account)")["roles"]?.array?.first)
        let past = try await coordinator.api(.delete, "/api/v1/accounts/\(account)/roles/\(role.text("id"))")
        #expect(past.status == 422 && past.clauses == ["SAC-II.D.6"], "\(past)")
        let form = try #require(
            try await members[0].page(path).forms.first { $0.action == "\(path)/removal" })
        #expect(Set(form.values(of: "ground")).isSubset(of: ["duties", "policies"]))
        #expect(try await members[0].page(path).words.contains("SAC-II.D.6"))
        let other = try await members[0].post("\(path)/removal", ["ground": "dislike"])
        #expect(other.status == 422 && other.text.contains("SAC-II.D.6"))
        #expect(try await members[0].post("\(path)/removal", ["ground": "duties"]).status == 303)
        #expect(try await coordinator.post("\(path)/removal/decision", ["decision": "approve"]).status == 404)
        #expect(try await coordinator.post("\(path)/removal", ["ground": "policies"]).status == 422)

        let address = try await ballot(members[0])
        let page = try await members[1].page(address)
        let known = try #require(page.section("The ground")).words
        #expect(known.contains("were not met") && known.contains("0 absences") && known.contains("monthly sheet"))
        #expect(try await supporter.get(address).status == 404)
        for (member, vote) in zip(members, row.votes) {
            #expect(try await supporter.get("/offers").status == 200)
            #expect(try await member.post("\(address)/vote", ["choice": vote]).status == 303)
        }
        // Everybody has voted, so it is closed, and what it came to is carried out by nobody's further act.
        try await town.programmes.closeBallots()
        #expect(try await members[0].page(address).words.contains(row.isRemoved ? "Passed" : "Not passed"))
        #expect(try await supporter.get("/offers").status == (row.isRemoved ? 404 : 200))
        let listed = try await coordinator.read("/api/v1/memberships")["memberships"]?.array ?? []
        #expect(listed.contains { path.hasSuffix($0.text("account")) } != row.isRemoved)
    }

    /// Who leaves amid the vote ends it: nothing is decided of somebody who is gone, and it stands in the way of nothing later.
    @Test func leavingEndsTheVoteUndecided() async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let coordinator = try await town.signedIn("coordinator")
        let members = try await town.seatsCommittee(3, by: coordinator)
        let supporter = try await town.signedIn("supporter")
        let path = "/memberships/\(try town.member("supporter").account)"
        #expect(try await members[0].post("\(path)/removal", ["ground": "duties"]).status == 303)
        let address = try await ballot(members[0])
        #expect(try await members[1].post("\(address)/vote", ["choice": "yes"]).status == 303)
        #expect(try await supporter.post("/membership/withdrawal").status == 303)
        let page = try await members[0].page(address)
        #expect(page.words.contains("What it was on is over: nothing is decided"))
        #expect(!page.words.contains("Did not vote") && page.forms.allSatisfy { $0.action != "\(address)/vote" })
        #expect(try await members[2].post("\(address)/vote", ["choice": "yes"]).status == 422)
        let open = try await town.programmes.database.read { [agency = town.agency.agency.id] transaction in
            (try transaction.openBallots(agency: agency).count, try transaction.openRemovals(agency: agency).count)
        }
        #expect(open == (0, 0))
    }

    /// A vote that nobody could give is not opened, and leaves nothing behind.
    @Test func withoutACommitteeThereIsNoRemoval() async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let coordinator = try await town.signedIn("coordinator")
        let path = "/memberships/\(try town.member("supporter").account)"
        for _ in 0..<2 {
            let refused = try await coordinator.post("\(path)/removal", ["ground": "duties"])
            #expect(refused.status == 422 && refused.text.contains("Nobody who could vote"), "\(refused)")
        }
        let members = try await town.seatsCommittee(1, by: coordinator)
        #expect(try await members[0].post("\(path)/removal", ["ground": "duties"]).status == 303)
    }

    @Test(.clause("SAC-III.A.2.e")) func theTermIsOfTwoYearsFromActivation() async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let account = try town.member("supporter").account
        try await town.programmes.keepMemberships()
        // Signed, so that nothing but the term is in the way.
        let first = try await town.signedIn("supporter")
        let form = try #require(try await first.page("/agreement").forms.first { $0.action == "/agreement/signature" })
        let text = try #require(form.values(of: "text").first)
        let name = town.agency.policy.title(of: RoleID("supporter"))
        #expect(try await first.post("/agreement/signature", ["name": name, "text": text]).status == 303)
        func home() async throws -> Client {
            try await town.programmes.keepMemberships()
            return try await town.signedIn("supporter")
        }
        func asked(_ client: Client) async throws -> Int {
            try await client.notices().count { $0.text("kind") == "term-ends" }
        }
        #expect(try await first.page("/membership").words.contains("10 March 2028"))
        #expect(try await asked(first) == 0)
        // Sixty days before its end the member is asked.
        try town.turn(to: "2028-01-09T18:00:00Z")
        #expect(try await asked(home()) == 0)
        try town.turn(to: "2028-01-10T18:00:00Z")
        let member = try await home()
        #expect(try await asked(member) == 1)
        #expect(try await member.page("/membership").forms.contains { $0.action == "/membership/renewal" })
        try town.turn(to: "2028-03-09T18:00:00Z")
        #expect(try await home().get("/offers").status == 200)
        // Over: inactive, until it is renewed.
        try town.turn(to: "2028-03-10T18:00:00Z")
        let over = try await home()
        #expect(try await over.get("/offers").status == 404)
        #expect(try await over.post("/membership/renewal").status == 303)
        #expect(try await over.get("/offers").status == 404)
        let coordinator = try await town.signedIn("coordinator")
        #expect(try await coordinator.post("/memberships/\(account)/renewal").status == 303)
        #expect(try await over.get("/offers").status == 200)
        #expect(try await over.page("/membership").words.contains("2030"))
    }
}
