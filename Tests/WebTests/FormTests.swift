import Foundation
import HTML
import Program
import Testing
import Web
import WebSupport

/// Forms count only when they come from the session's own pages.
@Suite struct FormTests {
    private static let newAccount = [("login", "new.keeper"), ("name", "New Keeper"), ("employeeNumber", "")]

    private static func accounts(_ client: Client) async throws -> Int {
        try await client.api(.get, "/api/v1/accounts").json?["accounts"]?.array?.count ?? -1
    }

    @Test func withTheSessionsTokenTheActIsDone() async throws {
        let town = try await DemoTown.start(pack: "orange-county-probation")
        let keeper = try await town.signedIn("coordinator")
        let before = try await Self.accounts(keeper)
        let page = try await keeper.get("/accounts/new")
        let token = try #require(keeper.formToken)
        #expect(page.text.contains("name=\"\(Form.tokenName)\" value=\"\(token)."))
        let reply = try await keeper.post("/accounts", Self.newAccount, token: token)
        #expect(reply.status == 303)
        #expect(try await Self.accounts(keeper) == before + 1)
    }

    @Test(arguments: [Forgery.noToken, .wrongToken, .tokenOfAnother, .fromAnotherSite, .fromAnotherHostOfTheSite])
    func aForgedFormChangesNothing(forgery: Forgery) async throws {
        let town = try await DemoTown.start(pack: "orange-county-probation")
        let keeper = try await town.signedIn("coordinator")
        let other = try await town.signedIn("coordinator")
        let before = try await Self.accounts(keeper)
        let unknown = try await keeper.post("/no-such-thing", [], token: keeper.formToken)
        let reply = try await forgery.send(Self.newAccount, to: "/accounts", of: keeper, other)
        #expect(reply == unknown)
        #expect(try await Self.accounts(keeper) == before)
    }

    @Test func everyFormOfStaffNeedsTheToken() async throws {
        let grounds = try await Grounds.layOut(pack: "orange-county-probation")
        for route in Routes.all
        where !route.isAPI && route.method == .post && ![.everyone, .directory].contains(route.audience) {
            let client = try await grounds.client(admittedTo: route)
            let path = try await grounds.path(of: route, for: client)
            let unknown = try await client.post("/no-such-thing", [], token: nil)
            #expect(try await client.post(path, [], token: nil) == unknown, "\(path)")
            guard !grounds.hasNothing(at: route) else { continue }
            #expect(try await client.post(path, [], token: client.formToken(at: path)) != unknown, "\(path)")
        }
    }

    @Test func aFormForEveryoneComesFromOurPagesToo() async throws {
        let town = try await DemoTown.start(pack: "iacp")
        let fields = [("login", "supporter"), ("passphrase", DemoAgency.passphrase)]
        let foreign = town.visitor()
        let reply = try await foreign.post(
            "/agencies/iacp/sign-in", fields, token: nil, headers: ["Sec-Fetch-Site": "cross-site"])
        #expect(reply.status == 404 && foreign.session == nil)
        let own = town.visitor()
        _ = try await own.post(
            "/agencies/iacp/sign-in", fields, token: nil, headers: ["Sec-Fetch-Site": "same-origin"])
        #expect(own.session != nil)
    }

    @Test func aFormThatIsNotTextOrTooLargeChangesNothing() async throws {
        let town = try await DemoTown.start(pack: "iacp")
        let path = "/agencies/iacp/sign-in"
        let type = ["Content-Type": "application/x-www-form-urlencoded"]
        let visitor = town.visitor()
        let broken = try await visitor.send("POST", path, headers: type, body: Array("login=%ff%fe".utf8))
        #expect(broken.status == 400)
        let large = try await visitor.send(
            "POST", path, headers: type, body: Array(repeating: UInt8(ascii: "a"), count: 300_000))
        #expect(large.status == 413)
        #expect(try await visitor.get(path).status == 200)
    }
}

/// A form that a page of the session did not send.
enum Forgery: String, CaseIterable, CustomTestStringConvertible {
    case noToken, wrongToken, tokenOfAnother, fromAnotherSite, fromAnotherHostOfTheSite

    var testDescription: String { rawValue }

    func send(
        _ fields: [(String, String)], to path: String, of client: Client, _ other: Client
    ) async throws -> Reply {
        switch self {
        case .noToken: try await client.post(path, fields, token: nil)
        case .wrongToken: try await client.post(path, fields, token: String(repeating: "A", count: 43))
        case .tokenOfAnother: try await client.post(path, fields, token: other.formToken)
        case .fromAnotherSite:
            try await client.post(
                path, fields, token: client.formToken, headers: ["Sec-Fetch-Site": "cross-site"])
        case .fromAnotherHostOfTheSite:
            try await client.post(
                path, fields, token: client.formToken, headers: ["Sec-Fetch-Site": "same-site"])
        }
    }
}
