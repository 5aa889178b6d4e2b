import Operations
import Program
import Sealing
import Testing
import Web
import WebSupport

/// A request by its pages and by the programming interface: the same acts, seen by both sides.
@Suite struct SupportTests {
    @Test func messagesGoBothWaysAndAreSeenOnce() async throws {
        let town = try await DemoTown.start(pack: "orange-county-probation")
        let seeker = try await town.seeker()
        let (supporter, id) = try await town.accepted()
        #expect(try await seeker.post("/support/messages", ["text": "Is Wednesday possible?"]).location == "/support")
        let read = try await supporter.api(.get, "/api/v1/requests/\(id)")
        #expect(read.text.contains("Is Wednesday possible?"))
        _ = try await supporter.api(.post, "/api/v1/requests/\(id)/messages", ["text": "Yes, gladly."])
        let first = try await seeker.api(.get, "/api/v1/support")
        #expect(
            first.json?["messages"]?.array?.last == [
                "isOwn": false, "day": "2026-03-10", "text": "Yes, gladly.", "isNew": true,
            ])
        let second = try await seeker.api(.get, "/api/v1/support")
        #expect(second.json?["messages"]?.array?.last?["isNew"] == false)
    }

    @Test func anEmptyMessageIsRefusedAtItsField() async throws {
        let town = try await DemoTown.start(pack: "kern-sheriff")
        let seeker = try await town.seeker()
        let reply = try await seeker.post("/support/messages", ["text": "  "])
        #expect(reply.status == 422 && reply.text.contains("href=\"#field-text\""))
        let call = try await seeker.api(.post, "/api/v1/support/messages", ["text": ""])
        #expect(call.status == 422 && call.json?["problems"]?.array?.first?["field"] == "text")
    }

    /// Where the other side, or another window, has closed the request meanwhile, its page has no form for a message any more.
    @Test func whatWasWrittenStandsThereOnceMoreWhereItsFormDoesNot() async throws {
        let town = try await DemoTown.start(pack: "kern-sheriff")
        let seeker = try await town.seeker()
        #expect(try await seeker.post("/support/end").status == 303)
        let message = try await seeker.post("/support/messages", ["text": "a long letter"])
        #expect(message.status == 422 && message.text.contains(">\na long letter</textarea>"))
        #expect(message.text.contains("It was not sent. Copy it now; it is kept nowhere."))
        let consent = try await seeker.post(
            "/support/consents", ["to": "Dr Quill", "scope": "That I am away", "agreed": "yes"])
        #expect(consent.status == 422 && consent.text.contains("Dr Quill") && consent.text.contains("That I am away"))
    }

    @Test func whatCannotBeDoneIsSaidWhereItHasNoForm() async throws {
        let town = try await DemoTown.start(pack: "kern-sheriff")
        let seeker = try await town.seeker()
        let change = try await seeker.post("/support/change", ["unwanted": "yes"])
        #expect(change.status == 422 && change.text.contains("Nobody has this request, so there is nobody to change."))
        for path in ["consent-end", "consultation-end"] {
            let reply = try await seeker.post("/support/\(path)")
            #expect(reply.status == 422 && reply.text.contains("Say which one."), "\(path)")
        }
    }

    @Test func theInterfaceHasTheSameActs() async throws {
        let town = try await DemoTown.start(pack: "kern-sheriff")
        let visitor = town.visitor()
        let ask: JSON = [
            "origin": "oneself", "standing": "volunteer", "way": "message", "words": "quiet words", "name": "Quill",
            "number": "555-0142", "advisementRead": true,
        ]
        let asked = try await visitor.api(.post, "/api/v1/agencies/kern-sheriff/requests", ask)
        #expect(asked.status == 201)
        let receipt = try #require(asked.json?["receipt"]?.string)
        let pass = try await visitor.api(.post, "/api/v1/agencies/kern-sheriff/passes", ["receipt": .string(receipt)])
        #expect(pass.status == 201)
        visitor.keep(pass: try #require(pass.json?["pass"]?.string))
        let shown = try await visitor.api(.get, "/api/v1/support").json
        #expect(shown?["state"] == "offered")
        #expect(shown?["words"] == ["name": "Quill", "number": "555-0142", "words": "quiet words"])
        let consent: JSON = ["to": "Dr Quill", "scope": "That I am on leave", "until": "2026-12-31"]
        #expect(try await visitor.api(.post, "/api/v1/support/consents", consent).status == 204)
        let given = try #require(try await visitor.api(.get, "/api/v1/support").json?["consents"]?.array?.first)
        #expect(given["isGood"] == true && given["until"] == "2026-12-31")
        #expect(try await visitor.api(.post, "/api/v1/support/consent-end", ["id": given["id"] ?? .null]).status == 204)
        #expect(try await visitor.api(.get, "/api/v1/support").json?["consents"]?.array?.first?["isGood"] == false)
        #expect(try await visitor.api(.post, "/api/v1/support/end").status == 204)
        #expect(try await visitor.api(.get, "/api/v1/support").json?["state"] == "closed")
        #expect(try await visitor.api(.post, "/api/v1/support/reopening").status == 204)
        #expect(try await visitor.api(.get, "/api/v1/support").json?["state"] == "offered")
    }

    @Test func theInterfaceAsksWhetherTheLimitsWereReadToo() async throws {
        let town = try await DemoTown.start(pack: "kern-sheriff")
        let ask: [String: JSON] = ["origin": "oneself", "standing": "volunteer", "way": "message"]
        for read in [nil, JSON.boolean(false)] {
            let body = JSON.object(ask.merging(read.map { ["advisementRead": $0] } ?? [:]) { $1 })
            let reply = try await town.visitor().api(.post, "/api/v1/agencies/kern-sheriff/requests", body)
            #expect(reply.status == 422 && reply.json?["problems"]?.array?.first?["field"] == "advisementRead")
        }
    }

    @Test func aConsentThatWasNotAgreedToIsNone() async throws {
        let town = try await DemoTown.start(pack: "kern-sheriff")
        let seeker = try await town.seeker()
        let reply = try await seeker.post(
            "/support/consents", ["to": "Dr Quill", "scope": "That I am away", "until": "soon"])
        #expect(
            reply.status == 422 && reply.text.contains("value=\"Dr Quill\"") && reply.text.contains("That I am away"))
        for field in ["#field-until", "#field-agreed"] { #expect(reply.text.contains("href=\"\(field)\"")) }
        #expect(try await seeker.api(.get, "/api/v1/support").json?["consents"] == [])
    }

    @Test func nothingOfSomebodyElsesRequestAnswers() async throws {
        let town = try await DemoTown.start(pack: "kern-sheriff")
        let owner = try await town.seeker()
        _ = try await owner.api(.post, "/api/v1/support/consents", ["to": "Dr Quill", "scope": "That I am away"])
        let consent = try #require(try await owner.api(.get, "/api/v1/support").json?["consents"]?.array?.first?["id"])
        let other = try await town.seeker()
        for path in ["consent-end", "consultation-end", "consultation-opening"] {
            let answer = try await other.api(.post, "/api/v1/support/\(path)", ["id": consent])
            #expect(answer.status == 404)
            let unknown = try await other.api(.post, "/api/v1/support/\(path)", ["id": .string(RandomId().text)])
            #expect(answer == unknown)
        }
        let form = try await other.post("/support/consent-end", ["id": consent.string ?? ""])
        #expect(form == (try await other.post("/no-such-thing", [], token: nil)))
        #expect(try await owner.api(.get, "/api/v1/support").json?["consents"]?.array?.first?["isGood"] == true)
    }
}

extension DemoTown {
    /// The supporter of the first agency, who has accepted the one request on offer, with its id.
    func accepted(as role: String = "supporter") async throws -> (supporter: Client, request: String) {
        let supporter = try await signedIn(role)
        let offers = try await supporter.api(.get, "/api/v1/offers").json
        let id = try #require(offers?["offers"]?.array?.first?["id"]?.string)
        let accepted = try await supporter.api(
            .post, "/api/v1/offers/\(id)/acceptance", ["ties": []])
        try #require(accepted.status == 201, "\(accepted)")
        let advised = try await supporter.api(.post, "/api/v1/requests/\(id)/advisement", [:])
        try #require(advised.status == 204, "\(advised)")
        return (supporter, id)
    }
}
