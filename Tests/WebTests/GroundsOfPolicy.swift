import Operations
import PolicyPacks
import Program
import Sealing
import Web
import WebSupport

extension Grounds {
    /// The path with a draft of the rules at it, a text that was never in force, and the first edition of the handbook.
    func policyPath(_ path: String) async throws -> String {
        let former = path.replacing("{pack}", with: RandomId().text).replacing("{edition}", with: "1")
        guard former.contains("{draft}") else { return former }
        return former.replacing("{draft}", with: try await draft())
    }

    /// One draft for all: whoever has a part in the rules sees it, whatever was done with it.
    private func draft() async throws -> String {
        let drafter = try await client(agency.policy.drafters.first?.text ?? "coordinator")
        let listed = try await drafter.api(.get, "/api/v1/policy-drafts")
        if let id = listed.json?["drafts"]?.array?.first?["id"]?.string { return id }
        let pack = agency.policy
        let made = try await drafter.api(
            .post, "/api/v1/policy-drafts",
            ["text": .string("extends: \(pack.id)\nid: \(pack.id)\nversion: \"2\"\n\(agency.changedTerms)")])
        guard let id = made.json?["id"]?.string else { throw NotLaidOut(replies: [made]) }
        return id
    }
}

extension DemoAgency {
    /// A small change that every pack can make.
    var changedTerms: String { "terms: {programme: A new name}\n" }
}
