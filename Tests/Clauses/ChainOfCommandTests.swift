import Operations
import Program
import Testing
import Web
import WebSupport

/// Where supporter and seeker stand above or below each other.
@Suite struct ChainOfCommandTests {
    @Test(.clause("IACP-7.2")) func theChainOfCommandComesLastMarkedWithAPromptToConsult() async throws {
        let town = try await DemoTown.on("iacp")
        try await town.employs([
            ("10", "Bo", "", supervises: true, investigates: false),
            ("11", "Wim", "10", supervises: false, investigates: false),
        ])
        let superior = try await town.supporter("bo", named: "Bo", employee: "10")
        let other = try await town.signedIn("supporter")
        for client in [superior, other] { try await town.opensHours(client) }
        _ = try await town.asks {
            $0.unwanted.chainOf = "11"
            $0.unwanted.chainAsLastResort = true
        }
        #expect(try await superior.offers().isEmpty)
        let id = try await other.offer()
        #expect(try await other.post("/offers/\(id)/pass").status == 303)

        // Nobody else is left: the coordinator and the clinical supervisor have their time, then the chain is asked.
        for _ in 0..<4 { try await town.goOn(minutes: 31) }
        let offered = try #require(try await superior.read("/api/v1/offers")["offers"]?.array?.first)
        #expect(offered.text("id") == id && offered["isMarkedChain"] == true)
        let consulted = try #require(town.agency.policy.role(RoleID("team-supervisor"))).title
        let page = try await superior.page("/offers/\(id)")
        #expect(page.words.contains("One of you stands above the other"))
        #expect(page.words.contains("consult the \(consulted) first") && page.words.contains("IACP-7.2"))
        let address = try #require(try await superior.accept(id, inChain: true).location)
        #expect(try await superior.page(address).words.contains("Consult the \(consulted) before you go on."))
    }

    /// Whatever the one contact is, it is the only one: said with a tap, or written. What is written in a day belongs together.
    @Test(.clause("KSO-E.8"), arguments: ["tap", "message"], ["page", "interface"])
    func acrossTheChainOfCommandOneContactThenSomebodyElse(contact: String, way: String) async throws {
        let town = try await DemoTown.on("kern-sheriff")
        let keeper = try await town.signedIn("coordinator")
        let sergeant = try await town.signedIn("supporter")
        let other = try await town.newcomer(
            "a.other", named: "A. Other", as: "supporter", since: "2026-01-01", by: keeper)
        for client in [sergeant, other] { try await town.opensHours(client) }
        func act(_ client: Client, _ id: String, _ what: String, _ words: String? = nil) async throws -> Reply {
            if way == "page" {
                return try await client.act(id, what, words.map { ["text": $0] } ?? [:])
            }
            return try await client.api(
                .post, "/api/v1/requests/\(id)/\(what)", words.map { ["text": .string($0)] })
        }
        let done = way == "page" ? 303 : 204
        // Without a name, only the supporter can tell.
        let seeker = try await town.asks()
        let id = try await sergeant.offer()
        let page = try await sergeant.page("/offers/\(id)")
        #expect(page.controls.contains { $0.name == "isInChainOfCommand" } && page.words.contains("KSO-E.8"))
        let address = try #require(try await sergeant.accept(id, inChain: true).location)
        #expect(try await sergeant.page(address).words.contains("The request is yours for one contact"))
        _ = try await sergeant.advise(id)
        #expect(try await sergeant.page("/requests/\(id)").words.contains("Yours for one contact"))
        if contact == "tap" {
            #expect(try await act(sergeant, id, "in-touch").status == done)
        } else {
            for words in ["Hello", "What do you need?"] {
                #expect(try await act(sergeant, id, "messages", words).status == done)
            }
            #expect(!(try await sergeant.page("/requests/\(id)").words.contains("Now hand it off")))
            try await town.goOn(minutes: 24 * 60)
        }

        #expect(try await sergeant.page("/requests/\(id)").words.contains("Now hand it off"))
        for (what, words) in [("in-touch", nil), ("messages", "Once more")] as [(String, String?)] {
            let refused = try await act(sergeant, id, what, words)
            #expect(refused.status == 422 && refused.text.contains("KSO-E.8"), "\(what)")
        }
        // Nor by another yes: the seeker may ask for somebody else, or end it and open it again.
        try await #require(town.programmes.endRequest(by: seeker.pass, in: town.agency.agency)).get()
        try await #require(town.programmes.reopen(by: seeker.pass, in: town.agency.agency)).get()
        #expect(try await sergeant.offers().isEmpty)
        #expect(try await sergeant.get("/offers/\(id)").isNothing(for: sergeant))
        #expect(try await other.take() == id)
        let theirs = try await other.page("/requests/\(id)").words
        #expect(!theirs.contains("Now hand it off") && !theirs.contains("Yours for one contact"))
        #expect(try await sergeant.offers().isEmpty)
    }

