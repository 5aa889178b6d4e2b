import Operations
import Program
import TestSupport
import Testing
import Web
import WebSupport

/// Why somebody is inactive is read by themselves and by the two roles of the order, and stands nowhere else that anybody can come to.
@Suite struct InactiveReasonTests {
    private static let canary = "zq-canary-of-a-reason"

    /// Everything that somebody can come to by links and by the interface, whatever kind of file it is.
    private func everything(_ client: Client, account: String, in town: DemoTown) async throws -> [String: Reply] {
        var answers: [String: Reply] = [:]
        var waiting = [
            "/home", "/memberships/\(account)", "/memberships/\(account)/history", "/agencies/\(town.agency.slug)",
        ]
        while let address = waiting.popLast() {
            guard answers[address] == nil, answers.count < 400 else { continue }
            let reply = try await client.get(address)
            answers[address] = reply
            guard reply.status == 200, reply.headers["content-type"]?.hasPrefix("text/html") == true else { continue }
            waiting += try Page(reply).links.filter { !$0.hasPrefix("/assets/") && !["/", "/leave"].contains($0) }
        }
        let interface = try Interface(try await client.read("/api/v1/agencies/\(town.agency.slug)/openapi.json"))
        for (method, path) in interface.addresses.values where method == "get" {
            let asked = path.replacing("{account}", with: account).replacing("{agency}", with: town.agency.slug)
            guard !asked.contains("{") else { continue }
            answers["\(asked) as JSON"] = try await client.api(.get, asked)
        }
        return answers
    }

    @Test(.clause("SAC-IV.C")) func theReasonIsFoundNowhereElse() async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let log = KeptLog()
        let node = try await town.addNode(log: log.logger)
        let account = try town.member("supporter").account
        func client(_ role: String) async throws -> Client {
            Client(of: node, session: try await town.signedIn(role).session)
        }
        let member = try await client("supporter")
        // Too long, and then as it is: what was refused is kept no more than what was taken.
        let long = String(repeating: "\(Self.canary) ", count: 2_000)
        #expect(try await member.post("/membership/pause", ["reason": long]).status == 422)
        #expect(try await member.post("/membership/pause", ["reason": Self.canary]).status == 303)
        try await town.programmes.keepMemberships()
        var read: Set<String> = []
        for role in town.roles {
            let reader = role == "supporter" ? member : try await client(role)
            let answers = try await everything(reader, account: account, in: town)
            #expect(answers.count > 10, "\(role)")
            for (address, reply) in answers where reply.text.contains(Self.canary) {
                read.insert(role)
                let isOwn = role == "supporter" && address.hasPrefix("/membership")
                #expect(
                    isOwn || (address.hasPrefix("/memberships/\(account)") && !address.hasSuffix("/history")),
                    "\(role) reads it at \(address)")
            }
        }
        #expect(read == ["supporter", "coordinator", "management-liaison"])
        #expect(!log.lines.contains { $0.contains(Self.canary) })
        // With the pause it is gone.
        #expect(try await member.post("/membership/return").status == 303)
        for role in ["coordinator", "management-liaison", "supporter"] {
            let reader = role == "supporter" ? member : try await client(role)
            for (address, reply) in try await everything(reader, account: account, in: town) {
                #expect(!reply.text.contains(Self.canary), "\(role) at \(address)")
            }
        }
    }
}
