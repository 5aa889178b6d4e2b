import Foundation
import Operations
import Program
import Store
import TestSupport
import Testing
import Web
import WebSupport

/// Certificates that members hand in: sealed to the keeper of the record and to them, and counted once confirmed.
@Suite struct CertificateTests {
    private static let pdf = Array("%PDF-1.4 a certificate of grief".utf8)

    private static func body(_ file: [UInt8], expires: String? = nil) -> JSON {
        var body: [String: JSON] = [
            "course": "basic-cism", "doneOn": "2026-03-01", "minutes": 480, "isApproved": false, "topics": [],
            "certificate": .string(Data(file).base64EncodedString()),
        ]
        if let expires { body["expiresOn"] = .string(expires) }
        return .object(body)
    }

    private static func isMet(_ member: Client) async throws -> Bool {
        try await member.api(.get, "/api/v1/training").json?["training"]?["standings"]?.array?.contains {
            $0.text("requirement") == "course.basic-cism" && $0.text("state") == "met"
        } == true
    }

    @Test(arguments: TestDatabase.engines) func theKeeperAndTheMemberOpenItAndNobodyElse(_ engine: Engine) async throws
    {
        let town = try await DemoTown.start(pack: "orange-county-probation", engine: engine)
        let member = try await town.signedIn("supporter")
        let coordinator = try await town.signedIn("coordinator")
        let made = try await member.api(.post, "/api/v1/training/certificates", Self.body(Self.pdf))
        #expect(made.status == 201, "\(made)")
        let id = try #require(made.json?.text("id"))
        #expect(try await !Self.isMet(member))
        for client in [member, coordinator] {
            let file = try await client.get("/training/certificates/\(id)")
            #expect(file.body == Self.pdf && file.headers["content-type"] == "application/pdf")
        }
        for role in ["chief", "administrator", "logistics-coordinator"] {
            let other = try await town.signedIn(role)
            let unknown = try await other.get("/training/certificates/nothing")
            #expect(try await other.get("/training/certificates/\(id)") == unknown)
        }
        // Nothing of its words lies in the database outside its seal.
        let papers = try await town.programmes.database.read { transaction in
            try transaction.rows("SELECT sealed FROM sealed_paper").map { try $0.blob("sealed") }
        }
        #expect(papers.count == 1 && papers.allSatisfy { !$0.contains(Self.pdf) })
        #expect(
            try await member.api(.post, "/api/v1/training/certificates/\(id)/decision", ["decision": "confirm"]).status
                == 404)
        #expect(
            try await coordinator.post("/training/certificates/\(id)/decision", ["decision": "confirm"]).status == 303)
        #expect(try await Self.isMet(member))
    }

    @Test func oneThatIsDeclinedIsDestroyed() async throws {
        let town = try await DemoTown.start(pack: "orange-county-probation")
        let member = try await town.signedIn("supporter")
        let coordinator = try await town.signedIn("coordinator")
        let made = try await member.api(.post, "/api/v1/training/certificates", Self.body(Self.pdf))
        let id = try #require(made.json?.text("id"))
        #expect(
            try await coordinator.post("/training/certificates/\(id)/decision", ["decision": "decline"]).status == 303)
        let left = try await town.programmes.database.read { transaction in
            try transaction.rows("SELECT id FROM sealed_paper").count
                + transaction.rows("SELECT paper FROM sealed_paper_copy").count
        }
        #expect(left == 0)
        #expect(try await member.get("/training/certificates/\(id)").status == 404)
    }

    /// Whatever its sender calls it, only a PDF, a JPEG or a PNG is taken, and only up to its size.
    @Test func otherFilesAreRefused() async throws {
        let town = try await DemoTown.start(pack: "orange-county-probation")
        let member = try await town.signedIn("supporter")
        for file in [Array("MZ a program".utf8), Self.pdf + [UInt8](repeating: 32, count: 3 * 1_048_576)] {
            let reply = try await member.api(.post, "/api/v1/training/certificates", Self.body(file))
            #expect(reply.status == 422 && reply.text.contains("certificate"), "\(reply)")
        }
        #expect(try await member.get("/training").text.contains("None is recorded."))
    }

    /// A certificate about to run out: reminded of once, a month before, in the agency's time zone.
    @Test func whatRunsOutIsRemindedOfOnce() async throws {
        let town = try await DemoTown.start(pack: "orange-county-probation")
        let member = try await town.signedIn("supporter")
        let coordinator = try await town.signedIn("coordinator")
        let made = try await member.api(
            .post, "/api/v1/training/certificates", Self.body(Self.pdf, expires: "2026-05-10"))
        let id = try #require(made.json?.text("id"))
        _ = try await coordinator.post("/training/certificates/\(id)/decision", ["decision": "confirm"])
        func reminders() async throws -> Int {
            try await town.programmes.database.read { transaction in
                try transaction.rows("SELECT id FROM notice WHERE kind = 'training-due'").count
            }
        }
        var counts: [Int] = []
        // The tenth of April begins in California at seven in the morning of UTC.
        for moment: Int64 in [1_775_804_340, 1_775_804_460, 1_775_900_000, 1_778_000_000, 1_779_000_000] {
            town.clock.set(Instant(milliseconds: moment * 1000))
            try await town.programmes.remindOfTraining()
            counts.append(try await reminders())
        }
        #expect(counts == [0, 1, 1, 1, 1])
    }
}
