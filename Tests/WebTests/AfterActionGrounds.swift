import Operations
import Program
import Sealing
import Web
import WebSupport

extension Grounds {
    /// The path with an after-action draft at it, where the pack has such a rule; otherwise with an id of nobody's.
    func afterActionPath(_ path: String) async throws -> String {
        guard path.contains("{input}") else { return path }
        guard let author = agency.policy.roles(with: .draftAfterAction).first else {
            return path.replacing("{input}", with: RandomId().text)
        }
        let reply = try await client(author.id.text).api(
            .post, "/api/v1/after-action-inputs", bodyOfAfterAction("/api/v1/after-action-inputs"))
        guard let id = reply.json?["id"]?.string else { throw NotLaidOut(replies: [reply]) }
        return path.replacing("{input}", with: id)
    }

    /// What is sent to that address so that it is taken.
    func bodyOfAfterAction(_ path: String) -> JSON {
        if path.hasSuffix("/sign-offs") || path.hasSuffix("/final") { return ["version": 1] }
        let content: [String: JSON] = [
            "event": "River flood", "happened": "2026-01", "did": "were there", "worked": "pairs", "change": "relief",
            "resources": "none", "figures": .null,
        ]
        return .object(path.contains("{input}") ? content.merging(["version": 1]) { $1 } : content)
    }
}