    /// It can be handed off as soon as the contact was made, and is somebody else's then.
    @Test(.clause("KSO-E.8")) func afterTheFirstAssessmentItIsPassedOn() async throws {
        let town = try await DemoTown.on("kern-sheriff")
        let keeper = try await town.signedIn("coordinator")
        let sergeant = try await town.signedIn("supporter")
        let other = try await town.newcomer(
            "a.other", named: "A. Other", as: "supporter", since: "2026-01-01", by: keeper)
        for client in [sergeant, other] { try await town.opensHours(client) }
        _ = try await town.asks()
        let id = try await sergeant.take(inChain: true)
        _ = try await sergeant.act(id, "messages", ["text": "What do you need?"])
        let handed = try await sergeant.act(id, "hand-off", ["reason": "passing-on", "seekerWasAsked": "yes"])
        #expect(handed.status == 303)
        #expect(try await sergeant.get("/requests/\(id)").isNothing(for: sergeant))
        #expect(try await sergeant.offers().isEmpty)
        #expect(try await other.take() == id)
    }

    /// The directory knows who stands above and below whoever gave their own number, two steps away too. Nobody in it is asked; whom
    /// the seeker chose all the same has one contact, whether they say so or not.
    @Test(.clause("KSO-E.8"), arguments: [("40", "42"), ("42", "40")])
    func itHoldsUpwardsAndDownwards(seeker: String, supporter: String) async throws {
        let town = try await DemoTown.on("kern-sheriff")
        try await town.employs([
            ("40", "Cap", "", supervises: true, investigates: false),
            ("41", "Sarge", "40", supervises: true, investigates: false),
            ("42", "Dep", "41", supervises: false, investigates: false),
        ])
        let tied = try await town.supporter("tied", named: "Tied", employee: supporter)
        let other = try await town.signedIn("supporter")
        for client in [tied, other] { try await town.opensHours(client) }
        _ = try await town.asks { $0.unwanted.chainOf = seeker }
        for _ in 0..<4 {
            #expect(try await tied.offers().isEmpty)
            try await town.goOn(minutes: 31)
        }
        #expect(try await other.take() != "")

        let account = try await town.staff(tied).account
        _ = try await town.asks {
            $0.unwanted.chainOf = seeker
            $0.wanted = [account]
        }
        let id = try await tied.offer()
        let address = try #require(try await tied.accept(id).location)
        #expect(try await tied.page(address).words.contains("The request is yours for one contact"))
        _ = try await tied.advise(id)
        #expect(try await tied.act(id, "in-touch").status == 303)
        let refused = try await tied.act(id, "messages", ["text": "Once more"])
        #expect(refused.status == 422 && refused.text.contains("KSO-E.8"))
        // Nothing tells them how it is known, or of whom.
        let words = try await tied.page("/requests/\(id)").words
        for name in ["Cap", "Sarge", "Dep Person", "directory"] { #expect(!words.contains(name), "\(name)") }
    }
}
