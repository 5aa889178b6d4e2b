import Operations
import Program
import Store
import TestSupport
import Testing
import Web
import WebSupport

/// Two agencies on one server that agree on helping each other, each by its own policy.
@Suite struct MutualAidTests {
    private static let own = """
        id: springfield
        version: "1"
        extends: iacp-demonstration
        agency:
          title: Springfield Police
        roles:
          - {id: sponsor, title: Deputy Chief}
        """

    private static func start() async throws -> DemoTown {
        try await DemoTown.start(on: [BundledPacks.named("iacp"), BundledPacks.own(own)])
    }

    private static let sentence = "If you would rather ask another agency’s team"

    @Test(.clause("IACP-3.9.2-1")) func membersAreLentByAnAgreementThatBothCommandsApproved() async throws {
        let town = try await Self.start()
        let other = try town.agency("springfield")
        let coordinator = try await town.signedIn("coordinator")
        let (sponsor, theirs) = (
            try await town.signedIn("sponsor"), try await town.signedIn("sponsor", at: "springfield")
        )
        #expect(try await coordinator.page("/team").links.contains("/mutual-aid"))
        // Nothing is agreed on, so nobody is sent there and nobody can say that they come from here.
        #expect(try await !town.seekersMayAskElsewhere())
        #expect(try await town.asksAtOther(other).status == 422)

        // The policy names who proposes and who approves; a partner of its own making is no agency.
        let proposing = try await coordinator.page("/mutual-aid")
        let form = try #require(proposing.forms.first { $0.action == "/mutual-aid/agreements" })
        #expect(proposing.options(of: "partner") == [other.agency.id])
        #expect(form.values(of: "purposes") == ["lending", "incidents", "regional"])
        let unknown = try await coordinator.propose(["partner": "zzzzzzzzzzzzzzzzzzzzzzzzzz", "purposes": "lending"])
        #expect(unknown.status == 422 && unknown.text.contains("IACP-3.9.2-1") && unknown.text.contains("Agency:"))
        #expect(try await coordinator.propose(["partner": other.agency.id]).status == 422)
        #expect(try await sponsor.propose(["partner": other.agency.id, "purposes": "lending"]).isNothing(for: sponsor))
        #expect(try await coordinator.propose(["partner": other.agency.id, "purposes": "lending"]).status == 303)
        let id = try #require(try await coordinator.agreements().first?.text("id"))
        let path = "/mutual-aid/agreements/\(id)"

        // Before command's yes the other agency knows of nothing, and whoever proposed it cannot approve it.
        #expect(try await theirs.agreements().isEmpty)
        let (early, none) = (
            try await theirs.post("\(path)/approval"),
            try await theirs.post("/mutual-aid/agreements/\(String(id.reversed()))/approval")
        )
        #expect(early == none && early.status == 404)
        #expect(try await theirs.post("\(path)/ending").isNothing(for: theirs))
        #expect(try await coordinator.post("\(path)/approval").isNothing(for: coordinator))
        #expect(try await sponsor.notices().contains { $0.text("kind") == "aid-waits" })
        #expect(try await theirs.notices().allSatisfy { $0.text("kind") != "aid-waits" })
        #expect(try await sponsor.page("/home").links.contains("/mutual-aid"))

        // One yes is not two.
        #expect(try await sponsor.post("\(path)/approval").status == 303)
        #expect(try await sponsor.post("\(path)/approval").status == 422)
        #expect(try await theirs.notices().contains { $0.text("kind") == "aid-waits" })
        #expect(try await !town.seekersMayAskElsewhere())
        #expect(try await town.asksAtOther(other).status == 422)
        #expect(try await theirs.post("\(path)/approval").status == 303)
        let agreed = try #require(try await theirs.agreements().first)
        #expect(agreed.text("status") == "in-force" && agreed["otherApproval"]?.text("on") == "2026-03-10")
        for keeper in [coordinator, try await town.signedIn("coordinator", at: "springfield")] {
            #expect(try await keeper.notices().contains { $0.text("kind") == "aid-changed" })
            #expect(try await keeper.page("/mutual-aid").words.contains("Deputy Chief, on 10 March 2026"))
        }

        // A seeker reads of it where they would ask, follows the link, and chooses one of that team.
        #expect(try await town.seekersMayAskElsewhere())
        let member = try await town.signedIn("supporter", at: "springfield")
        try await town.opensHours(member)
        let page = try await town.visitor().page("/agencies/springfield/ask")
        let choice = try #require(page.forms.first { $0.action == "/agencies/springfield/ask" })
        #expect(choice.values(of: "standing").contains("partner") && page.words.contains(town.agency.agency.name))
        let chosen = try #require(other.members["supporter"]?.account)
        #expect(page.options(of: "wanted").contains(chosen))
        #expect(try await town.asksAtOther(other, of: chosen).status == 303)
        let offer = try await member.offer()
        #expect(try await member.page("/offers/\(offer)").words.contains("an agency with which there is an agreement"))
        #expect(try await town.signedIn("supporter").offers().isEmpty)

        // Either side ends it at once; who asked before is not left alone.
        #expect(try await theirs.post("\(path)/ending").status == 303)
        #expect(try await coordinator.agreements().first?.text("status") == "ended")
        #expect(try await !town.seekersMayAskElsewhere())
        let late = try await town.asksAtOther(other)
        #expect(late.status == 422 && late.text.contains("This programme is for others"))
        #expect(try await member.accept(offer).status == 303)
    }

