import Operations
import Program
import Testing
import Web
import WebSupport

/// Whether a supporter is the right one: what they say before they learn who it is.
@Suite struct OfferTests {
    @Test(.clause("IACP-5.2")) func anOfferIsPassedOnWithoutAReason() async throws {
        let town = try await DemoTown.on("iacp")
        let supporter = try await town.signedIn("supporter")
        try await town.opensHours(supporter)
        let seeker = try await town.asks()
        let id = try await supporter.offer()
        let page = try await supporter.page("/offers/\(id)")
        let limits = try #require(town.agency.policy.statements.first { $0.id == "own-limits" })
        #expect(page.words.contains(limits.text))
        #expect(page.words.contains("I should not take this"))
        #expect(page.controls.allSatisfy { !$0.takesWords })
        let forms = page.forms.filter { $0.action == "/offers/\(id)/pass" }
        #expect(forms.first?.names.isEmpty == true)
        #expect(try await supporter.post("/offers/\(id)/pass").status == 303)
        #expect(try await supporter.offers().isEmpty)
        #expect(try await supporter.get("/offers/\(id)").isNothing(for: supporter))
        #expect(try await supporter.notices().isEmpty)
        #expect(try await seeker.view().status == .offered)
    }

    @Test(.clause("IACP-7.1")) func whoeverIsTooCloseSaysSoBeforeTakingIt() async throws {
        let town = try await DemoTown.on("iacp")
        let supporter = try await town.signedIn("supporter")
        try await town.opensHours(supporter)
        let seeker = try await town.asks()
        let id = try await supporter.offer()
        let page = try await supporter.page("/offers/\(id)")
        #expect(
            page.words.contains("family, friendship, faith, love, money, or a quarrel. It could cloud how I listen."))
        let unsaid = try await supporter.post("/offers/\(id)/acceptance")
        #expect(unsaid.status == 422 && unsaid.text.contains("IACP-7.1"))
        let tied = try await supporter.accept(id, ties: ["relationship"])
        #expect(tied.status == 422 && tied.text.contains("IACP-7.1"))
        #expect(try await supporter.offers().isEmpty)
        #expect(try await supporter.get("/requests/\(id)").isNothing(for: supporter))
        #expect(try await seeker.view().status == .offered)
    }

    @Test(.clause("OCP-II.C")) func whoeverMayInvestigateIsNeverOfferedAndOthersAttest() async throws {
        let town = try await DemoTown.on("orange-county-probation")
        try await town.employs([
            ("1", "Ines", "", supervises: false, investigates: true),
            ("2", "Ray", "", supervises: false, investigates: false),
        ])
        let investigator = try await town.supporter("ines", named: "Ines", employee: "1")
        let member = try await town.supporter("ray", named: "Ray", employee: "2")
        let other = try await town.signedIn("supporter")
        _ = try await town.asks()
        #expect(try await investigator.offers().isEmpty)

        let id = try await member.offer()
        #expect(try await other.offer() == id)
        let form = try #require(
            try await member.page("/offers/\(id)").forms.first { $0.action == "/offers/\(id)/acceptance" })
        #expect(form.values(of: "ties") == ["investigativeFunction"])
        // Nobody accepts without having attested.
        let unsaid = try await member.post("/offers/\(id)/acceptance")
        #expect(unsaid.status == 422 && unsaid.text.contains("OCP-II.C"))
        let tied = try await member.accept(id, ties: ["investigativeFunction"])
        #expect(tied.status == 422 && tied.text.contains("OCP-II.C"))
        #expect(try await member.offers().isEmpty)
        #expect(try await member.get("/requests/\(id)").isNothing(for: member))
        #expect(try await other.offer() == id)
        for _ in 0..<6 {
            try await town.goOn(minutes: 30)
            #expect(try await investigator.offers().isEmpty)
        }
    }

    @Test(
        .clause("KSO-I.1.a", "KSO-I.1.c"),
        arguments: [("relationship", "KSO-I.1.a"), ("sharedInvestigation", "KSO-I.1.c")])
    func aTieBarsAndNobodyAsksForAReason(tie: String, clause: String) async throws {
        let town = try await DemoTown.on("kern-sheriff")
        let keeper = try await town.signedIn("coordinator")
        let close = try await town.newcomer(
            "a.close", named: "A. Close", as: "supporter", since: "2026-01-01", by: keeper)
        let tied = try await town.newcomer(
            "b.tied", named: "B. Tied", as: "supporter", since: "2026-01-01", by: keeper)
        let free = try await town.signedIn("supporter")
        for client in [close, tied, free] { try await town.opensHours(client) }
        let account = try await town.staff(close).account
        _ = try await town.asks { $0.unwanted.accounts = [account] }
        #expect(try await close.offers().isEmpty)

        let id = try await tied.offer()
        let page = try await tied.page("/offers/\(id)")
        let form = try #require(page.forms.first { $0.action == "/offers/\(id)/acceptance" })
        #expect(form.values(of: "ties").contains(tie))
        // A tie that nobody has heard of is not taken for none.
        let unheard = try await tied.accept(id, ties: ["friendship"])
        #expect(unheard.status == 422 && unheard.text.contains("href=\"#field-ties\""))
        #expect(try await tied.offer() == id)
        let refused = try await tied.accept(id, ties: [tie])
        #expect(refused.status == 422 && refused.text.contains(clause))
        #expect(try await tied.offers().isEmpty)
        #expect(try await free.offer() == id)
        for _ in 0..<4 {
            try await town.goOn(minutes: 20)
            for client in [close, tied] { #expect(try await client.offers().isEmpty) }
        }
        // Nowhere is a reason asked for: not of the supporter, not of the seeker.
        let ask = try await town.visitor().page("/agencies/kern-sheriff/ask")
        #expect(ask.controls.contains { $0.name == "units" })
        #expect((page.controls + ask.controls).allSatisfy { !$0.name.lowercased().contains("reason") })
        let bodies = try Interface(try await free.read("/api/v1/agencies/kern-sheriff/openapi.json")).bodies
        for name in ["acceptOffer", "passOffer"] {
            #expect(bodies[name]?.properties.contains { $0.schema.takesWords } == false, "\(name)")
        }
    }

    @Test(.clause("SAC-II.D.3.k")) func aConflictOfInterestIsToldWithOneTapAndNamesNobody() async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let coordinator = try await town.signedIn("coordinator")
        let other = try await town.newcomer(
            "a.lopez", named: "A. Lopez", as: "supporter", since: "2026-01-01", by: coordinator)
        let supporter = try await town.signedIn("supporter")
        _ = try await town.asks {
            $0.name = "Quentin Canary"
            $0.words = "About my brother"
        }
        let id = try await supporter.offer()
        let page = try await supporter.page("/offers/\(id)")
        let tap = try #require(page.forms.first { $0.names == ["conflict"] })
        #expect(tap.action == "/offers/\(id)/pass" && page.words.contains("SAC-II.D.3.k"))
        #expect(try await supporter.post(tap.action, ["conflict": "yes"]).status == 303)
        #expect(try await supporter.offers().isEmpty)
        #expect(try await other.offer() == id)
        for role in ["coordinator", "management-liaison"] {
            let told = try await town.signedIn(role)
            let notices = try await told.notices().filter { $0.text("kind") == "conflict" }
            #expect(notices.count == 1, "\(role)")
            let words = try await told.page("/notices").words
            for secret in ["Quentin", "Canary", "brother", id] { #expect(!words.contains(secret), "\(role)") }
        }
    }

    /// One that shows only after the request was taken is told just so, and the request is somebody else's at once.
    @Test(.clause("SAC-II.D.3.k", "OCP-II.C", "IACP-7.3"), arguments: ["page", "interface"])
    func aConflictThatShowsLaterIsToldWithOneTapToo(way: String) async throws {
        for pack in ["sacramento-probation", "orange-county-probation", "iacp"] {
            let town = try await DemoTown.on(pack)
            let coordinator = try await town.signedIn("coordinator")
            let other = try await town.newcomer(
                "a.lopez", named: "A. Lopez", as: "supporter", since: "2026-01-01", by: coordinator)
            let supporter = try await town.signedIn("supporter")
            for client in [supporter, other] { try await town.opensHours(client) }
            let seeker = try await town.asks { $0.name = "Quentin Canary" }
            let id = try await supporter.take()
            _ = try await supporter.act(id, "in-touch")
            let page = try await supporter.page("/requests/\(id)")
            let tap = try #require(page.forms.first { $0.action == "/requests/\(id)/conflict" })
            let rule = try #require(town.agency.policy.requests.conflictNotice)
            let clause = try #require(rule.basis.clauses.first).text
            #expect(tap.names.isEmpty && page.words.contains(clause))
            if way == "page" {
                #expect(try await supporter.post(tap.action).status == 303)
            } else {
                #expect(try await supporter.api(.post, "/api/v1\(tap.action)").status == 204)
            }
            #expect(try await supporter.get("/requests/\(id)").isNothing(for: supporter), "\(pack)")
            #expect(try await supporter.offers().isEmpty)
            #expect(try await other.offer() == id)
            #expect(try await seeker.view().supporter == nil)
            for role in rule.to {
                let told = try await town.signedIn(role.text)
                #expect(try await told.notices().count { $0.text("kind") == "conflict" } == 1, "\(pack) \(role)")
                let words = try await told.page("/notices").words
                for secret in ["Quentin", "Canary", id] { #expect(!words.contains(secret), "\(pack) \(role)") }
            }
        }
    }

    /// Where nobody is told of conflicts there is no such tap and no such address.
    @Test(.clause("KSO-H.8")) func whereNobodyIsToldOfConflictsTheRequestIsHandedOff() async throws {
        let town = try await DemoTown.on("kern-sheriff")
        let supporter = try await town.signedIn("supporter")
        try await town.opensHours(supporter)
        _ = try await town.asks()
        let id = try await supporter.take()
        let page = try await supporter.page("/requests/\(id)")
        #expect(!page.forms.contains { $0.action.hasSuffix("/conflict") })
        #expect(page.links.contains("/requests/\(id)/hand-off"))
        #expect(try await supporter.act(id, "conflict") == supporter.act(id, "no-such-thing"))
        #expect(try await supporter.get("/requests/\(id)").status == 200)
    }

    /// A supervisor among the supporters keeps the duty to act on misconduct, says so, and confirms it once more.
    @Test(.clause("SAC-VI.E", "SAC-VI.F")) func aSupervisorGivesTheFurtherAdmonishment() async throws {
        let town = try await DemoTown.on("sacramento-probation")
        try await town.employs([("20", "Sam", "", supervises: true, investigates: false)])
        let sergeant = try await town.supporter("sam", named: "Sam", employee: "20")
        let colleague = try await town.signedIn("supporter")
        let policy = town.agency.policy
        let remains = try #require(policy.statements.first { $0.id == "supervisor-remains" }).text
        let further = try #require(policy.confidentiality.supervisoryAdmonishment).value
        for (client, isSupervisor) in [(sergeant, true), (colleague, false)] {
            let account = try await town.staff(client).account
            _ = try await town.asks { $0.wanted = [account] }
            let id = try await client.offer()
            _ = try await client.accept(id)
            let page = try await client.page("/requests/\(id)")
            #expect(page.words.contains(remains) == isSupervisor)
            #expect(page.words.contains(further) == isSupervisor)
            #expect(page.controls.contains { $0.name == "withAdmonishment" } == isSupervisor)
            let once = try await client.advise(id)
            #expect(once.status == (isSupervisor ? 422 : 303))
            guard isSupervisor else { continue }
            #expect(once.text.contains("SAC-VI.F"))
            #expect(try await client.read("/api/v1/requests/\(id)")["words"] == .null)
            #expect(try await client.advise(id, admonishing: true).status == 303)
            #expect(try await client.read("/api/v1/requests/\(id)")["words"] != .null)
        }
    }

    @Test(.clause("IACP-7.4")) func supervisorsSeeTheirDuties() async throws {
        let town = try await DemoTown.on("iacp")
        try await town.employs([("20", "Sam", "", supervises: true, investigates: false)])
        let sergeant = try await town.supporter("sam", named: "Sam", employee: "20")
        let colleague = try await town.signedIn("supporter")
        let duties = try #require(town.agency.policy.statements.first { $0.id == "supervisors" }).text
        for (client, isSupervisor) in [(sergeant, true), (colleague, false)] {
            try await town.opensHours(client)
            let account = try await town.staff(client).account
            _ = try await town.asks { $0.wanted = [account] }
            let id = try await client.offer()
            _ = try await client.accept(id)
            #expect(try await client.page("/requests/\(id)").words.contains(duties) == isSupervisor)
        }
    }
}
