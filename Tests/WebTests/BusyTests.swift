import Dispatch
import Foundation
import Operations
import Store
import TestSupport
import Testing
import Web
import WebSupport

/// Where the database is busy or away, people and programs hear that it passes; it is no fault of the server.
@Suite struct BusyTests {
    /// Has the table, or the whole file, to itself as long as the body runs.
    private func holding(_ town: DemoTown, _ body: () async throws -> Void) async throws {
        let other = try await town.besides()
        let (isHeld, isOver) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        async let held: Void = other.write { transaction in
            if other.engine == .postgresql { try transaction.execute("LOCK TABLE session IN ACCESS EXCLUSIVE MODE") }
            isHeld.signal()
            _ = isOver.wait(timeout: .now() + 120)
        }
        try await TestDatabase.fresh(.sqlite).read { _ in _ = isHeld.wait(timeout: .now() + 120) }
        do { try await body() } catch { Issue.record(error) }
        isOver.signal()
        try await held
    }

    @Test("Who meets a busy database is asked to try again, and nothing is logged", arguments: TestDatabase.engines)
    func busy(engine: Store.Engine) async throws {
        let town = try await DemoTown.start(pack: "iacp", engine: engine)
        let log = KeptLog()
        let node = try await town.addNode(limits: .impatient, log: log.logger)
        let supporter = try await town.signedIn("supporter")
        let (page, program) = (Client(of: node, session: supporter.session), Client(of: node))
        try await holding(town) {
            let left = try await page.post("/sign-out")
            #expect(left.status == 503 && left.headers["retry-after"] == "5")
            #expect(left.text.contains("Nothing was done") && left.text.contains("safe to send it again"))
            let began = try await program.api(
                .post, "/api/v1/agencies/\(town.agency.slug)/sessions",
                ["login": "supporter", "passphrase": .string(DemoAgency.passphrase)])
            #expect(began.status == 503 && began.headers["retry-after"] == "5")
            #expect(began.headers["content-type"] == "application/problem+json")
        }
        #expect(log.lines.isEmpty, "\(log.lines)")
        // Nothing was done, and then it is.
        #expect(try await supporter.get("/home").status == 200)
        #expect(try await page.post("/sign-out").status == 303)
    }

    @Test(
        "However long the database takes, an answer comes in time, and nothing is done after it",
        arguments: TestDatabase.engines)
    func inTime(engine: Store.Engine) async throws {
        let town = try await DemoTown.start(pack: "iacp", engine: engine)
        let node = try await town.addNode(longestAnswer: .seconds(1))
        let supporter = try await town.signedIn("supporter")
        let page = Client(of: node, session: supporter.session)
        try await holding(town) {
            let sent = try await page.post("/sign-out", ["words": "what I wrote"])
            #expect(sent.status == 503 && sent.headers["retry-after"] == "5")
            #expect(sent.text.contains(">\nwhat I wrote</textarea>"))
        }
        #expect(try await supporter.get("/home").status == 200)
        // A busy machine may keep this server waiting for longer than it waits.
        try await eventually { try await page.post("/sign-out").status == 303 }
    }

    @Test("Who meets no database at all hears the same, and the operator why", arguments: TestDatabase.engines)
    func away(engine: Store.Engine) async throws {
        let town = try await DemoTown.start(pack: "iacp", engine: engine)
        let log = KeptLog()
        let node = try await town.addNode(log: log.logger)
        let path = "/agencies/\(town.agency.slug)"
        #expect(try await Client(of: node).get(path).status == 200)
        await node.programmes.database.close()
        let reply = try await Client(of: node).get(path)
        #expect(reply.status == 503 && reply.headers["retry-after"] == "5")
        let called = try await Client(of: node).api(.get, "/api/v1\(path)/openapi.json")
        #expect(called.status == 503 && called.headers["content-type"] == "application/problem+json")
        #expect(log.lines.count == 2 && log.lines.allSatisfy { $0.contains("warning") && $0.contains("closed") })
    }

    @Test("What a seeker wrote comes back where there is no database", arguments: TestDatabase.engines)
    func seekersWords(engine: Store.Engine) async throws {
        let town = try await DemoTown.start(pack: "iacp", engine: engine)
        let node = try await town.addNode()
        let seeker = Client(of: node)
        seeker.keep(pass: try #require(try await town.seeker().pass))
        await node.programmes.database.close()
        for path in ["/support/messages", "/support/consents"] {
            let reply = try await seeker.post(path, ["text": "a long letter"])
            #expect(reply.status == 503 && reply.headers["retry-after"] == "5", "\(path)")
            #expect(reply.text.contains(">\na long letter</textarea>"), "\(path)")
        }
    }

    @Test("Every operation of the document may answer so")
    func documented() async throws {
        let town = try await DemoTown.start(pack: "iacp")
        let reply = try await town.visitor().api(.get, "/api/v1/agencies/\(town.agency.slug)/openapi.json")
        let paths = try #require(try JSONDecoder().decode(JSON.self, from: Data(reply.body))["paths"]?.object)
        for (path, operations) in paths {
            for (method, operation) in operations.object ?? [:] {
                let answer = operation["responses"]?["503"]
                #expect(answer?["headers"]?["Retry-After"] != nil, "\(method) \(path)")
            }
        }
    }
}