    /// Whoever proposes or approves on either side is told before the last day, and when it has passed: once each.
    @Test(.clause("IACP-3.9.2-1")) func bothAgenciesAreToldOfTheLastDay() async throws {
        let town = try await Self.start()
        let other = try town.agency("springfield")
        let coordinator = try await town.signedIn("coordinator")
        let proposed = try await coordinator.propose([
            "partner": other.agency.id, "purposes": "lending", "until": "2026-04-30",
        ])
        #expect(proposed.status == 303)
        let path = "/mutual-aid/agreements/\(try #require(try await coordinator.agreements().first?.text("id")))"
        for agency in ["iacp", "springfield"] {
            #expect(try await town.signedIn("sponsor", at: agency).post("\(path)/approval").status == 303)
        }
        #expect(try await coordinator.page("/mutual-aid").words.contains("30 days before an agreement’s last day"))
        func told() async throws -> [(ends: Int, changed: Int)] {
            var counts: [(Int, Int)] = []
            for agency in ["iacp", "springfield"] {
                for role in ["coordinator", "sponsor"] {
                    let kinds = try await town.signedIn(role, at: agency).notices().map { $0.text("kind") }
                    counts.append((kinds.count { $0 == "aid-ends" }, kinds.count { $0 == "aid-changed" }))
                }
            }
            return counts
        }
        let before = try await told().map(\.changed)
        for (day, ends, over) in [("2026-03-30", 0, 0), ("2026-03-31", 1, 0), ("2026-05-01", 1, 1)] {
            try town.turn(to: "\(day)T19:00:00Z")
            for _ in 0..<2 { try await town.programmes.remindOfAidEnds() }
            let now = try await told()
            #expect(now.map(\.ends) == [ends, ends, ends, ends], "\(day)")
            #expect(now.map(\.changed) == before.map { $0 + over }, "\(day)")
        }
    }

    /// Each side's chain has what was done, and nobody of the other agency.
    @Test func neitherChainNamesAnybodyOfTheOtherAgency() async throws {
        let town = try await Self.start()
        let other = try town.agency("springfield")
        let coordinator = try await town.signedIn("coordinator")
        #expect(try await coordinator.propose(["partner": other.agency.id, "purposes": "regional"]).status == 303)
        let path = "/mutual-aid/agreements/\(try #require(try await coordinator.agreements().first?.text("id")))"
        for agency in ["iacp", "springfield"] {
            let sponsor = try await town.signedIn("sponsor", at: agency)
            #expect(try await sponsor.post("\(path)/approval").status == 303)
        }
        let (ours, theirs) = (try await town.aidEntries(town.agency), try await town.aidEntries(other))
        #expect(ours.map(\.act) == ["aid.proposed", "aid.approved", "aid.approved"])
        #expect(theirs.map(\.act) == ["aid.offered", "aid.approved"])
        #expect(ours.last?.actor == "partner" && theirs.first?.actor == "partner")
        let people = Set(town.agency.members.values.map(\.account))
        #expect(theirs.allSatisfy { !people.contains($0.actor) })
        // Nor do the pages: neither a name nor an account of the one stands on the other's.
        let page = try await town.signedIn("coordinator", at: "springfield").page("/mutual-aid")
        #expect(people.allSatisfy { !page.markup.contains($0) })
    }

