import Operations
import Program
import Store
import Testing
import Web
import WebSupport

/// A new text of the rules, from its draft to being in force, by each agency's own pack.
@Suite struct PolicyDraftTests {
    private static func text(_ pack: PolicyPack, _ changes: String) -> String {
        "extends: \(pack.id)\nid: \(pack.id)\nversion: \"of the test\"\n\(changes)\n"
    }

    private static let quarterly = "terms: {programme: Colleagues for colleagues}"

    private static func draft(_ changes: String, by client: Client, in town: DemoTown) async throws -> String {
        let reply = try await client.api(
            .post, "/api/v1/policy-drafts",
            ["text": .string(text(town.agency.policy, changes))])
        try #require(reply.status == 201, "\(reply)")
        return try #require(reply.json?.text("id"))
    }

    private static func status(of draft: String, by client: Client) async throws -> String {
        try await client.read("/api/v1/policy-drafts/\(draft)").text("status")
    }

    private static func inForce(_ town: DemoTown) async throws -> String? {
        try await town.programmes.agency(slug: town.agency.slug)?.policy.version
    }

    /// The ballot that a draft is voted on in.
    private static func votes(_ choice: BallotChoice, on draft: String, _ members: [Client], _ town: DemoTown)
        async throws
    {
        let ballot = try await town.programmes.database.read { [agency = town.agency] transaction in
            try transaction.ballots(on: .policy(draft: draft), agency: agency.agency.id).first?.ballot.id
        }
        for member in members {
            _ = try await town.programmes.vote(choice, in: #require(ballot), by: town.staff(member))?.get()
        }
        try await town.programmes.closeBallots()
    }

    @Test(.clause("SAC-II.C.1")) func theCommitteeApprovesTheLiaisonReviewsAndOnlyThenItTakesEffect() async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let coordinator = try await town.signedIn("coordinator")
        let liaison = try await town.signedIn("management-liaison")
        let supporter = try await town.signedIn("supporter")
        let members = try await town.seatsCommittee(3, by: coordinator)
        let today = try town.today
        let before = try await Self.inForce(town)

        // What is wrong with a text is told line by line, and nothing is kept of it.
        let wrong = try await coordinator.post(
            "/policy-drafts", ["text": "extends: sacramento-probation\nversion: \"9\"\nterms: {programm: x}\n"])
        #expect(wrong.status == 422 && wrong.text.contains("Line 3"))
        #expect(try await coordinator.read("/api/v1/policy-drafts")["drafts"]?.array == [])
        // A supporter has no part in the rules.
        #expect(try await supporter.get("/policy-drafts").isNothing(for: supporter))

        let id = try await Self.draft(Self.quarterly, by: coordinator, in: town)
        let page = try await coordinator.page("/policy-drafts/\(id)").words
        #expect(page.contains("Colleagues for colleagues") && page.contains("SAC-II.C.1"))
        // No step before the one that comes first, and none by another role.
        for (client, step) in [
            (coordinator, "day"), (liaison, "review"), (liaison, "approval"), (liaison, "submission"),
        ] {
            let body: JSON = step == "day" ? ["startsOn": .string(today)] : step == "submission" ? [:] : ["word": "yes"]
            let reply = try await client.api(
                .post, "/api/v1/policy-drafts/\(id)/\(step)", step == "submission" ? nil : body)
            #expect([404, 422].contains(reply.status), "\(step): \(reply)")
            #expect(try await Self.status(of: id, by: coordinator) == "drafted")
        }

        #expect(try await coordinator.post("/policy-drafts/\(id)/submission").status == 303)
        #expect(try await coordinator.post("/policy-drafts/\(id)/submission").status == 422)
        #expect(try await liaison.post("/policy-drafts/\(id)/review", ["word": "yes"]).status == 422)
        try await Self.votes(.yes, on: id, members, town)
        #expect(try await Self.status(of: id, by: coordinator) == "approved")

        // The review is the liaison's and nobody else's.
        #expect(try await coordinator.post("/policy-drafts/\(id)/review", ["word": "yes"]).status == 422)
        #expect(try await coordinator.post("/policy-drafts/\(id)/day", ["startsOn": today]).status == 422)
        #expect(try await liaison.page("/home").words.contains("new text of the rules"))
        #expect(try await liaison.post("/policy-drafts/\(id)/review", ["word": "yes"]).status == 303)

        try await town.programmes.putPoliciesInForce()
        #expect(try await Self.inForce(town) == before)
        #expect(try await coordinator.post("/policy-drafts/\(id)/day", ["startsOn": "2026-03-12"]).status == 303)
        // Not on the evening before, in California; on the day itself.
        try town.turn(to: "2026-03-12T06:59:00Z")
        try await town.programmes.putPoliciesInForce()
        #expect(try await Self.inForce(town) == before)
        try town.turn(to: "2026-03-12T07:01:00Z")
        try await town.programmes.putPoliciesInForce()
        #expect(try await Self.inForce(town) == "of the test")
        let after = try await town.signedIn("coordinator")
        let dated = try await after.page("/policy-drafts/\(id)").words
        #expect(dated.contains("Came into force") || dated.contains("In force"))
        #expect(dated.contains("12 March 2026"))
        try await Self.bothEditionsCanBeRead(town)

        // The way back takes the same steps.
        let former = try #require(try await after.read("/api/v1/policy-drafts")["former"]?.array?.first).text("pack")
        let back = try await after.api(.post, "/api/v1/former-policies/\(former)/draft")
        let again = try #require(back.json?.text("id"))
        #expect(try await Self.status(of: again, by: after) == "drafted")
    }

