import Foundation
import Program
import Testing
import Web
import WebSupport

/// What browsers say of where a request comes from, and in what form it comes.
@Suite struct ProvenanceTests {
    private static let signIn = "/agencies/iacp/sign-in"
    private static let sessions = "/api/v1/agencies/iacp/sessions"
    private static let fields = [("login", "supporter"), ("passphrase", DemoAgency.passphrase)]
    private static let own = "OWN"

    /// What comes along with a form, by header; `OWN` stands for the server's own origin.
    static let foreign: [[String: String]] = [
        ["Origin": "https://evil.example"], ["Origin": "http://127.0.0.1:1"], ["Origin": "http://127.0.0.1"],
        ["Origin": "null"], ["Origin": "null", "Referer": "https://evil.example/"], ["Origin": ""],
        ["Origin": "OWN.evil.example"],
        ["Origin": "file://"], ["Origin": "moz-extension://f00"],
        ["Referer": "https://evil.example/agencies/iacp/sign-in"],
        ["Sec-Fetch-Site": "cross-site"], ["Sec-Fetch-Site": "same-site"],
        ["Sec-Fetch-Site": "cross-site", "Origin": "OWN"],
        ["Sec-Fetch-Site": "same-origin", "Origin": "https://evil.example"],
        ["Sec-Fetch-Site": "none", "Origin": "https://evil.example"],
    ]

    static let ours: [[String: String]] = [
        [:], ["Origin": "OWN"], ["Origin": "OWN", "Referer": "OWN/agencies/iacp/sign-in"], ["Referer": "OWN/"],
        ["Sec-Fetch-Site": "same-origin", "Origin": "OWN"], ["Sec-Fetch-Site": "none"],
        // Of a page that keeps back where it comes from.
        ["Sec-Fetch-Site": "same-origin", "Origin": "null"],
        ["Origin": "null", "Referer": "OWN/agencies/iacp/sign-in"],
    ]

    private static func filled(_ headers: [String: String], _ client: Client) -> [String: String] {
        headers.mapValues { $0.replacing(own, with: client.origin) }
    }

    @Test(arguments: foreign) func anotherSitesFormDoesNothing(headers: [String: String]) async throws {
        let client = try await DemoTown.start(pack: "iacp").visitor()
        let reply = try await client.post(
            Self.signIn, Self.fields, token: nil, headers: Self.filled(headers, client))
        #expect(reply.status == 404 && client.session == nil)
        let asked = try await client.post(
            "/agencies/iacp/ask", [("origin", "oneself")], token: nil, headers: Self.filled(headers, client))
        #expect(asked.status == 404)
    }

    @Test(arguments: foreign) func anotherSitesCallDoesNothing(headers: [String: String]) async throws {
        let client = try await DemoTown.start(pack: "iacp").visitor()
        let body: JSON = ["login": "supporter", "passphrase": .string(DemoAgency.passphrase)]
        let sent = ["Content-Type": "application/json"].merging(Self.filled(headers, client)) { $1 }
        let reply = try await client.send("POST", Self.sessions, headers: sent, body: body.bytes)
        #expect(reply.status == 403 && reply.headers["content-type"] == "application/problem+json")
    }

    @Test(arguments: ours) func ourOwnFormsAndProgramsAreTaken(headers: [String: String]) async throws {
        let client = try await DemoTown.start(pack: "iacp").visitor()
        _ = try await client.post(Self.signIn, Self.fields, token: nil, headers: Self.filled(headers, client))
        #expect(client.session != nil)
        let body: JSON = ["login": "supporter", "passphrase": .string(DemoAgency.passphrase)]
        let sent = ["Content-Type": "application/json"].merging(Self.filled(headers, client)) { $1 }
        let reply = try await client.send("POST", Self.sessions, headers: sent, body: body.bytes)
        #expect(reply.status == 201)
    }

    /// Behind a proxy that speaks HTTPS a page without it is somebody else's, on whatever host.
    @Test func behindHTTPSAPageWithoutItIsForeign() async throws {
        let client = try await DemoTown.start(pack: "iacp", isSecure: true).visitor()
        let plain = try await client.post(Self.signIn, Self.fields, token: nil, headers: ["Origin": client.origin])
        #expect(plain.status == 404)
        let secure = try await client.post(
            Self.signIn, Self.fields, token: nil,
            headers: ["Origin": client.origin.replacing("http://", with: "https://")])
        #expect(secure.status == 303)
    }

    @Test(arguments: [
        "text/plain", "multipart/form-data; boundary=a", "application/json", "application/x-www-form-urlencodedx", "",
    ])
    func aFormOfAnotherTypeIsRefused(type: String) async throws {
        let client = try await DemoTown.start(pack: "iacp").visitor()
        let body = "login=supporter&passphrase=\(DemoAgency.passphrase.replacing(" ", with: "+"))"
        let reply = try await client.send(
            "POST", Self.signIn, headers: ["Content-Type": type], body: Array(body.utf8))
        #expect(reply.status == 415 && client.session == nil)
        let right = "application/x-www-form-urlencoded; charset=UTF-8"
        _ = try await client.send("POST", Self.signIn, headers: ["Content-Type": right], body: Array(body.utf8))
        #expect(client.session != nil)
    }

    @Test(arguments: [signIn, sessions]) func aCompressedBodyIsRefused(path: String) async throws {
        let client = try await DemoTown.start(pack: "iacp").visitor()
        let type = path == Self.sessions ? "application/json" : "application/x-www-form-urlencoded"
        let reply = try await client.send(
            "POST", path, headers: ["Content-Type": type, "Content-Encoding": "gzip"], body: [0x1F, 0x8B])
        #expect(reply.status == 415)
    }
}
