import Operations
import Program
import Testing
import Web
import WebSupport

/// How members sign, pause, come back, are reviewed and removed, each by its own agency's policy, on the pages of those who do it.
@Suite struct MembershipTests {
    private func agreementText(_ client: Client) async throws -> String {
        let page = try await client.page("/agreement")
        let form = try #require(page.forms.first { $0.action == "/agreement/signature" })
        return try #require(form.values(of: "text").first)
    }

    @Test(
        .clause("SAC-III.A.2.d"), .clause("IACP-4.5"), .clause("IACP-6.7"), .clause("IACP-7.4"), .clause("PD-E.5"),
        .clause("PD-POL-3"), .clause("KSO-E.6"), .clause("OCP-I.C.3.h"),
        arguments: [
            ("sacramento-probation", "SAC-III.A.2.d"), ("iacp", "IACP-7.4"), ("police-division", "PD-POL-3"),
            ("kern-sheriff", "KSO-E.6"), ("orange-county-probation", "OCP-I.C.3.h"),
        ])
    func theAgreementIsSignedByNameTimeAndText(_ pack: String, _ clause: String) async throws {
        let town = try await DemoTown.on(pack)
        let member = try await town.signedIn("supporter")
        let keeper = try await town.signedIn("coordinator")
        let words = try await member.page("/agreement").words
        for item in town.agency.policy.agreement.items { #expect(words.contains(item.label)) }
        #expect(words.contains(clause))
        let text = try await agreementText(member)
        let name = town.agency.policy.title(of: RoleID("supporter"))
        #expect(try await member.post("/agreement/signature", ["name": "Somebody Else", "text": text]).status == 422)
        let other = String(repeating: "0", count: 64)
        #expect(try await member.post("/agreement/signature", ["name": name, "text": other]).status == 422)
        #expect(try await member.post("/agreement/signature", ["name": name, "text": text]).status == 303)
        #expect(try await member.page("/agreement").section("Signed")?.words.contains(name) == true)
        let signed = try await keeper.read("/api/v1/agreement/signatures")["signatures"]?.array?.first
        #expect(signed?.text("text") == text && signed?.text("signedAs") == name && signed?["isInForce"] == true)
    }

    @Test(.clause("SAC-II.D.4"), .clause("SAC-IV.A"), .clause("SAC-IV.C"))
    func aSupporterPausesAndComesBackByThemselves() async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let member = try await town.signedIn("supporter")
        let coordinator = try await town.signedIn("coordinator")
        let seated = try await town.signedIn("committee-member")
        #expect(try await seated.post("/relevant-reasons", ["label": "A family matter"]).status == 303)
        #expect(try await member.page("/membership").words.contains("A family matter"))
        #expect(try await member.post("/membership/pause", ["reason": "canary-own"]).status == 422)
        #expect(
            try await member.post("/membership/pause", ["relevant": "yes", "reason": "canary-own"]).status == 303)
        #expect(try await member.get("/offers").status == 404)
        #expect(try await member.page("/membership").words.contains("canary-own"))
        #expect(try await coordinator.notices().contains { $0.text("kind") == "membership-changed" })
        // What they wrote is for two roles and nobody else.
        let path = "/memberships/\(try town.member("supporter").account)"
        let liaison = try await town.signedIn("management-liaison")
        for client in [coordinator, liaison] {
            let page = try await client.page(path).words
            #expect(page.contains("canary-own") && page.contains("A pause of their own"))
        }
        #expect(try await !seated.page("/home").words.contains("canary-own"))
        #expect(try await !seated.page(path).words.contains("canary-own"))
        #expect(try await member.post("/membership/return").status == 303)
        #expect(try await member.get("/offers").status == 200)
        #expect(try await member.post("/membership/withdrawal").status == 303)
        #expect(try await member.get("/offers").status == 404)
        #expect(try await member.page("/membership").words.contains("Your membership has ended"))
    }

    @Test(.clause("SAC-II.D.5"), .clause("SAC-IV.B"), .clause("SAC-IV.C"))
    func placedOnInactiveStatusTheReasonIsForTwoRolesAlone() async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let member = try await town.signedIn("supporter")
        let coordinator = try await town.signedIn("coordinator")
        let liaison = try await town.signedIn("management-liaison")
        let seated = try await town.signedIn("committee-member")
        let account = try town.member("supporter").account
        let path = "/memberships/\(account)"
        for client in [member, seated] {
            #expect(try await client.post("\(path)/inactivity", ["reason": "medical-leave"]).status == 404)
        }
        #expect(try await liaison.post("\(path)/inactivity", ["reason": "because"]).status == 422)
        #expect(try await liaison.post("\(path)/inactivity", ["reason": "medical-leave"]).status == 303)
        #expect(try await member.get("/offers").status == 404)
        #expect(try await member.post("/membership/return").status == 422)
        for client in [liaison, coordinator] {
            #expect(try await client.page(path).words.contains("Medical leave"))
        }
        for (client, place) in [(seated, path), (seated, "\(path)/history"), (member, "/membership")] {
            #expect(try await !client.page(place).words.contains("Medical leave"), "\(place)")
        }
        let seen = try await seated.page("\(path)/history").words
        #expect(!seen.contains("inactive status"))
        #expect(try await coordinator.post("\(path)/return").status == 303)
        #expect(try await member.get("/offers").status == 200)
    }

    @Test(.clause("OCP-II.H.1.e")) func theAdministratorRemovesAtWill() async throws {
        let town = try await DemoTown.on("orange-county-probation")
        let member = try await town.signedIn("supporter")
        let coordinator = try await town.signedIn("coordinator")
        let administrator = try await town.signedIn("administrator")
        let path = "/memberships/\(try town.member("supporter").account)/removal"
        #expect(try await coordinator.post(path).status == 404)
        #expect(try await administrator.post(path).status == 303)
        #expect(try await member.get("/offers").status == 404)
    }

    @Test(.clause("KSO-F.1-0"), .clause("KSO-F.1.a-f"), .clause("KSO-B-9"), .clause("KSO-E.7"))
    func aRemovalWaitsForTheChiefDeputyAndForALeader() async throws {
        let town = try await DemoTown.on("kern-sheriff")
        let member = try await town.signedIn("supporter")
        let coordinator = try await town.signedIn("coordinator")
        let leader = try await town.signedIn("leader")
        let chief = try await town.signedIn("chief-deputy")
        let path = "/memberships/\(try town.member("supporter").account)"
        #expect(try await leader.post("\(path)/removal", ["ground": "absence"]).status == 404)
        let without = try await coordinator.post("\(path)/removal", ["ground": "dislike"])
        #expect(without.status == 422)
        #expect(try await coordinator.post("\(path)/removal", ["ground": "work-performance"]).status == 303)
        #expect(try await member.get("/offers").status == 200)
        #expect(try await coordinator.post("\(path)/removal/decision", ["decision": "approve"]).status == 404)
        let unheard = try await chief.post("\(path)/removal/decision", ["decision": "approve"])
        #expect(unheard.status == 422 && unheard.text.contains("KSO-B-9"))
        #expect(try await leader.post("\(path)/removal/hearing").status == 303)
        #expect(try await coordinator.post("\(path)/discipline").status == 303)
        #expect(try await chief.page(path).words.contains("Shortcomings in the primary assignment"))
        #expect(try await chief.post("\(path)/removal/decision", ["decision": "approve"]).status == 303)
        #expect(try await member.get("/offers").status == 404)
    }

    @Test(.clause("KSO-C.1")) func theYearlyReviewIsPassOrFailInBothParts() async throws {
        let town = try await DemoTown.on("kern-sheriff")
        let coordinator = try await town.signedIn("coordinator")
        let reviewer = try await town.signedIn("personnel-reviewer")
        let path = "/memberships/\(try town.member("supporter").account)"
        #expect(try await coordinator.post("\(path)/review", ["criminal": "passed"]).status == 404)
        #expect(try await reviewer.post("\(path)/review", ["criminal": "passed"]).status == 422)
        let both: KeyValuePairs = ["criminal": "passed", "administrative": "failed"]
        #expect(try await reviewer.post("\(path)/review", both).status == 303)
        #expect(try await reviewer.page(path).words.contains("not passed"))
        #expect(try await coordinator.post("\(path)/removal", ["ground": "annual-review"]).status == 303)
        #expect(try await coordinator.page(path).words.contains("The last yearly review was not passed."))
    }

    @Test(.clause("KSO-A.4")) func aLeaderSeesTheDutiesOfTheirOwnMembers() async throws {
        let town = try await DemoTown.on("kern-sheriff")
        let coordinator = try await town.signedIn("coordinator")
        let leader = try await town.signedIn("leader")
        let path = "/memberships/\(try town.member("supporter").account)/leader"
        #expect(try await leader.page("/members-led").words.contains("Nobody yet"))
        let stranger = try town.member("chief-deputy").account
        #expect(try await coordinator.post(path, ["leader": stranger]).status == 422)
        #expect(try await coordinator.post(path, ["leader": try town.member("leader").account]).status == 303)
        #expect(try await leader.page("/members-led").table("Their duties")?.count == 2)
        #expect(try await leader.get("/requests").status == 404)
    }

    @Test(.clause("IACP-4.3"), .clause("IACP-4.4")) func leaveIsEncouragedAndGroundsAreTheGuidelines() async throws {
        let town = try await DemoTown.on("iacp")
        let member = try await town.signedIn("supporter")
        let coordinator = try await town.signedIn("coordinator")
        let page = try await member.page("/membership")
        #expect(page.words.contains("it is encouraged") && page.words.contains("You are not asked why."))
        let form = try #require(page.forms.first { $0.action == "/membership/pause" })
        #expect(!form.names.contains("reason"))
        #expect(try await member.post("/membership/pause").status == 303)
        #expect(try await member.get("/offers").status == 404)
        #expect(try await member.post("/membership/return").status == 303)
        let path = "/memberships/\(try town.member("supporter").account)/removal"
        #expect(try await coordinator.post(path, ["ground": "dislike"]).status == 422)
        #expect(try await coordinator.post(path, ["ground": "standing"]).status == 303)
        #expect(try await member.get("/offers").status == 404)
    }
}
