import Program
import Testing
import Web
import WebSupport

/// Asking for support in Kern: for oneself, the family or a colleague, without anybody's approval.
@Suite struct KernSeekerTests {
    @Test(.clause("KSO-P-1")) func employeesVolunteersAndFamilies() async throws {
        let town = try await DemoTown.on("kern-sheriff")
        #expect(try await town.askForm().values(of: "standing") == ["employee", "volunteer", "family"])
        for standing in ["employee", "volunteer", "family"] {
            _ = try await town.seeker(["standing": standing, "way": "message"])
        }
        #expect(try await town.asks(["standing": "retired", "way": "message"]).status == 422)
    }

    @Test(.clause("KSO-G.1")) func anyMemberCanBeChosenForAnybodyAndNobodyApproves() async throws {
        let town = try await DemoTown.on("kern-sheriff")
        let keeper = try await town.signedIn("coordinator")
        let first = try await town.signedIn("supporter")
        try await town.opensHours(first)
        let second = try await town.newcomer(
            "second.member", named: "Second", as: "supporter", since: "2026-01-01", by: keeper)
        #expect(try await second.post("/card", ["name": "Robin Second"]).status == 303)
        try await town.opensHours(second)
        let form = try await town.askForm()
        #expect(form.values(of: "origin") == ["oneself", "ownFamily", "colleague"])
        let account = try await town.account(of: "second.member", keeper)
        for origin in ["oneself", "ownFamily", "colleague"] {
            let before = try await second.read("/api/v1/offers")["offers"]?.array?.count ?? -1
            _ = try await town.seeker(["standing": "employee", "origin": origin, "way": "message", "wanted": account])
            // At once, and first of all, to the one they chose: nobody has approved anything in between.
            #expect(try await second.read("/api/v1/offers")["offers"]?.array?.count == before + 1)
            #expect(try await first.read("/api/v1/offers")["offers"] == [])
        }
    }

    @Test(.clause("KSO-G.2")) func aSupervisorAsksForAnEmployee() async throws {
        let town = try await DemoTown.on("kern-sheriff")
        try await town.opensHours(town.signedIn("supporter"))
        let asked = try await town.seeker([
            "standing": "employee", "origin": "colleague", "way": "message",
            "words": "One of my deputies. Please look in.",
        ])
        let (supporter, id) = try await town.take()
        #expect(try await supporter.read("/api/v1/requests/\(id)")["card"]?["origin"] == "colleague")
        #expect(try await supporter.get("/requests/\(id)").text.contains("One of my deputies."))
        #expect(try await asked.get("/support").status == 200)
    }

    @Test(.clause("KSO-H.2-3")) func theRightsAreSaidBeforeAndWithTheReceipt() async throws {
        let town = try await DemoTown.on("kern-sheriff")
        let refuse = "you may refuse to disclose what you said in peer support"
        let prevent = "you may prevent others from disclosing it"
        let front = try await town.visitor().page("/agencies/kern-sheriff")
        let receipt = try Page(try await town.asks(["standing": "employee", "way": "message"]))
        let own = try await town.seeker(["standing": "employee", "way": "message"]).page("/support")
        for page in [front, receipt, own] {
            let rights = try #require(page.section("Your rights")).words
            #expect(rights.contains(refuse) && rights.contains(prevent))
        }
    }

    @Test(.clause("KSO-H.4.d")) func aWrittenConsentIsScopedDatedAndRevocable() async throws {
        let town = try await DemoTown.on("kern-sheriff")
        try await town.opensHours(town.signedIn("supporter"))
        let seeker = try await town.seeker(["standing": "employee", "way": "message"])
        let (supporter, id) = try await town.take()
        let consent: KeyValuePairs = [
            "to": "Dr Quill", "scope": "That I will be away until May", "until": "2026-04-30", "agreed": "yes",
        ]
        #expect(try await seeker.post("/support/consents", consent).status == 303)
        let page = try #require(try await seeker.page("/support").section("If you want something passed on"))
        #expect(page.facts["May be told"] == "That I will be away until May")
        #expect(page.facts["Given on"] == "10 March 2026" && page.facts["Good until"] == "30 April 2026")
        let shown = try #require(try await supporter.read("/api/v1/requests/\(id)")["consents"]?.array?.first)
        #expect(shown["to"] == "Dr Quill" && shown["scope"] == "That I will be away until May")
        let given = try #require(page.forms.first { $0.action == "/support/consent-end" }?.values(of: "id").first)
        #expect(try await seeker.post("/support/consent-end", ["id": given]).status == 303)
        #expect(try await seeker.page("/support").words.contains("taken back on 10 March 2026"))
        #expect(try await supporter.read("/api/v1/requests/\(id)")["consents"] == [])
        // One that is over is no consent either.
        #expect(try await seeker.post("/support/consents", consent).status == 303)
        #expect(try await supporter.read("/api/v1/requests/\(id)")["consents"]?.array?.count == 1)
        town.pass(seconds: 60 * 86_400)
        #expect(try await town.signedIn("supporter").read("/api/v1/requests/\(id)")["consents"] == [])
    }
}

extension DemoTown {
    /// The account of that login, as the keeper of the accounts sees it.
    fileprivate func account(of login: String, _ keeper: Client) async throws -> String {
        let accounts = try await keeper.read("/api/v1/accounts")["accounts"]?.array ?? []
        return try #require(accounts.first { $0.text("login") == login }).text("id")
    }
}
