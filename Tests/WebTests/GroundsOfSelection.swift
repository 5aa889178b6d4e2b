import Operations
import Program
import Sealing
import Store
import Web
import WebSupport

extension Grounds {
    /// The path with an application of the caller's own at it, at its first step, and an opening that can still be closed.
    func selectionPath(_ pattern: String, for client: Client) async throws -> String {
        var path = pattern
        if path.contains("{application}") || path.hasSuffix("application/withdrawal") {
            path = path.replacing("{application}", with: try await application(of: client))
                .replacing("{step}", with: agency.policy.selection.steps[0].id)
        }
        if path.contains("{opening}") { path = path.replacing("{opening}", with: try await opening(by: client)) }
        return path
    }

    /// The caller's application that is under way; an id of nobody's without a session.
    private func application(of client: Client) async throws -> String {
        guard let account = try await account(of: client) else { return RandomId().text }
        let today = try agency.agency.day(at: town.clock.now)
        return try await town.programmes.database.write { [agency = agency.agency.id] transaction in
            if let own = try transaction.applications(of: account, agency: agency).first(where: {
                $0.status == .underWay
            }) {
                return own.id
            }
            let new = Application(id: RandomId().text, applicant: account, begunOn: today)
            try transaction.insert(new, agency: agency)
            return new.id
        }
    }

    private func opening(by client: Client) async throws -> String {
        guard let account = try await account(of: client) else { return RandomId().text }
        let today = try agency.agency.day(at: town.clock.now)
        let new = Opening(id: RandomId().text, opensOn: today, closesOn: today, words: "Join us.", postedBy: account)
        try await town.programmes.database.write { [agency = agency.agency.id] transaction in
            try transaction.insert(new, agency: agency)
        }
        return new.id
    }

    private func account(of client: Client) async throws -> String? {
        guard let key = client.session.flatMap({ SessionKey(token: $0) }) else { return nil }
        return try await town.programmes.staff(session: key)?.account
    }
}
