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

    /// The statute's right is that of law enforcement personnel: whoever volunteers, or is family, is told what protects them and what may not.
    @Test(.clause("KSO-H.3b", "KSO-DEF-4"), arguments: ["employee", "volunteer", "family"])
    func theStatutesRightIsPromisedToNobodyElse(standing: String) async throws {
        let town = try await DemoTown.on("kern-sheriff")
        let isEmployee = standing == "employee"
        let receipt = try Page(try await town.asks(["standing": standing, "way": "message"]))
        let seeker = try await town.seeker(["standing": standing, "way": "message"])
        for page in [receipt, try await seeker.page("/support")] {
            let rights = try #require(page.section("Your rights")).words
            #expect(rights.contains("you may refuse to disclose") == isEmployee)
            #expect(rights.contains("you may prevent others from disclosing it") == isEmployee)
            #expect(rights.contains("this office's own policy") == !isEmployee)
            #expect(rights.contains("that right is not promised to you here") == !isEmployee)
            #expect(
                rights.contains(
                    "crisis line or crisis referral service in connection with peer support is confidential"))
        }
        let read = try await seeker.api(.get, "/api/v1/support").json?["rights"]?.array?.compactMap(\.string) ?? []
        #expect(read.contains { $0.contains("may refuse") } == isEmployee)
        // Before anything is known of somebody, it says whose each is; and beside the crisis lines what is confidential there.
        let front = try await town.visitor().page("/agencies/kern-sheriff")
        let all = try #require(front.section("Your rights")).words
        let theirs = try #require(all.firstRange(of: "If you work here"))
        let others = try #require(all.firstRange(of: "If you volunteer here, or are family of someone who works here"))
        let right = try #require(all.firstRange(of: "you may refuse to disclose"))
        #expect(theirs.upperBound < right.lowerBound && right.upperBound < others.lowerBound)
        let crisis = try #require(front.markup.firstRange(of: "In a crisis, at any hour"))
        let ways = try #require(front.markup.firstRange(of: "Ask for support"))
        #expect(
            front.markup[crisis.upperBound..<ways.lowerBound].contains(
                "in connection with peer support is confidential too"))
        #expect(!front.words.contains("State law protects it"))
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
