import Foundation
import Operations
import PolicyPacks
import Program
import Sealing
import Testing
import Web
import WebSupport

/// A request is found by its seeker and whoever has it, and by nobody else on any way: not by a role, not by an id.
@Suite struct ForeignIDProofTests {
    static let packs = PackLibrary.bundled.map(\.text)

    /// Every role at every address that names a thing: a thing of another agency answers as none does, to the byte.
    @Test(arguments: packs) func aThingOfAnotherAgencyIsUnknown(pack: String) async throws {
        let town = try await ForeignIDs.layOut(pack: pack, beside: Self.neighbour(of: pack))
        let document = try await Document(of: town)
        var compared = 0
        for route in Routes.all {
            guard let path = Self.path(of: route, with: town.foreign.ids),
                let unknown = Self.path(of: route, with: town.foreign.ids.mapValues { _ in RandomId().text })
            else { continue }
            for (role, client) in town.clients {
                let reply = try await client.asks(route, path, document)
                let nothing = try await client.asks(route, unknown, document)
                #expect(reply == nothing, "\(role) at \(route.method.rawValue) \(path)")
                if document.body(of: route) != nil {
                    #expect(reply.status == 404, "\(role) at \(route.method.rawValue) \(path): \(reply)")
                }
                compared += 1
            }
        }
        #expect(compared > 20 * town.clients.count)
    }

    /// The same of a request in one's own agency that somebody else has.
    @Test(arguments: packs) func aRequestOfSomebodyElseIsUnknown(pack: String) async throws {
        let town = try await ForeignIDs.layOut(pack: pack, beside: Self.neighbour(of: pack))
        let document = try await Document(of: town)
        let ids = town.own.ids.filter { ["request", "reminder"].contains($0.key) }
        for route in Routes.all where route.pattern.contains("{request}") {
            // A consultation of the request is as unknown here as the request itself.
            let all = ids.merging(["consultation": RandomId().text]) { $1 }
            guard let path = Self.path(of: route, with: all),
                let unknown = Self.path(of: route, with: all.mapValues { _ in RandomId().text })
            else { continue }
            for (role, client) in town.clients where role != "supporter" {
                let reply = try await client.asks(route, path, document)
                #expect(
                    reply == (try await client.asks(route, unknown, document)),
                    "\(role) at \(route.method.rawValue) \(path)")
                if document.body(of: route) != nil {
                    #expect(reply.status == 404, "\(role) at \(route.method.rawValue) \(path): \(reply)")
                }
            }
        }
        let supporter = try #require(town.clients["supporter"])
        #expect(try await supporter.get("/requests/\(town.own.request)").status == 200)
        #expect(try await supporter.api(.get, "/api/v1/requests/\(town.own.request)").status == 200)
    }

    /// Management, administrators and everybody else without the power: whatever they open shows no request, neither its id nor
    /// a word of it.
    @Test(arguments: packs) func managementFindsNoRequest(pack: String) async throws {
        let town = try await ForeignIDs.layOut(pack: pack, beside: Self.neighbour(of: pack))
        var opened = 0
        for role in town.town.agency.policy.roles where !role.powers.contains(.takeRequests) {
            let client = try #require(town.clients[role.id.text])
            for route in Routes.all where route.method == .get {
                let path = try await Self.anyPath(of: route, in: town)
                let reply = route.isAPI ? try await client.api(.get, path) : try await client.get(path)
                opened += reply.status == 200 ? 1 : 0
                #expect(!reply.text.contains(town.own.request), "\(role.id) at \(path)")
                for word in ForeignIDs.words {
                    #expect(!reply.text.contains(word), "\(role.id) at \(path)")
                }
            }
        }
        #expect(opened > 20)
        let page = try await town.clients["supporter"]?.get("/requests/\(town.own.request)")
        #expect(page?.text.contains(ForeignIDs.words[0]) == true)
    }

    private static func neighbour(of pack: String) -> String {
        pack == "police-division" ? "sacramento-probation" : "police-division"
    }

    /// The route's address with those ids; nothing where it names none of them, or another thing beside.
    private static func path(of route: Route, with ids: [String: String]) -> String? {
        let named = ids.filter { route.pattern.contains("{\($0.key)}") }
        guard !named.isEmpty else { return nil }
        let path = named.reduce(route.pattern) { $0.replacing("{\($1.key)}", with: $1.value) }
            .replacing("{supporter}", with: RandomId().text)
        return path.contains("{") ? nil : path
    }

    /// The route's address with something real wherever it names something.
    private static func anyPath(of route: Route, in town: ForeignIDs) async throws -> String {
        let agency = town.town.agency
        let account = try #require(agency.members["supporter"]).account
        var path = town.own.ids.reduce(route.pattern) { $0.replacing("{\($1.key)}", with: $1.value) }
        for (name, value) in [("agency", agency.slug), ("month", "2026-03"), ("account", account)] {
            path = path.replacing("{\(name)}", with: value)
        }
        return path.replacing(try Regex("\\{[A-Za-z]+\\}"), with: town.own.request)
    }
}

/// The agency's description of its interface, to make bodies that are well formed.
struct Document {
    private let json: JSON

    init(of town: ForeignIDs) async throws {
        let reply = try await town.town.visitor().get("/api/v1/agencies/\(town.town.agency.slug)/openapi.json")
        json = try #require(reply.largeJSON)
    }

    /// The simplest body that the operation takes. Where the pack leaves nothing to choose there is none, and any is refused.
    func body(of route: Route) -> JSON? {
        let operation = json["paths"]?[route.pattern]?[route.method.rawValue.lowercased()]
        guard let schema = operation?["requestBody"]?["content"]?["application/json"]?["schema"] else { return [:] }
        return example(schema)
    }

    private func example(_ schema: JSON) -> JSON? {
        if let reference = schema["$ref"]?.string {
            let path = reference.split(separator: "/").dropFirst()
            return example(path.reduce(json) { $0[String($1)] ?? .null })
        }
        if let one = schema["oneOf"]?.array?.first ?? schema["anyOf"]?.array?.first { return example(one) }
        if let choices = schema["enum"]?.array { return choices.first }
        switch schema["type"]?.string ?? schema["type"]?.array?.first?.string {
        case "boolean": return true
        case "integer": return .integer(schema["minimum"]?.integer ?? 0)
        case "array": return .array([])
        case "object":
            var members: [String: JSON] = [:]
            for name in schema["required"]?.array?.compactMap(\.string) ?? [] {
                guard let member = example(schema["properties"]?[name] ?? .null) else { return nil }
                members[name] = member
            }
            return .object(members)
        default: return schema["format"] == "date" ? "2026-03-20" : .string(RandomId().text)
        }
    }
}

extension Client {
    /// Comes to the address as the route is used, with everything filled in that any of these forms asks for.
    fileprivate func asks(_ route: Route, _ path: String, _ document: Document) async throws -> Reply {
        if route.isAPI {
            return try await api(route.method, path, route.method == .get ? nil : document.body(of: route))
        }
        if route.method == .get { return try await get(path) }
        return try await post(
            path,
            [
                "text": "Words", "attests": "yes", "day": "2026-03-20", "kind": "followUp", "outcome": "wanted",
                "reason": "rapport", "seekerWasAsked": "yes", "how": "telephone", "place": "0", "answer": "coming",
            ])
    }
}
