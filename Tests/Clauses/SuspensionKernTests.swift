import Operations
import Program
import Testing
import Web
import WebSupport

/// Any sign of a breach of confidence under Kern County's policy.
@Suite struct SuspensionKernTests {
    @Test(.clause("KSO-H.9.a")) func theCoordinatorSuspendsAtOnceAndTheChiefDeputyHasTheLastWord() async throws {
        let town = try await DemoTown.on("kern-sheriff")
        let coordinator = try await town.signedIn("coordinator")
        let leader = try await town.signedIn("leader")
        let chief = try await town.signedIn("chief-deputy")
        let other = try await town.newcomer(
            "a.other", named: "A. Other", as: "supporter", since: "2026-01-01", by: coordinator)
        let member = try await town.signedIn("supporter")
        for client in [member, other] { try await town.opensHours(client) }
        _ = try await member.post("/card", ["name": "Marion Teal"])
        let account = try town.member("supporter").account

        let waiting = try await town.asks()
        let mine = try await town.seeker { $0.wanted = [account] }
        let ids = try await member.offers()
        let preferred = try #require(
            try await member.read("/api/v1/offers")["offers"]?.array?.first { $0["isPreferred"] == true })
        let id = preferred.text("id")
        #expect(ids.count == 2)
        _ = try await member.accept(id)
        _ = try await member.advise(id)
        #expect(try await member.get("/requests/\(id)").status == 200)
        #expect(try await town.visitor().page("/agencies/kern-sheriff").words.contains("Marion Teal"))

        // Only the coordinator, with one button and nothing to write.
        for client in [leader, chief, other] {
            let path = "/accounts/\(account)/suspension"
            #expect(try await client.post(path) == client.post("/no-such-thing"))
        }
        let page = try await coordinator.page("/accounts/\(account)")
        let form = try #require(page.forms.first { $0.action == "/accounts/\(account)/suspension" })
        #expect(form.controls.allSatisfy { !$0.takesWords } && page.words.contains("KSO-H.9.a"))
        #expect(try await coordinator.post(form.action).status == 303)
        #expect(try await coordinator.page("/accounts/\(account)").words.contains("A breach of confidentiality"))

        // On the member's next click nothing of the team is there, and everything of an employee is.
        for path in ["/offers", "/requests", "/requests/\(id)", "/offers/\(ids[0])", "/card", "/incidents"] {
            #expect(try await member.get(path).isNothing(for: member), "\(path)")
        }
        #expect(try await member.api(.get, "/api/v1/requests/\(id)").isNothing(for: member, api: true))
        let home = try await member.page("/home").words
        #expect(home.contains("You are not on the team just now") && home.contains("KSO-H.9.a"))
        #expect(home.contains("Support Services Bureau Chief Deputy"))
        for path in ["/account", "/notices", "/agencies/kern-sheriff", "/agencies/kern-sheriff/ask"] {
            #expect(try await member.get(path).status == 200, "\(path)")
        }
        #expect(try await !town.visitor().page("/agencies/kern-sheriff").words.contains("Marion Teal"))
        let called = try await leader.api(.post, "/api/v1/call-outs", [:])
        let callOut = try await leader.read("/api/v1/call-outs/\(called.json?.text("id") ?? "")")
        for list in ["paged", "candidates"] {
            #expect(callOut[list]?.array?.contains { $0.text("account") == account } == false)
        }

        // What was open is offered to the other, and the seeker is not told why.
        #expect(try await Set(other.offers()) == Set(ids))
        #expect(try await waiting.view().status == .offered)
        let seen = try await mine.page("/support").words
        #expect(seen.contains("Your supporter is not available any more; we are asking somebody else."))
        for word in ["suspend", "breach", "KSO-H.9.a"] { #expect(!seen.lowercased().contains(word.lowercased())) }

        // The last word is the chief deputy's, who alone reads of whom it is.
        let notice = try #require(try await chief.notices().first { $0.text("kind") == "suspension" })
        #expect(notice["suspension"]?.text("ground") == "A breach of confidentiality")
        let asked = try await chief.page("/notices")
        #expect(asked.words.contains("KSO-F.1-0") && asked.words.contains("Remove for good"))
        for client in [coordinator, leader, other] {
            #expect(try await !client.notices().contains { $0.text("kind") == "suspension" })
        }
        let decision = "/notices/\(notice.text("id"))/decision"
        #expect(try await leader.post(decision, ["decision": "lift"]).status == 404)
        #expect(try await chief.post(decision).status == 422)
        #expect(try await chief.post(decision, ["decision": "remove"]).text.contains("KSO-B-9"))
        #expect(try await leader.post("/memberships/\(account)/removal/hearing").status == 303)
        #expect(try await chief.post(decision, ["decision": "remove"]).status == 303)
        #expect(try await member.page("/home").words.contains("You are no longer a member of the team"))
        #expect(try await chief.notices().isEmpty)
        #expect(try await member.get("/offers").isNothing(for: member))
    }

    @Test(.clause("KSO-H.9.a")) func liftedTheMemberIsBackAsBefore() async throws {
        let town = try await DemoTown.on("kern-sheriff")
        let coordinator = try await town.signedIn("coordinator")
        let chief = try await town.signedIn("chief-deputy")
        let member = try await town.signedIn("supporter")
        try await town.opensHours(member)
        let account = try town.member("supporter").account
        #expect(try await coordinator.api(.post, "/api/v1/accounts/\(account)/suspension").status == 204)
        let standing = try await coordinator.read("/api/v1/accounts/\(account)/suspension")["suspension"]
        #expect(standing?.text("ground") == "A breach of confidentiality" && standing?["confirmedOn"] == .null)
        let notice = try #require(try await chief.notices().first).text("id")
        let lifted = try await chief.api(.post, "/api/v1/notices/\(notice)/decision", ["decision": "lift"])
        #expect(lifted.status == 204)
        _ = try await town.asks()
        #expect(try await member.offers().count == 1)
        #expect(try await !member.page("/home").words.contains("You are not on the team just now"))
        #expect(try await coordinator.read("/api/v1/accounts/\(account)/suspension")["suspension"] == .null)
    }
}
