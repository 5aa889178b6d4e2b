import Program
import Store

extension Programmes {
    /// How each professional beside the team stands: who it is, by what licence, with which scope, and who is on call now.
    package func consultants(for staff: Staff) async throws -> [ConsultantStanding] {
        let now = clock()
        return try await database.read { try $0.consultants(of: staff.agency, at: now) }
    }

    /// The scopes that both sides have confirmed, for the handbook (IACP-3.4b).
    package func confirmedScopes(of agency: Agency) async throws -> [ConsultantScope] {
        guard !agency.policy.governance.consultants.isEmpty else { return [] }
        let scopes = try await database.read { try $0.scopes(agency: agency.id) }
        return agency.policy.governance.consultants.compactMap { rule in
            scopes.last { $0.consultant == rule.id && $0.confirmedOn != nil }
        }
    }

    /// Records by what licence somebody practises, in place of an earlier one (IACP-3.4).
    package func recordLicence(
        _ licence: ConsultantLicence, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.manageAccounts)) { doing in
            let (policy, agency, transaction) = (doing.policy, doing.agency.id, doing.transaction)
            guard let rule = policy.consultant(licence.consultant),
                try transaction.account(agency: agency, id: licence.account) != nil
            else { return .nothing }
            let holdings = try transaction.holdings(of: licence.account, agency: agency).map(\.holding)
            if let refusal = policy.mayRecord(licence, holdings: holdings, on: doing.staff.today) {
                return .refused(refusal)
            }
            try transaction.set(licence, agency: agency, on: doing.staff.today)
            return .done(
                .entry(
                    .consultantLicenceRecorded, on: licence.account, under: rule.basis.clauses,
                    details: [licence.licence, licence.jurisdiction, licence.expiresOn.text]))
        }
    }

    /// Writes role and scope of a professional for the agency. It holds once the professional has confirmed it; until then an earlier one
    /// goes on.
    package func writeScope(
        _ words: String, of consultant: String, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.planTeam)) { doing in
            guard let rule = doing.policy.consultant(consultant) else { return .nothing }
            guard !words.isEmpty else {
                return .refused(
                    Refusal("Say what the professional does for the team.", field: "words", basis: rule.basis))
            }
            let agency = doing.agency.id
            let versions = try doing.transaction.scopes(agency: agency).filter { $0.consultant == consultant }
            let scope = ConsultantScope(
                consultant: consultant, version: (versions.last?.version ?? 0) + 1, words: words,
                writtenOn: doing.staff.today, confirmedOn: nil)
            try doing.transaction.insert(scope, by: doing.staff.account, agency: agency)
            return .done(
                .entry(
                    .consultantScopeWritten, on: consultant, under: rule.basis.clauses,
                    details: [String(scope.version), words]))
        }
    }

    /// The professional's own word to a text.
    package func confirmScope(
        _ version: Int, of consultant: String, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.adviseTeam)) { doing in
            guard let rule = doing.policy.consultant(consultant) else { return .nothing }
            let (agency, today) = (doing.agency.id, doing.staff.today)
            let latest = try doing.transaction.scopes(agency: agency).last { $0.consultant == consultant }
            let refusal = doing.policy.mayConfirm(
                version, of: latest, rule: rule, holdings: doing.staff.holdings, on: today)
            if let refusal { return .refused(refusal) }
            guard let latest else { return .nothing }
            try doing.transaction.confirm(latest, by: doing.staff.account, agency: agency, on: today)
            return .done(
                .entry(
                    .consultantScopeConfirmed, on: consultant, under: rule.basis.clauses, details: [String(version)]))
        }
    }

    /// Tells whoever keeps the accounts of a licence that ends soon, once for each licence and its day.
    package func remindOfLicences() async throws {
        let now = clock()
        try await forEveryAgency { agency, transaction in
            let today = try agency.day(at: now)
            for licence in try transaction.licences(agency: agency.id)
            where licence.isCurrent(on: today) && licence.remindedFrom <= today {
                guard let rule = agency.policy.consultant(licence.consultant), rule.licensed else { continue }
                for role in agency.policy.roles(with: .manageAccounts) {
                    try transaction.remindOnce(
                        NewNotice(
                            kind: .licenceEnds, to: .role(role.id), about: licence.account, under: rule.basis.clauses),
                        dueOn: licence.expiresOn, in: agency, at: now)
                }
            }
        }
    }
}

extension Transaction {
    /// Everything of the professionals beside the team as it stands at that moment.
    func consultants(of agency: Agency, at now: Instant) throws -> [ConsultantStanding] {
        let rules = agency.policy.governance.consultants
        guard !rules.isEmpty else { return [] }
        let today = try agency.day(at: now)
        let licences = try licences(agency: agency.id)
        let scopes = try scopes(agency: agency.id)
        let lists = try rosterLists(of: agency, from: now)
        return try rules.map { rule in
            let held = try holdings(of: [rule.role], agency: agency.id, heldAfter: today)
                .filter { $0.holding.isHeld(on: today) }.map(\.account).withoutRepetition
            let names = try accountNames(agency: agency.id, of: held)
            let list = lists.first { $0.kind == .role(rule.role) }
            let isBegun = list.map { !$0.rotations.isEmpty || !$0.ownHours.isEmpty } ?? false
            return ConsultantStanding(
                rule: rule,
                holders: held.map { account in
                    ConsultantStanding.Holder(
                        account: account, name: names[account] ?? "",
                        licence: licences.first { $0.consultant == rule.id && $0.account == account })
                }, scopes: scopes.filter { $0.consultant == rule.id },
                onCall: isBegun ? list.map { ($0.onCall(at: now) + $0.opened(at: now)).compactMap { names[$0] } } : nil)
        }
    }
}
