import Foundation
import Program
import Store
import TestSupport
import Testing
import Web
import WebSupport

/// Signing in and out, as people's browsers do it.
@Suite struct SignInTests {
    private static let path = "/agencies/iacp/sign-in"

    @Test func aSupporterSignsInWithThePassphraseAlone() async throws {
        let town = try await DemoTown.start(pack: "iacp")
        let supporter = town.visitor()
        let reply = try await supporter.post(Self.path, ["login": "Supporter ", "passphrase": DemoAgency.passphrase])
        #expect(reply.status == 303 && reply.location == "/home")
        #expect(try await supporter.get("/home").status == 200)
    }

    @Test func aRoleAboveSupporterOwesTheSecondFactor() async throws {
        let town = try await DemoTown.start(pack: "iacp")
        let coordinator = try await town.halfSignedIn("coordinator")
        #expect(try await coordinator.get("/home").location == "/second-factor")
        let half = coordinator.session
        town.pass(seconds: 60)
        let digits = try town.digits(of: "coordinator", in: town.agency)
        #expect(try await coordinator.post("/second-factor", ["digits": "000000"]).status == 422)
        #expect(try await coordinator.post("/second-factor", ["digits": digits]).location == "/home")
        #expect(coordinator.session != half)
        #expect(try await Client(of: town.node, session: half).get("/second-factor").location == "/")
        let again = try await town.halfSignedIn("coordinator")
        #expect(try await again.post("/second-factor", ["digits": digits]).status == 422)
    }

    @Test func unknownLoginAndWrongPassphraseAreToldApartByNobody() async throws {
        let town = try await DemoTown.start(pack: "iacp")
        let wrong = try await town.visitor().post(Self.path, ["login": "supporter", "passphrase": "wrong"])
        let unknown = try await town.visitor().post(Self.path, ["login": "supportex", "passphrase": "wrong"])
        #expect(wrong.status == 422 && unknown.status == 422)
        #expect(wrong.text.replacing("supporter\"", with: "supportex\"") == unknown.text)
        let api = "/api/v1/agencies/iacp/sessions"
        let first = try await town.visitor().api(.post, api, ["login": "supporter", "passphrase": "wrong"])
        let second = try await town.visitor().api(.post, api, ["login": "supportex", "passphrase": "wrong"])
        #expect(first.status == 401 && first == second)
    }

    @Test func afterManyFailuresALoginPausesAndNoOtherDoes() async throws {
        let town = try await DemoTown.start(pack: "iacp")
        let api = "/api/v1/agencies/iacp/sessions"
        let right: JSON = ["login": "supporter", "passphrase": .string(DemoAgency.passphrase)]
        for _ in 0..<5 {
            let wrong = try await town.visitor().post(Self.path, ["login": "supporter", "passphrase": "wrong"])
            #expect(wrong.status == 422 && !wrong.text.contains("wrong"))
        }
        let paused = try await town.visitor().post(
            Self.path, ["login": "supporter", "passphrase": DemoAgency.passphrase])
        #expect(paused.status == 429)
        let told = try await town.visitor().api(.post, api, right)
        #expect(told.status == 429 && told.headers["retry-after"] == "30")
        _ = try await town.halfSignedIn("coordinator")
        town.pass(seconds: 29)
        #expect(try await town.visitor().api(.post, api, right).status == 429)
        town.pass(seconds: 1)
        #expect(try await town.visitor().api(.post, api, right).status == 201)
    }

    @Test func signingOutEndsTheSession() async throws {
        let town = try await DemoTown.start(pack: "iacp")
        let supporter = try await town.signedIn("supporter")
        let session = supporter.session
        let reply = try await supporter.post("/sign-out")
        #expect(reply.status == 303 && supporter.session == nil)
        #expect(try await Client(of: town.node, session: session).get("/home").location == "/")
    }

    @Test func aSessionEndsByItself() async throws {
        let town = try await DemoTown.start(pack: "iacp")
        let coordinator = try await town.signedIn("coordinator")
        let supporter = try await town.signedIn("supporter")
        town.pass(seconds: 13 * 3600)
        #expect(try await coordinator.get("/home").location == "/")
        #expect(try await supporter.get("/home").status == 200)
        town.pass(seconds: 14 * 86_400)
        #expect(try await supporter.get("/home").location == "/")
    }

    @Test(arguments: TestDatabase.engines)
    func aSessionOutlivesTheServer(engine: Store.Engine) async throws {
        let town = try await DemoTown.start(pack: "iacp", engine: engine)
        let session = try await town.signedIn("coordinator").session
        try await town.restart()
        #expect(try await Client(of: town.node, session: session).get("/home").status == 200)
    }

    @Test(.enabled(if: TestDatabase.engines.contains(.postgresql)))
    func nodesShareSessionsAndWhatWasDone() async throws {
        let town = try await DemoTown.start(pack: "iacp", engine: .postgresql)
        let first = try await town.signedIn("supporter")
        let second = Client(of: try await town.addNode(), session: first.session)
        let form = town.agency.policy.contactForm
        let counted = try await first.api(
            .post, "/api/v1/sheets/2026-03/contacts", ContactExample.json(form.kinds[0], of: form, on: "2026-03-05"))
        let id = try #require(counted.json?["id"]?.string)
        let sheet = try await second.api(.get, "/api/v1/sheets/2026-03")
        #expect(sheet.json?["contacts"]?.array?.compactMap { $0["id"]?.string } == [id])
        _ = try await second.post("/sign-out")
        #expect(try await first.get("/home").location == "/")
    }
}
