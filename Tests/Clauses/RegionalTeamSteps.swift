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
        try await town.agree(guidelines, springfield, on: .regional)
        return town
    }
}

extension DemoTown {
    /// One of the two ends it.
    func endRegion() async throws { try await endAgreement(on: .regional, by: Region.springfield) }
}

extension Client {
    /// What the team of the region is to them, as programs read it.
    func region() async throws -> JSON { try await read("/api/v1/regional-team") }
}
