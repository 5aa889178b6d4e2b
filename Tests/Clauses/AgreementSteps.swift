import Operations
import Program
import Testing
import Web
import WebSupport

// How two agencies of a town come to an agreement, and out of it.
extension DemoTown {
    /// By their pages: one proposes it, and both commands say yes.
    ///
    /// - Returns: its id.
    @discardableResult
    func agree(_ one: String, _ other: String, on purpose: AidPurpose) async throws -> String {
        let proposes = try #require(try agency(one).policy.aidProposers.first)
        let proposer = try await signedIn(proposes.text, at: one)
        let proposed = try await proposer.post(
            "/mutual-aid/agreements", ["partner": try agency(other).agency.id, "purposes": purpose.rawValue])
        try #require(proposed.status == 303, "\(proposed)")
        let id = try await proposer.agreement()
        for side in [one, other] {
            let office = try #require(try agency(side).policy.aidApprovers(of: [purpose]).first)
            let approved = try await signedIn(office.text, at: side).post("/mutual-aid/agreements/\(id)/approval")
            try #require(approved.status == 303, "\(approved)")
        }
        return id
    }

    /// The office that approves such agreements at that agency ends the one it has.
    func endAgreement(on purpose: AidPurpose, by side: String) async throws {
        let office = try #require(try agency(side).policy.aidApprovers(of: [purpose]).first)
        let client = try await signedIn(office.text, at: side)
        let ended = try await client.post("/mutual-aid/agreements/\(client.agreement())/ending")
        try #require(ended.status == 303, "\(ended)")
    }
}

extension Client {
    /// The one agreement of their agency.
    fileprivate func agreement() async throws -> String {
        try #require(try await read("/api/v1/mutual-aid/agreements")["agreements"]?.array?.first).text("id")
    }
}
