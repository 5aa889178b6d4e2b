import Program
import Store

/// An authority of the pack, and what the agency has set for it.
package struct AuthorityView: Sendable, Equatable {
    package let rule: AuthorityRule
    /// Nothing where it is not set yet.
    package let set: AuthorityEntry?
}

extension Programmes {
    /// The pack's authorities, in its order.
    package func authorities(for staff: Staff) async throws -> [AuthorityView] {
        let rules = staff.policy.authorities
        guard !rules.isEmpty else { return [] }
        let entries = try await database.read { transaction in try transaction.authorities(agency: staff.agency.id) }
        return rules.map { rule in AuthorityView(rule: rule, set: entries.first { $0.authority == rule.id }) }
    }

    /// How many authorities of the pack are not set yet, for whoever may set them.
    package func authoritiesToSet(by staff: Staff) async throws -> Int {
        guard Need.setsAuthorities.isMet(by: staff) else { return 0 }
        return try await authorities(for: staff).count { $0.set == nil }
    }

    /// Sets whom to call for an authority (KSO-H.5). Nothing where the pack has no such authority.
    package func setAuthority(
        _ id: String, name: String, telephone: String, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .setsAuthorities) { doing in
            let id = AuthorityID(id)
            guard let setting = doing.policy.setting(id, name: name, telephone: telephone) else { return .nothing }
            switch setting {
            case .failure(let refusal): return .refused(refusal)
            case .success(let entry):
                if try doing.transaction.authorities(agency: doing.agency.id).contains(entry) {
                    return .done(.silent(.unchanged))
                }
                try doing.transaction.set(entry, agency: doing.agency.id, on: doing.staff.today)
                return .done(
                    .entry(
                        .authoritySet, under: doing.policy.authority(id)?.basis.clauses ?? [],
                        details: [id.text, entry.name, entry.telephone]))
            }
        }
    }
}

extension Need {
    /// Whoever keeps the call-out lists or the accounts.
    package static let setsAuthorities = Need.anyOf([.keepRoster, .manageAccounts])
}