    /// A policy that has no such rule agrees to nothing of the kind, and the proposal says whose.
    @Test func bothPoliciesNeedTheRule() async throws {
        let town = try await DemoTown.start(packs: ["iacp", "orange-county-probation", "kern-sheriff"])
        let coordinator = try await town.signedIn("coordinator")
        let county = try town.agency("orange-county-probation")
        let refused = try await coordinator.propose(["partner": county.agency.id, "purposes": "lending"])
        #expect(refused.status == 422 && refused.text.contains(county.agency.name))
        #expect(try await coordinator.propose(["partner": county.agency.id, "purposes": "incidents"]).status == 303)
        let sheriff = try await town.signedIn("coordinator", at: "kern-sheriff")
        #expect(try await sheriff.get("/mutual-aid").isNothing(for: sheriff))
        // Of the county the Director approves.
        let id = try #require(try await coordinator.agreements().first?.text("id"))
        #expect(try await town.signedIn("sponsor").post("/mutual-aid/agreements/\(id)/approval").status == 303)
        let director = try await town.signedIn("division-director", at: "orange-county-probation")
        #expect(try await director.page("/mutual-aid").words.contains("Incidents answered together"))
        #expect(try await director.post("/mutual-aid/agreements/\(id)/refusal").status == 303)
        #expect(try await coordinator.agreements().first?.text("status") == "declined")
        #expect(try await director.post("/mutual-aid/agreements/\(id)/approval").status == 422)
    }

    /// What has a last day is over with it.
    @Test func anAgreementHoldsUntilItsLastDay() async throws {
        let town = try await Self.start()
        let other = try town.agency("springfield")
        let coordinator = try await town.signedIn("coordinator")
        let past = ["partner": other.agency.id, "purposes": "lending", "until": "2026-03-09"] as KeyValuePairs
        #expect(try await coordinator.propose(past).text.contains("Last day: today or later."))
        let ahead = ["partner": other.agency.id, "purposes": "lending", "until": "2026-03-11"] as KeyValuePairs
        #expect(try await coordinator.propose(ahead).status == 303)
        #expect(try await coordinator.propose(ahead).status == 422)
        let path = "/mutual-aid/agreements/\(try #require(try await coordinator.agreements().first?.text("id")))"
        for agency in ["iacp", "springfield"] {
            #expect(try await town.signedIn("sponsor", at: agency).post("\(path)/approval").status == 303)
        }
        #expect(try await town.seekersMayAskElsewhere())
        try town.turn(to: "2026-03-12T07:30:00Z")
        #expect(try await !town.seekersMayAskElsewhere())
        #expect(try await town.asksAtOther(other).status == 422)
    }
}

extension DemoTown {
    /// Whether the first agency's pages for seekers lead to another agency's team; the link says nothing of where they come from.
    fileprivate func seekersMayAskElsewhere() async throws -> Bool {
        var found: Set<Bool> = []
        for path in ["/agencies/iacp", "/agencies/iacp/ask"] {
            let page = try await visitor().page(path)
            found.insert(page.links.contains("/agencies/springfield/ask"))
            #expect(page.links.allSatisfy { !$0.hasPrefix("/agencies/springfield/ask?") })
        }
        try #require(found.count == 1)
        return found.contains(true)
    }

    /// Somebody of the first agency asks the other's team, and says so.
    fileprivate func asksAtOther(_ agency: DemoAgency, of member: String = "") async throws -> Reply {
        try await visitor().post(
            "/agencies/\(agency.slug)/ask",
            [
                "origin": "oneself", "standing": "partner", "way": "message", "advisementRead": "yes", "wanted": member,
            ])
    }

    fileprivate func aidEntries(_ agency: DemoAgency) async throws -> [AuditRow] {
        try await programmes.database.read { transaction in
            try transaction.auditEntries(agency: agency.agency.id, after: 0, limit: 10_000)
        }.filter { $0.act.hasPrefix("aid.") }
    }
}

extension Client {
    fileprivate func propose(_ fields: KeyValuePairs<String, String>) async throws -> Reply {
        try await post("/mutual-aid/agreements", fields)
    }

    fileprivate func agreements() async throws -> [JSON] {
        try await read("/api/v1/mutual-aid/agreements")["agreements"]?.array ?? []
    }
}
