import Operations
import Program
import Sealing
import Testing
import Web
import WebSupport

/// What shows a request's page, and what does not.
@Suite struct ReceiptTests {
    private static let path = "/agencies/iacp/receipt"

    /// A receipt of nothing, one of another agency, and one whose request is destroyed are told apart by nobody.
    @Test func everyReceiptThatOpensNothingHereGivesTheSameBytes() async throws {
        let town = try await DemoTown.start(packs: ["iacp", "kern-sheriff"])
        let foreign = try await town.receipt(at: town.agency("kern-sheriff"))
        let asked = { (receipt: String) in try await town.visitor().post(Self.path, ["receipt": receipt]) }
        let unknown = Receipt().text
        let first = try await asked(unknown)
        let second = try await asked(foreign)
        #expect(first.status == 422 && second.status == 422 && first.headers["set-cookie"] == nil)
        #expect(first.text.replacing(unknown, with: "") == second.text.replacing(foreign, with: ""))
        #expect(first.headers == second.headers)
        let call = try await town.visitor().api(.post, "/api/v1/agencies/iacp/passes", ["receipt": .string(unknown)])
        #expect(
            call == (try await town.visitor().api(.post, "/api/v1/agencies/iacp/passes", ["receipt": .string(foreign)]))
        )
    }

    @Test func aSlipOfThePenIsSaidSo() async throws {
        let town = try await DemoTown.start(pack: "iacp")
        let receipt = try await town.receipt()
        // Of all last letters one alone fits the others.
        let wrong = String(receipt.dropLast()) + (receipt.hasSuffix("0") ? "1" : "0")
        let reply = try await town.visitor().post(Self.path, ["receipt": wrong])
        #expect(reply.status == 422 && reply.text.contains("its last letter or digit does not fit the others"))
    }

    @Test func thePassIsForItsOwnPagesAloneAndForNoScript() async throws {
        let town = try await DemoTown.start(pack: "iacp", isSecure: true)
        let receipt = try await town.receipt()
        let reply = try await town.visitor().post(Self.path, ["receipt": receipt])
        let cookie = try #require(reply.headers["set-cookie"])
        #expect(cookie.hasPrefix("__Secure-pass="))
        let parts = Set(cookie.lowercased().split(separator: ";").map { $0.drop { $0 == " " } })
        #expect(parts.isSuperset(of: ["path=/support", "secure", "httponly", "samesite=strict"]))
        // Of a browser's session: it names no end.
        #expect(!parts.contains { $0.hasPrefix("max-age") || $0.hasPrefix("expires") || $0.hasPrefix("domain") })
    }

    @Test func thePassIsGoodForHalfAnHourAfterEachPage() async throws {
        let town = try await DemoTown.start(pack: "iacp")
        let seeker = try await town.seeker()
        for _ in 1...3 {
            town.pass(seconds: 29 * 60)
            #expect(try await seeker.get("/support").status == 200)
        }
        town.pass(seconds: 31 * 60)
        #expect(try await seeker.get("/support").location == "/closed")
        #expect(try await seeker.get("/closed").status == 200)
    }

    @Test func wordsSentTooLateAreShownOnceMoreAndNotSent() async throws {
        let town = try await DemoTown.start(pack: "iacp")
        let receipt = try await town.receipt()
        let seeker = town.visitor()
        _ = try await seeker.post(Self.path, ["receipt": receipt])
        let token = try #require(seeker.formToken(at: "/support"))
        town.pass(seconds: 31 * 60)
        let late = try await seeker.post("/support/messages", [("text", "a long letter")], token: token)
        #expect(late.status == 422 && late.text.contains("a long letter") && late.text.contains("It was not sent."))
        _ = try await seeker.post(Self.path, ["receipt": receipt])
        #expect(!(try await seeker.get("/support").text.contains("a long letter")))
    }

    @Test func leavingTakesThePassAway() async throws {
        let town = try await DemoTown.start(pack: "iacp")
        for way in ["/leave", "/support/closing"] {
            let seeker = try await town.seeker()
            let page = try await seeker.get("/support").text
            #expect(page.contains("class=\"button button-leave\" href=\"/leave\""))
            let left = way == "/leave" ? try await seeker.get(way) : try await seeker.post(way)
            #expect(left.status == 303 && seeker.pass == nil)
            #expect(left.location == (way == "/leave" ? "https://www.weather.gov/" : "/agencies/iacp"))
            #expect(try await seeker.get("/support").location == "/closed")
        }
    }

    /// Staff who are seekers too: neither helps or hinders the other.
    @Test func aSessionOfStaffOpensNoRequest() async throws {
        let town = try await DemoTown.start(pack: "iacp")
        let supporter = try await town.signedIn("supporter")
        #expect(try await supporter.get("/support").location == "/closed")
        #expect(try await supporter.api(.get, "/api/v1/support").status == 401)
        let receipt = try await town.receipt()
        _ = try await supporter.post(Self.path, ["receipt": receipt])
        #expect(try await supporter.get("/support").status == 200)
        #expect(try await supporter.get("/home").status == 200)
    }
}
