import Foundation
import Program
import TestSupport
import Testing
import Web
import WebSupport

/// Characters that nobody sees, and fields that come twice: by both faces.
@Suite struct UnseenTests {
    @Test func aNameWithAMarkOfDirectionIsRefusedAtItsField() async throws {
        let keeper = try await DemoTown.start(pack: "orange-county-probation").signedIn("coordinator")
        let name = "Ann\u{202E}nosnhoJ"
        let words = "U+202E, a mark that turns the direction of what is read"
        let page = try await keeper.post("/accounts", ["login": "ann", "name": name, "employeeNumber": ""])
        #expect(page.status == 422 && page.text.contains(words) && page.text.contains("href=\"#field-name\""))
        let reply = try await keeper.api(.post, "/api/v1/accounts", ["login": "ann", "name": .string(name)])
        let problems = reply.json?["problems"]?.array ?? []
        #expect(reply.status == 422 && problems.map { $0["field"] } == ["name"])
        #expect(problems.first?["message"]?.string?.contains(words) == true)
        #expect(try await keeper.post("/accounts", ["login": "ann", "name": "علی\u{200C}رضا"]).status == 303)
    }

    @Test func aFieldThatComesTwiceIsRefusedAtItsField() async throws {
        let keeper = try await DemoTown.start(pack: "orange-county-probation").signedIn("coordinator")
        let page = try await keeper.post("/accounts", ["login": "ann", "name": "Ann", "name": "Eve"])
        #expect(page.status == 422 && page.text.contains("More than one answer came to this."))
        #expect(page.text.contains("href=\"#field-name\""))
        let token = try #require(keeper.formToken)
        let twice = try await keeper.post(
            "/accounts", [("login", "ann"), ("name", "Ann"), ("token", token)], token: token)
        #expect(twice.status == 400)
        let accounts = try await keeper.api(.get, "/api/v1/accounts").json?["accounts"]?.array ?? []
        #expect(!accounts.contains { $0["login"] == "ann" })
    }

    @Test func aContactsKindThatComesTwiceIsRefused() async throws {
        let town = try await DemoTown.start(pack: "orange-county-probation")
        let kinds = town.agency.policy.contactForm.kinds.map(\.id)
        let supporter = try await town.signedIn("supporter")
        let fields = [("kind", kinds[0]), ("kind", kinds[0]), ("day", "2026-03-05")]
        let reply = try await supporter.post("/contacts", fields, token: supporter.formToken)
        #expect(reply.status == 422 && reply.text.contains("More than one answer came to this."))
    }

    /// Whoever writes in need cannot look for what nobody sees: it is left out of their words, and what languages need stays.
    @Test func aSeekersWordsAreTakenWithoutIt() async throws {
        let town = try await DemoTown.start(pack: "orange-county-probation")
        let seeker = try await town.seeker()
        let (supporter, id) = try await town.accepted()
        let written = "می\u{200C}خواهم\u{202E}!\u{FEFF}"
        #expect(try await seeker.post("/support/messages", ["text": written]).location == "/support")
        for page in [try await seeker.get("/support").text, try await supporter.get("/requests/\(id)").text] {
            #expect(page.contains(" dir=\"auto\" translate=\"no\">می\u{200C}خواهم!</p>"))
        }
        let nothing = try await seeker.post("/support/messages", ["text": "a\u{0}b"])
        #expect(nothing.status == 422 && nothing.text.contains("U+0000"))
    }
}