    /// A draft that is taken back takes its vote with it.
    @Test func withdrawingEndsTheVote() async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let coordinator = try await town.signedIn("coordinator")
        let members = try await town.seatsCommittee(3, by: coordinator)
        let id = try await Self.draft(Self.quarterly, by: coordinator, in: town)
        #expect(try await coordinator.post("/policy-drafts/\(id)/submission").status == 303)
        let ballot = try #require(
            try await members[0].page("/committees/advisory").links.first { $0.hasPrefix("/ballots/") })
        #expect(try await coordinator.post("/policy-drafts/\(id)/withdrawal").status == 303)
        let page = try await members[0].page(ballot)
        #expect(page.words.contains("nothing is decided") && !page.forms.contains { $0.action == "\(ballot)/vote" })
    }

    /// The handbook says which edition it is and since when; the one before is there as it was, with what the new one changed.
    private static func bothEditionsCanBeRead(_ town: DemoTown) async throws {
        let (visitor, place) = (town.visitor(), "/agencies/\(town.agency.slug)/handbook")
        #expect(try await visitor.page(place).words.contains("2, in force since 12 March 2026"))
        #expect(try await visitor.page("\(place)/editions").words.contains("until 12 March 2026"))
        let second = try await visitor.page("\(place)/editions/2")
        #expect(second.section("What it changed")?.words.contains("Colleagues for colleagues") == true)
        let first = try await visitor.page("\(place)/editions/1")
        #expect(first.words.contains("Not in force any more"))
        #expect(first.words.contains(town.agency.policy.terms.programme))
        #expect(first.section("What it changed") == nil)
        #expect(try await visitor.get("\(place)/editions/3").status == 404)
    }

    @Test(.clause("PD-E.4")) func theSteeringCommitteeAdoptsTheTextOnConfidentialityAndNothingElseIsItsToAdopt()
        async throws
    {
        let town = try await DemoTown.on("police-division")
        let coordinator = try await town.signedIn("coordinator")
        let members = try await town.seatsCommittee(3, by: coordinator)
        let words =
            "confidentiality: {advisement: {opening: \"What you say stays between us.\", basis: {chosen: \"of the test\"}}}"
        let id = try await Self.draft(words, by: coordinator, in: town)
        #expect(try await coordinator.post("/policy-drafts/\(id)/submission").status == 303)
        // The coordinator alone approves nothing of it.
        let alone = try await coordinator.api(.post, "/api/v1/policy-drafts/\(id)/approval", ["word": "yes"])
        #expect(alone.status == 422 && alone.clauses.contains("PD-E.4"))
        try await Self.votes(.yes, on: id, members, town)
        #expect(try await Self.status(of: id, by: coordinator) == "approved")
        #expect(try await coordinator.post("/policy-drafts/\(id)/day", ["startsOn": try town.today]).status == 303)
        try await town.programmes.putPoliciesInForce()
        #expect(try await Self.inForce(town) == "of the test")
        let list = try await town.signedIn("coordinator").page("/policy-drafts").words
        #expect(list.contains("Version of the test") && list.contains("10 March 2026"))
    }

    @Test(.clause("PD-E.4")) func aTextThatTheCommitteeDoesNotAdoptNeverTakesEffect() async throws {
        let town = try await DemoTown.on("police-division")
        let coordinator = try await town.signedIn("coordinator")
        let members = try await town.seatsCommittee(3, by: coordinator)
        let words =
            "confidentiality: {advisement: {opening: \"What you say stays between us.\", basis: {chosen: \"of the test\"}}}"
        let id = try await Self.draft(words, by: coordinator, in: town)
        _ = try await coordinator.post("/policy-drafts/\(id)/submission")
        try await Self.votes(.no, on: id, members, town)
        #expect(try await Self.status(of: id, by: coordinator) == "refused")
        #expect(try await coordinator.post("/policy-drafts/\(id)/day", ["startsOn": try town.today]).status == 422)
        try await town.programmes.putPoliciesInForce()
        #expect(try await Self.inForce(town) != "of the test")
    }
}
