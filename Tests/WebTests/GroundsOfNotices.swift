import Operations
import Program
import Sealing
import Store
import Web
import WebSupport

extension Grounds {
    /// The path with a notice or a disclosure of the caller's own at it, and an exception of the pack.
    func noticePath(_ pattern: String, for client: Client) async throws -> String {
        var path = pattern
        if path.contains("{notice}") { path = path.replacing("{notice}", with: try await notice(for: client)) }
        if path.contains("{disclosure}") {
            path = path.replacing("{disclosure}", with: try await disclosure(of: client))
        }
        return path.replacing("{exception}", with: agency.policy.confidentiality.exceptions[0].id)
            .replacing("{designee}", with: RandomId().text).replacing("{proposal}", with: RandomId().text)
            .replacing("{authority}", with: agency.policy.authorities.first?.id.text ?? RandomId().text)
    }

    /// A notice for the caller alone; an id of nobody's without a session.
    private func notice(for client: Client) async throws -> String {
        guard let key = client.session.flatMap({ SessionKey(token: $0) }),
            let staff = try await town.programmes.staff(session: key)
        else { return RandomId().text }
        let now = town.clock.now
        return try await town.programmes.database.write { [agency] session in
            try session.raise(
                NewNotice(kind: .swapAsked, to: .account(staff.account)), in: agency.agency, at: now)
        }
    }

    /// A disclosure the caller has just begun; an id of nobody's where they support nobody.
    private func disclosure(of client: Client) async throws -> String {
        let exception = agency.policy.confidentiality.exceptions[0].id
        let reply = try await client.api(.post, "/api/v1/disclosures", ["exception": .string(exception)])
        return reply.json?["id"]?.string ?? RandomId().text
    }

    /// A designee is only where a holder has named one, a yes only where one is asked for, an office waits only where somebody asked
    /// for it, a card and authorities are only where the policy has them.
    func hasNoNotice(at route: Route) -> Bool {
        let isCard = route.pattern.hasSuffix("/protections")
        return route.pattern.contains("{designee}") || route.pattern.contains("{proposal}")
            || route.pattern.hasSuffix("{notice}/approval") || route.pattern.hasPrefix("/former-policies")
            || route.pattern.hasPrefix("/api/v1/former-policies")
            || (route.pattern.contains("/authorities") && agency.policy.authorities.isEmpty)
            || (isCard && agency.policy.confidentiality.protections == nil)
    }
}
