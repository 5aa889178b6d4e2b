import Foundation
import Program
import Testing
import Web
import WebSupport

/// Asking for support on the pages: what is asked, what comes back, and that nothing of it goes anywhere else.
@Suite struct AskPageTests {
    private static let asking: KeyValuePairs = [
        "origin": "oneself", "standing": "employee", "way": "message", "words": "quiet words", "advisementRead": "yes",
    ]

    @Test func anAskWithNothingButTheNeededGivesAReceiptThatOpensIt() async throws {
        let town = try await DemoTown.start(pack: "orange-county-probation")
        let seeker = town.visitor()
        let reply = try await seeker.posted("/agencies/orange-county-probation/ask", Self.asking)
        #expect(reply.status == 200)
        let receipt = try #require(reply.text.receipt)
        #expect(seeker.pass == nil)
        let shown = try await seeker.post(
            "/agencies/orange-county-probation/receipt", ["receipt": receipt.lowercased()])
        #expect(shown.status == 303 && shown.location == "/support")
        let page = try await seeker.get("/support")
        #expect(page.status == 200 && page.text.contains("quiet words"))
        // The receipt stands on the page that handed it out, and nowhere else.
        #expect(!page.text.contains(receipt))
        for header in [reply, shown, page].flatMap({ $0.headers.values }) { #expect(!header.contains(receipt)) }
    }

    @Test func whatWasTypedComesBackWithWhatIsMissing() async throws {
        let town = try await DemoTown.start(pack: "orange-county-probation")
        let reply = try await town.visitor().post(
            "/agencies/orange-county-probation/ask",
            [
                "name": "Z. Quill", "words": "line one\nline two", "number": "555-0100", "touches": "incident",
                "time": "night",
            ])
        #expect(reply.status == 422)
        for kept in ["value=\"Z. Quill\"", "line one\nline two", "value=\"555-0100\""] {
            #expect(reply.text.contains(kept), "\(kept)")
        }
        #expect(reply.text.contains("value=\"night\" checked") && reply.text.contains("value=\"incident\" checked"))
        for missing in ["#field-standing", "#field-way", "#field-advisementRead"] {
            #expect(reply.text.contains("href=\"\(missing)\""))
        }
        // What was said in a folded part is not folded away.
        #expect(reply.text.contains("<details class=\"further\" open>"))
    }

    /// Nothing is made of a choice that there is not: neither "today" of an unknown urgency nor silence of an unknown language.
    @Test(arguments: [
        ("origin", "friend"), ("standing", "public"), ("way", "pigeon"), ("time", "noon"), ("urgency", "soon"),
        ("language", "Latin"), ("touches", "weather"), ("incidentDay", "yesterday"), ("incidentKind", "quarrel"),
    ])
    func aChoiceThatThereIsNotIsRefusedAtItsFieldAndNothingTypedIsLost(field: String, value: String) async throws {
        let town = try await DemoTown.start(pack: "kern-sheriff")
        let chosen = Dictionary(Self.asking.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
            .merging(["incidentDay": "2026-03-09"]) { $1 }.merging([field: value]) { $1 }
        let reply = try await town.visitor().post(
            "/agencies/kern-sheriff/ask", chosen.map { ($0.key, $0.value) }, token: nil)
        #expect(reply.status == 422)
        let problems = Set(reply.text.matches(of: /<a href="#field-([A-Za-z0-9]+)">/).map { String($0.1) })
        #expect(problems == [field])
        #expect(reply.text.contains("id=\"field-\(field)\"") && reply.text.contains("quiet words"))
        var body = chosen.mapValues { JSON.string($0) }
        body["touches"] = chosen["touches"].map { [.string($0)] }
        body["advisementRead"] = true
        let call = try await town.visitor().api(.post, "/api/v1/agencies/kern-sheriff/requests", .object(body))
        #expect(call.status == 422 && call.json?["problems"]?.array?.map { $0["field"] } == [.string(field)])
    }

    /// Left open, both faces take the same for it.
    @Test func whatIsLeftOpenIsTakenAsThePageShowsIt() async throws {
        let town = try await DemoTown.start(pack: "orange-county-probation")
        _ = try await town.visitor().posted("/agencies/orange-county-probation/ask", Self.asking)
        _ = try await town.visitor().api(
            .post, "/api/v1/agencies/orange-county-probation/requests",
            ["origin": "oneself", "standing": "employee", "way": "message", "advisementRead": true])
        let supporter = try await town.signedIn("supporter")
        let offers = try await supporter.api(.get, "/api/v1/offers").json?["offers"]?.array ?? []
        #expect(offers.count == 2)
        for offer in offers {
            #expect(offer["card"]?["urgency"] == "today" && offer["card"]?["time"] == "anyTime", "\(offer)")
        }
    }

    @Test func theBrowserIsAskedToRememberNothing() async throws {
        let town = try await DemoTown.start(pack: "iacp")
        let page = try await town.visitor().get("/agencies/iacp/ask").text
        let form = try #require(page.firstMatch(of: /<form class="form"[^>]*>/)).0
        #expect(form.contains("autocomplete=\"off\""))
        for control in page.matches(of: /<(input|select|textarea)\b[^>]*>/) where !control.0.contains("type=\"hidden\"")
        {
            let isPick = control.0.contains("type=\"radio\"") || control.0.contains("type=\"checkbox\"")
            #expect(isPick || control.0.contains("autocomplete=\"off\""), "\(control.0)")
        }
    }

    /// Every member stands there by name; a page adds what they chose, and the form offers them by the same words.
    @Test func aCardAddsWhatWasChosenAndNothingElse() async throws {
        let town = try await DemoTown.start(pack: "police-division")
        let visitor = town.visitor()
        let before = try await visitor.get("/agencies/police-division").text
        #expect(before.contains("Whom you can turn to") && !before.contains("sms:555"))
        let supporter = try await town.signedIn("supporter")
        let shown = try await supporter.post(
            "/card",
            ["name": "Robin", "languages": "Spanish", "phone": "555-0142", "phoneUse": "text", "experience": ""])
        #expect(shown.status == 303)
        let page = try await visitor.get("/agencies/police-division").text
        #expect(page.contains("Robin") && page.contains("sms:5550142") && !page.contains("tel:5550142"))
        #expect(try await visitor.get("/agencies/police-division/ask").text.contains(/Robin \([^)]+\)[^<]* · Spanish/))
        #expect(try await supporter.post("/card", ["phoneUse": ""]).status == 303)
        #expect(!(try await visitor.get("/agencies/police-division").text.contains("Robin")))
    }

    @Test func aNumberWithoutItsUseIsRefusedAndKeepsTheCardAsItWas() async throws {
        let town = try await DemoTown.start(pack: "police-division")
        let supporter = try await town.signedIn("supporter")
        let refused = try await supporter.post("/card", ["name": "Robin", "phone": "555-0142", "phoneUse": ""])
        #expect(refused.status == 422 && refused.text.contains("value=\"555-0142\""))
        #expect(try await supporter.api(.get, "/api/v1/card").json?["name"] == "")
    }

    @Test func sixtyWhoAskWithinAMinuteFromOneAddressAllSucceed() async throws {
        let town = try await DemoTown.start(pack: "kern-sheriff")
        let replies = try await withThrowingTaskGroup(of: Reply.self) { group in
            for _ in 1...60 {
                group.addTask { try await town.visitor().posted("/agencies/kern-sheriff/ask", Self.asking) }
            }
            return try await group.reduce(into: [Reply]()) { $0.append($1) }
        }
        #expect(replies.map(\.status) == Array(repeating: 200, count: 60))
        #expect(Set(replies.compactMap(\.text.receipt)).count == 60)
    }
}

extension String {
    /// The receipt on the page that hands it out, as its form sends it.
    var receipt: String? { firstMatch(of: /name="receipt" value="([0-9A-Z-]+)"/).map { String($0.1) } }
}
