import Operations
import Program
import Sealing
import Testing
import Web
import WebSupport

/// The card by which a member shows that they are of the team, and what anybody learns from it (IACP-3.8).
@Suite struct IDCardTests {
    private static let check = "/agencies/iacp/id-cards"

    /// Makes a card and gives what is printed of it, and its code.
    private static func made(for account: String, by keeper: Client) async throws -> (page: Page, code: String) {
        let page = try Page(try await keeper.posted("/id-cards", ["account": account]))
        let code = try #require(page.markup.firstMatch(of: /id-card-code">([0-9A-Z-]+)</))
        return (page, String(code.1))
    }

    /// What somebody reads who looks with that code, to the byte.
    private static func answer(_ code: String, in town: DemoTown, at check: String = check) async throws -> Reply {
        let visitor = town.visitor()
        let asked = try await visitor.post(check, [("code", code)], token: nil)
        guard asked.status == 303 else { return asked }
        return try await visitor.get(check)
    }

    @Test(.clause("IACP-3.8")) func aCardNamesAgencyAndTeamAndItsCodeSaysThatItIsCurrent() async throws {
        let town = try await DemoTown.on("iacp")
        let keeper = try await town.signedIn("coordinator")
        let member = try await town.signedIn("supporter")
        let account = try town.account("supporter")
        let name = try await town.staff(member).name
        #expect(try await keeper.page("/team").links.contains("/id-cards"))
        let (page, code) = try await Self.made(for: account, by: keeper)
        let terms = town.agency.policy.terms
        for words in [town.agency.agency.name, terms.programme, name, "Valid until 9 March 2027", "Photo"] {
            #expect(page.words.contains(words), "\(words)")
        }
        // The code and the address stand on the back, the square code with them; more than a hundred bits.
        #expect(page.markup.contains("<svg viewBox") && page.words.contains(Self.check))
        #expect(code.count { $0 != "-" } == 22)
        // It is shown once, and the list does not have it.
        let id = try #require(try await keeper.read("/api/v1/id-cards")["cards"]?.array?.first?.text("id"))
        #expect(try await !keeper.page("/id-cards").markup.contains(code))

        // Whoever has the card reads that it is current, and not whose it is.
        let form = try await town.visitor().page(Self.check)
        #expect(try #require(form.forms.first { $0.action == Self.check }).names == ["code"])
        let told = try await Self.answer(code.lowercased(), in: town)
        #expect(told.status == 200 && told.text.contains("<h1>This card is current</h1>"))
        for secret in [name, account, id] { #expect(!told.text.contains(secret), "\(secret)") }
        let asked = try await town.visitor().api(.post, "/api/v1\(Self.check)", ["code": .string(code)])
        #expect(asked.status == 200 && asked.json?["isCurrent"] == true)

        // Unknown, ended, replaced: the same to the byte.
        let unknown = try await Self.answer(IDCardCode().text, in: town)
        #expect(unknown.text.contains("<h1>This card is not current</h1>"))
        let (_, second) = try await Self.made(for: account, by: keeper)
        #expect(try await Self.answer(code, in: town).isLike(unknown))
        #expect(try await Self.answer(second, in: town).body == told.body)
        let now = try #require(try await keeper.read("/api/v1/id-cards")["cards"]?.array?.first?.text("id"))
        #expect(try await keeper.post("/id-cards/\(now)/end").status == 303)
        #expect(try await Self.answer(second, in: town).isLike(unknown))
        // A slip is told as one, and nobody has to guess.
        #expect(try await Self.answer("not a code", in: town).status == 422)
    }

    @Test(.clause("IACP-3.8")) func aCardEndsWithItsDayAndWithTheMembership() async throws {
        let town = try await DemoTown.on("iacp")
        let keeper = try await town.signedIn("coordinator")
        let member = try await town.signedIn("supporter")
        let account = try town.account("supporter")
        let (_, code) = try await Self.made(for: account, by: keeper)
        let unknown = try await Self.answer(IDCardCode().text, in: town)
        #expect(try await !Self.answer(code, in: town).isLike(unknown))
        #expect(try await member.post("/membership/withdrawal").status == 303)
        #expect(try await Self.answer(code, in: town).isLike(unknown))
        // Only a member has one, and the rule is named.
        let refused = try await keeper.post("/id-cards", ["account": account])
        #expect(refused.status == 422 && refused.text.contains("IACP-3.8"))
        try await town.programmes.forgetIDCards()
        #expect(try await keeper.read("/api/v1/id-cards")["cards"]?.array?.isEmpty == true)

        let other = try await DemoTown.on("iacp")
        let (_, yearly) = try await Self.made(
            for: try other.account("supporter"), by: try await other.signedIn("coordinator"))
        other.pass(seconds: 364 * 86_400)
        #expect(try await Self.answer(yearly, in: other).text.contains("<h1>This card is current</h1>"))
        other.pass(seconds: 86_400)
        #expect(try await Self.answer(yearly, in: other).text.contains("<h1>This card is not current</h1>"))
    }

    /// Another agency's card says nothing here, and only whoever makes cards has the list.
    @Test(.clause("IACP-3.8")) func noOtherAgencyAndNobodyElse() async throws {
        let town = try await DemoTown.start(packs: ["iacp", "police-division"])
        let keeper = try await town.signedIn("coordinator")
        let (_, code) = try await Self.made(for: try town.account("supporter"), by: keeper)
        let elsewhere = "/agencies/police-division/id-cards"
        #expect(try await Self.answer(code, in: town, at: elsewhere).status == 404)
        for role in ["supporter", "committee-member", "management"] {
            let client = try await town.signedIn(role)
            #expect(try await client.get("/id-cards").isNothing(for: client), "\(role)")
            #expect(try await client.post("/id-cards", ["account": "x"]).isNothing(for: client), "\(role)")
        }
    }
}

extension Reply {
    /// Whether it reads the same, to the byte. A cookie that is given once has random bytes of its own.
    fileprivate func isLike(_ other: Reply) -> Bool { status == other.status && body == other.body }
}
