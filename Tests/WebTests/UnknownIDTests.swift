import Operations
import Program
import Sealing
import Testing
import Web
import WebSupport

/// What somebody else's thing answers is what no thing at all answers, to the byte.
@Suite struct UnknownIDTests {
    @Test func anAccountOfAnotherAgencyIsUnknown() async throws {
        let town = try await DemoTown.start(packs: ["iacp", "police-division"])
        let keeper = try await town.signedIn("coordinator", at: "iacp")
        let foreign = try #require(town.agency("police-division").members["supporter"]).account
        let own = try #require(town.agency("iacp").members["supporter"]).account
        let unknown = RandomId().text
        #expect(try await keeper.api(.get, "/api/v1/accounts/\(own)").status == 200)
        for (method, path) in Self.paths {
            func ask(_ account: String) async throws -> Reply {
                let path = path.replacing("ID", with: account)
                guard path.hasPrefix("/api/") else {
                    return method == .get ? try await keeper.get(path) : try await keeper.post(path, Self.role)
                }
                return try await keeper.api(method, path, method == .get ? nil : Self.roleJSON)
            }
            let answer = try await ask(foreign)
            #expect(answer.status == 404, "\(method) \(path)")
            #expect(answer == (try await ask(unknown)), "\(method) \(path)")
        }
        let session = try await town.signedIn("supporter", at: "police-division")
        #expect(try await session.get("/home").status == 200)
    }

    private static let paths: [(Route.Method, String)] = [
        (.get, "/accounts/ID"), (.post, "/accounts/ID/roles"), (.post, "/accounts/ID/sessions/end"),
        (.get, "/api/v1/accounts/ID"), (.post, "/api/v1/accounts/ID/roles"), (.delete, "/api/v1/accounts/ID/sessions"),
        (.post, "/api/v1/accounts/ID/enrolment-code"), (.post, "/accounts/ID/start-over"),
        (.post, "/api/v1/accounts/ID/start-over"),
    ]

    private static let role: KeyValuePairs = ["role": "supporter", "startsOn": "2026-03-10"]
    private static let roleJSON: JSON = ["role": "supporter", "startsOn": "2026-03-10"]

    @Test func aContactOfAnotherSupporterIsUnknown() async throws {
        let town = try await DemoTown.start(packs: ["iacp", "police-division"])
        let owner = try await town.signedIn("supporter", at: "iacp")
        let other = try await town.signedIn("supporter", at: "police-division")
        let form = try town.agency("iacp").policy.contactForm
        let answers = try ContactExample.json(form.kinds[0], of: form, on: "2026-03-05")
        let counted = try await owner.api(.post, "/api/v1/sheets/2026-03/contacts", answers)
        let contact = try #require(counted.json?["id"]?.string)
        let unknown = RandomId().text
        let foreignForm = try town.agency("police-division").policy.contactForm
        let correction = try ContactExample.json(foreignForm.kinds[0], of: foreignForm, on: "2026-03-05")
        for method in [Route.Method.put, .delete] {
            let path = "/api/v1/sheets/2026-03/contacts/"
            let answer = try await other.api(method, path + contact, correction)
            #expect(answer.status == 404)
            #expect(answer == (try await other.api(method, path + unknown, correction)))
        }
        #expect(
            try await other.get("/sheets/2026-03/contacts/\(contact)")
                == other.get("/sheets/2026-03/contacts/\(unknown)"))
        let sheet = try await owner.api(.get, "/api/v1/sheets/2026-03")
        #expect(sheet.json?["contacts"]?.array?.count == 1)
    }

    @Test func aSummaryOfAnotherAgencyIsUnknown() async throws {
        let town = try await DemoTown.start(packs: ["iacp", "police-division"])
        let publisher = try await town.signedIn("coordinator", at: "iacp")
        #expect(try await publisher.api(.post, "/api/v1/figures/summary/2026-01/publication").status == 201)
        let reader = try await town.signedIn("chief", at: "police-division")
        let answer = try await reader.api(.get, "/api/v1/figures/summary/2026-01")
        #expect(answer.status == 404)
        #expect(answer == (try await reader.api(.get, "/api/v1/figures/summary/2025-01")))
    }
}
