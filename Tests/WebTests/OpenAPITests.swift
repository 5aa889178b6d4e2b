import Foundation
import PolicyPacks
import Program
import Sealing
import Store
import TestSupport
import Testing
import Web
import WebSupport

/// The OpenAPI document says what the server does: no more, no less.
@Suite struct OpenAPITests {
    private static func document(_ town: DemoTown) async throws -> JSON {
        let reply = try await town.visitor().api(.get, "/api/v1/agencies/\(town.agency.slug)/openapi.json")
        #expect(reply.status == 200 && reply.headers["content-type"] == "application/json")
        return try #require(reply.largeJSON)
    }

    @Test(arguments: PackLibrary.bundled.map(\.text))
    func itHasEveryOperationAndNoOther(pack: String) async throws {
        let town = try await DemoTown.start(pack: pack)
        let document = try await Self.document(town)
        let written = (document["paths"]?.object ?? [:]).flatMap { path, item in
            (item.object ?? [:]).keys.map { "\($0.uppercased()) \(path)" }
        }
        let served = Routes.all.filter { $0.isAPI && $0.isServed(under: town.agency.policy) }.map {
            "\($0.method.rawValue) \($0.pattern)"
        }
        #expect(Set(written) == Set(served))
        #expect(written.count == served.count)
        let ids = (document["paths"]?.object ?? [:]).values.flatMap { item in
            (item.object ?? [:]).values.compactMap { $0["operationId"]?.string }
        }
        #expect(Set(ids).count == served.count)
        #expect(!Self.hasChoiceOfNothing(document), "A caller must be able to send what is asked for.")
    }

    /// Whether it asks somewhere for one of no values, as where a pack leaves a list of choices empty.
    private static func hasChoiceOfNothing(_ json: JSON) -> Bool {
        if json["enum"]?.array?.isEmpty == true { return true }
        return (json.object?.values).map(Array.init)?.contains(where: hasChoiceOfNothing)
            ?? json.array?.contains(where: hasChoiceOfNothing) ?? false
    }

    @Test(arguments: PackLibrary.bundled.map(\.text))
    func theContactFormIsThePacksOwn(pack: String) async throws {
        let town = try await DemoTown.start(pack: pack)
        let document = try await Self.document(town)
        let operation = try #require(document["paths"]?["/api/v1/sheets/{month}/contacts"]?["post"])
        let schema = try #require(operation["requestBody"]?["content"]?["application/json"]?["schema"])
        let checker = JSONSchema(document: document)
        let form = town.agency.policy.contactForm
        for kind in form.kinds {
            let answers = try ContactExample.json(kind, of: form, on: "2026-03-05")
            #expect(checker.problems(with: answers, schema).isEmpty)
            let members = try #require(answers.object)
            for question in kind.questions {
                var changed = members
                changed[question.id] = "no such answer"
                #expect(!checker.problems(with: .object(changed), schema).isEmpty, "\(kind.id) \(question.id)")
            }
            #expect(!checker.problems(with: .object(members.merging(["note": "he said"]) { $1 }), schema).isEmpty)
        }
    }

    /// Every operation asked for as every kind of caller: the status is documented and the body is what the document says. Once,
    /// whatever engines the tests run on.
    @Test(.enabled(if: TestDatabase.engines.contains(.sqlite)), arguments: PackLibrary.bundled.map(\.text))
    func everyAnswerIsAsDocumented(pack: String) async throws {
        let grounds = try await Grounds.layOut(pack: pack)
        let document = try await Self.document(grounds.town)
        for route in Routes.all where route.isAPI && route.isServed(under: grounds.agency.policy) {
            let operation = try #require(document["paths"]?[route.pattern]?[route.method.rawValue.lowercased()])
            let bodies: [JSON?] = route.method == .get ? [nil] : [nil, [:], grounds.rightBody(for: route)]
            for body in bodies {
                let admitted = try await grounds.client(admittedTo: route)
                let path = try await grounds.path(of: route, for: admitted)
                for client in [admitted, grounds.town.visitor(), try await grounds.halfClient("coordinator")] {
                    let reply = try await client.api(route.method, path, body)
                    let problems = Self.problems(with: reply, operation, document)
                    #expect(problems.isEmpty, "\(route.method) \(path) \(reply)")
                }
            }
        }
    }

    private static func problems(with reply: Reply, _ operation: JSON, _ document: JSON) -> [String] {
        guard let response = operation["responses"]?["\(reply.status)"] else { return ["undocumented"] }
        guard let content = response["content"]?.object, let (type, media) = content.first else {
            return reply.body.isEmpty ? [] : ["a body that is not documented"]
        }
        guard reply.headers["content-type"] == type, let json = reply.largeJSON, let schema = media["schema"] else {
            return ["the wrong type"]
        }
        return JSONSchema(document: document).problems(with: json, schema)
    }
}

extension Reply {
    /// The body, which may nest deeper than what the server takes.
    var largeJSON: JSON? { try? JSONDecoder().decode(JSON.self, from: Data(body)) }
}

extension Grounds {
    /// A body that the operation accepts, or at least one whose every field is of the right kind.
    fileprivate func rightBody(for route: Route) -> JSON? {
        let form = agency.policy.contactForm
        let path = route.pattern
        if path.contains("/contacts") { return try? ContactExample.json(form.kinds[0], of: form, on: "2026-03-05") }
        if path.hasSuffix("/sessions") {
            return ["login": "supporter", "passphrase": .string(DemoAgency.passphrase)]
        }
        if path.hasSuffix("/enrolments") || path.hasSuffix("/recoveries") {
            return ["login": "supporter", "code": "nothing", "passphrase": "quite another passphrase"]
        }
        if path.hasSuffix("/second-factor-recovery") { return ["code": "nothing"] }
        if path.hasSuffix("/second-factor") { return ["digits": "000000"] }
        if path.hasSuffix("/passphrase") { return ["present": "wrong", "passphrase": "quite another passphrase"] }
        if path.hasSuffix("/accounts") { return ["login": "new.supporter", "name": "New Supporter"] }
        if path.contains("/after-action-inputs") { return bodyOfAfterAction(path) }
        if let body = bodyOfSeeker(path) { return body }
        if path.hasSuffix("/roles") { return ["role": "supporter", "startsOn": "2026-03-10"] }
        return nil
    }

    /// The same for what seekers and supporters' cards send.
    private func bodyOfSeeker(_ path: String) -> JSON? {
        switch path {
        case "/api/v1/agencies/{agency}/requests":
            guard let standing = agency.policy.scope.seekers.first?.kind.rawValue else { return nil }
            return [
                "origin": "oneself", "standing": .string(standing), "way": "message", "words": "Hello",
                "advisementRead": true,
            ]
        case "/api/v1/agencies/{agency}/passes": return ["receipt": .string(Receipt().text)]
        case "/api/v1/support/messages": return ["text": "Hello"]
        case "/api/v1/support/change": return ["unwanted": false]
        case "/api/v1/support/consents": return ["to": "Dr Quill", "scope": "That I am away", "until": "2026-12-31"]
        case "/api/v1/support/consent-end", "/api/v1/support/consultation-end",
            "/api/v1/support/consultation-opening":
            return ["id": .string(RandomId().text)]
        case "/api/v1/support/time-off-note": return ["agreed": true]
        case "/api/v1/card":
            return [
                "name": "Robin", "showsUnit": true, "showsRank": false, "showsShift": true, "languages": ["Spanish"],
                "experience": "", "words": "", "phone": "555-0142", "phoneUse": "call",
            ]
        default: return nil
        }
    }
}
