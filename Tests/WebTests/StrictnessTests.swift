import Foundation
import Program
import Testing
import Web
import WebSupport

/// The programming interface takes exactly what it documents; whatever else comes is refused with words and changes nothing.
@Suite struct StrictnessTests {
    private static let contacts = "/api/v1/sheets/2026-03/contacts"

    private static func town() async throws -> (Client, right: [String: JSON]) {
        let town = try await DemoTown.start(pack: "orange-county-probation")
        let form = town.agency.policy.contactForm
        let right = try ContactExample.json(form.kinds[0], of: form, on: "2026-03-05")
        return (try await town.signedIn("supporter"), try #require(right.object))
    }

    private static func count(_ client: Client) async throws -> Int {
        try await client.api(.get, "/api/v1/sheets/2026-03").json?["contacts"]?.array?.count ?? -1
    }

    /// The one problem of the answer.
    private static func problem(_ reply: Reply) throws -> JSON {
        #expect(reply.status == 422 && reply.headers["content-type"] == "application/problem+json")
        let problems = try #require(reply.json?["problems"]?.array)
        #expect(problems.count == 1)
        return problems[0]
    }

    @Test(.clause("OCP-I.C.3.i-2")) func anUnknownFieldIsRefusedByName() async throws {
        let (client, right) = try await Self.town()
        let reply = try await client.api(.post, Self.contacts, .object(right.merging(["note": "he said"]) { $1 }))
        #expect(try Self.problem(reply)["field"] == "note")
        #expect(!reply.text.contains("he said"))
        #expect(try await Self.count(client) == 0)
    }

    /// A form without days asks for the month; one with days has no such field to show a problem at.
    @Test func aMonthThatIsClosedIsRefusedAtTheDay() async throws {
        let (client, _) = try await Self.town()
        let reply = try await client.post("/contacts", ["kind": "contact", "day": "2024-01-05"])
        #expect(reply.status == 422 && reply.text.contains("is closed"))
        #expect(reply.text.contains("href=\"#field-day\"") && !reply.text.contains("#field-month"))
    }

    @Test func everyFieldOfAWrongTypeIsRefusedWithItsRule() async throws {
        let (client, right) = try await Self.town()
        let wrong: [JSON] = [.null, .array([.array([])]), .number(1.5), "no such answer", ["a": 1], .integer(-1)]
        for field in right.keys {
            for value in wrong {
                let reply = try await client.api(.post, Self.contacts, .object(right.merging([field: value]) { $1 }))
                let problem = try Self.problem(reply)
                #expect(problem["field"]?.string == field)
                #expect(problem["message"]?.string?.isEmpty == false)
                // A bound of ours is refused as ours.
                let isExplained = problem["clauses"]?.array?.isEmpty == false || problem["ourChoice"]?.string != nil
                if field != "kind" { #expect(isExplained, "\(field)") }
            }
        }
        #expect(try await Self.count(client) == 0)
        #expect(try await client.api(.post, Self.contacts, .object(right)).status == 201)
        #expect(try await Self.count(client) == 1)
    }

    /// In hexadecimal digits: what is not UTF-8, and JSON in UTF-16.
    private static let notUTF8: [[UInt8]] = [
        [0xFF, 0xFE, 0x7B], [0x7B, 0x22, 0xC3, 0x28, 0x22, 0x3A, 0x31, 0x7D], [0x00], [0x00, 0x7B, 0x00, 0x7D],
        [0x7B, 0x00, 0x7D, 0x00],
    ]
    private static let notJSON = [
        "", "{", "{\"kind\":\"a\",}", "{'kind':1}", "{\"kind\":NaN}", "{\"kind\":1e999}", "{}{}", "// nothing\n{}",
        // A member twice, in the same letters, in escapes, and inside of another.
        "{\"kind\":\"a\",\"kind\":\"a\"}", #"{"kind":"a","k\u0069nd":"b"}"#, #"{"kind":{"a":1,"b":[{"a":1}],"a":2}}"#,
    ]

    @Test(arguments: notUTF8 + notJSON.map { Array($0.utf8) })
    func whatIsNotJSONIsRefused(bytes: [UInt8]) async throws {
        let (client, _) = try await Self.town()
        let reply = try await client.api(.post, Self.contacts, bytes: bytes)
        #expect(reply.status == 400 && reply.headers["content-type"] == "application/problem+json", "\(reply)")
    }

    @Test(arguments: [
        (#"{"kind":"a","kind":"a"}"#, "kind"), (#"{"kind":"a","k\u0069nd":"b"}"#, "kind"),
        (#"{"kind":{"a":1,"b":[{"a":1}],"a":2}}"#, "kind.a"), (#"{"kind":{"b":[{"c":1},{"c":1,"c":2}]}}"#, "kind.b.c"),
    ])
    func aMemberThatComesTwiceIsNamed(text: String, member: String) async throws {
        let (client, _) = try await Self.town()
        let reply = try await client.api(.post, Self.contacts, bytes: Array(text.utf8))
        #expect(reply.status == 400)
        #expect(reply.json?["problems"]?.array?.map { $0["field"] } == [.string(member)])
    }

    @Test(arguments: [
        (Array("{\"kind\":\"a".utf8) + [0, 0x22, 0x7D], "U+0000"), ([0xFF, 0x7B], "not in UTF-8"),
        (Array("{".utf8), "not JSON"), (Array(String(repeating: "[", count: 17).utf8), "nests deeper"),
    ])
    func whyABodyCannotBeReadIsSaid(bytes: [UInt8], words: String) async throws {
        let (client, _) = try await Self.town()
        let reply = try await client.api(.post, Self.contacts, bytes: bytes)
        #expect(reply.status == 400 && reply.json?["title"]?.string?.contains(words) == true, "\(reply.text)")
    }

    @Test func aParameterThatComesTwiceIsRefusedByName() async throws {
        let town = try await DemoTown.start(pack: "orange-county-probation")
        let client = try await town.signedIn("coordinator")
        let reply = try await client.api(.get, "/api/v1/people?after=1&after=2")
        #expect(reply.status == 422 && reply.json?["problems"]?.array?.first?["field"] == "after")
    }

    @Test(arguments: [17, 600, 20_000, 100_000])
    func deepNestingIsRefusedAndHarmsNothing(depth: Int) async throws {
        let (client, _) = try await Self.town()
        for (opening, closing) in [("[", "]"), ("{\"a\":", "}")] {
            let text =
                String(repeating: opening, count: depth) + "1" + String(repeating: closing, count: depth)
            let reply = try await client.api(.post, Self.contacts, bytes: Array(text.utf8))
            #expect(reply.status == (text.utf8.count > 256 * 1024 ? 413 : 400))
        }
        #expect(try await Self.count(client) == 0)
    }

    @Test func bracketsWithinWordsAreNoNesting() async throws {
        let (client, right) = try await Self.town()
        let words = JSON.string(String(repeating: "[\\\"{", count: 100))
        let reply = try await client.api(.post, Self.contacts, .object(right.merging(["kind": words]) { $1 }))
        #expect(try Self.problem(reply)["field"] == "kind")
    }

    @Test func tooMuchIsRefused() async throws {
        let (client, right) = try await Self.town()
        let words = JSON.string(String(repeating: "a", count: 300_000))
        let reply = try await client.api(.post, Self.contacts, .object(right.merging(["kind": words]) { $1 }))
        #expect(reply.status == 413 && reply.headers["content-type"] == "application/problem+json")
    }

    @Test(arguments: [
        "text/plain", "application/x-www-form-urlencoded", "application/jsonx", "application/json-seq",
        "multipart/form-data",
    ])
    func anotherMediaTypeIsRefused(type: String) async throws {
        let (client, right) = try await Self.town()
        let reply = try await client.api(.post, Self.contacts, bytes: JSON.object(right).bytes, type: type)
        #expect(reply.status == 415)
        #expect(try await Self.count(client) == 0)
    }

    @Test(arguments: ["application/json; charset=utf-8", "Application/JSON"])
    func jsonWithAParameterIsJSON(type: String) async throws {
        let (client, right) = try await Self.town()
        let reply = try await client.api(.post, Self.contacts, bytes: JSON.object(right).bytes, type: type)
        #expect(reply.status == 201)
    }

    @Test func anotherMethodIsRefusedWithTheOnesThereAre() async throws {
        let visitor = try await DemoTown.start(pack: "iacp").visitor()
        let allowed = Dictionary(grouping: Routes.all.filter(\.isAPI), by: \.pattern)
        for (pattern, routes) in allowed {
            let path = pattern.replacing("{agency}", with: "iacp").replacing("{month}", with: "2026-03")
                .replacing("{account}", with: "a").replacing("{holding}", with: "b").replacing("{contact}", with: "c")
            var methods = routes.map(\.method.rawValue) + ["OPTIONS"]
            if methods.contains("GET") { methods.append("HEAD") }
            let allow = methods.sorted().joined(separator: ", ")
            for method in ["GET", "POST", "PUT", "DELETE", "PATCH"] where !methods.contains(method) {
                let reply = try await visitor.send(method, path)
                #expect(reply.status == 405 && reply.headers["allow"] == allow, "\(method) \(path) \(reply)")
            }
            let reply = try await visitor.send("OPTIONS", path)
            #expect(reply.status == 204 && reply.headers["allow"] == allow, "\(path) \(reply)")
        }
    }

    @Test func aHeadIsAGetWithoutItsBody() async throws {
        let town = try await DemoTown.start(pack: "iacp")
        let path = "/api/v1/agencies/iacp/openapi.json"
        let whole = try await town.visitor().send("GET", path)
        let head = try await town.visitor().send("HEAD", path)
        #expect(head.status == 200 && head.body.isEmpty)
        #expect(head.headers["content-length"] == whole.headers["content-length"])
        let page = try await town.visitor().send("HEAD", "/home")
        #expect(page.status == 303 && page.location == "/")
    }

    @Test(arguments: [
        "", "Bearer ", "Basic YTpi", "Bearer short", "bearer x y", "Bearer \(String(repeating: "A", count: 43))",
    ])
    func withoutASessionOneIsAskedFor(header: String) async throws {
        let town = try await DemoTown.start(pack: "iacp")
        let reply = try await town.visitor().send(
            "GET", "/api/v1/account", headers: header.isEmpty ? [:] : ["Authorization": header])
        #expect(reply.status == 401 && reply.headers["www-authenticate"] == "Bearer")
    }

    @Test func aCookieOpensNothingHere() async throws {
        let town = try await DemoTown.start(pack: "iacp")
        let session = try #require(try await town.signedIn("supporter").session)
        let reply = try await town.visitor().send(
            "GET", "/api/v1/account", headers: ["Cookie": "session=\(session)"])
        #expect(reply.status == 401)
    }

    @Test func theBearerSchemeIsReadInAnyCase() async throws {
        let town = try await DemoTown.start(pack: "iacp")
        let session = try #require(try await town.signedIn("supporter").session)
        let reply = try await town.visitor().send(
            "GET", "/api/v1/account", headers: ["Authorization": "bearer \(session)"])
        #expect(reply.status == 200)
    }
}
