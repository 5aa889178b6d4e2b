import Operations
import PolicyPacks
import Program
import TestSupport
import Testing
import Web
import WebSupport

/// Two agencies on one server that agreed on a team of the region: one on the guidelines, and Springfield, whose policy is made of them.
enum Region {
    static let guidelines = "iacp"
    static let springfield = "springfield"

    /// - Parameter rule: what Springfield's policy says of the regional team, in place of what the guidelines say.
    static func start(_ rule: String = "") async throws -> DemoTown {
        let own = """
            id: springfield
            version: "1"
            extends: iacp-demonstration
            agency:
              title: Springfield Police
            \(rule)
            """
        let town = try await DemoTown.start(on: [BundledPacks.named(guidelines), BundledPacks.own(own)])
        try await town.agreesOnRegion()
        return town
    }
}

extension DemoTown {
    /// The two agencies agree on a team of the region, by their pages: one proposes it, and both commands say yes.
    fileprivate func agreesOnRegion() async throws {
        let partner = try agency(Region.springfield).agency.id
        let proposer = try await signedIn("coordinator", at: Region.guidelines)
        let proposed = try await proposer.post(
            "/mutual-aid/agreements", ["partner": partner, "purposes": "regional"])
        try #require(proposed.status == 303, "\(proposed)")
        let id = try await proposer.agreement()
        for agency in [Region.guidelines, Region.springfield] {
            let approved = try await signedIn("sponsor", at: agency).post("/mutual-aid/agreements/\(id)/approval")
            try #require(approved.status == 303, "\(approved)")
        }
    }

    /// One of the two ends it.
    func endRegion() async throws {
        let sponsor = try await signedIn("sponsor", at: Region.springfield)
        let ended = try await sponsor.post("/mutual-aid/agreements/\(sponsor.agreement())/ending")
        try #require(ended.status == 303, "\(ended)")
    }
}

extension Client {
    /// What the team of the region is to them, as programs read it.
    func region() async throws -> JSON { try await read("/api/v1/regional-team") }

    /// The one agreement of their agency.
    fileprivate func agreement() async throws -> String {
        try #require(try await read("/api/v1/mutual-aid/agreements")["agreements"]?.array?.first).text("id")
    }
}
