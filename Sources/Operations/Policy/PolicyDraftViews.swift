import PolicyPacks
import Program
import Store

/// A draft as those see it who have a part in it.
package struct PolicyDraftView: Sendable {
    package let draft: PolicyDraft
    /// Who does what for it, by the pack in force.
    package let rule: RevisionRule
    /// The names of those who did a step, by account.
    package let names: [String: String]
    /// What may be done with it now by whoever looks.
    package let may: Set<PolicyDraft.Step>
    /// What it changes; nothing once its text is gone, or is in force.
    package let differences: [PackDifference]?
    /// What would change if it were in force today.
    package let trial: PolicyTrial?
    /// Promises in the words of another pack.
    package let promises: [PackPromise]
}

/// The drafts, the latest first, and the texts that were in force before.
package struct PolicyDrafts: Sendable {
    package let drafts: [PolicyDraft]
    package let former: [FormerPolicy]
    package let inForceSince: Day?
}

/// A text that was in force.
package struct FormerPolicy: Sendable, Equatable {
    package let hash: String
    package let version: String
    package let title: String
}

extension Programmes {
    /// The drafts and former texts.
    package func policyDrafts(for staff: Staff) async throws -> PolicyDrafts {
        try await database.read { transaction in
            let drafts = try transaction.policyDrafts(agency: staff.agency.id).sorted { first, second in
                let days = [first, second].map { $0.steps.first?.on ?? staff.today }
                return (days[0], first.id) > (days[1], second.id)
            }
            let former = try transaction.formerPacks(agency: staff.agency).sorted().map { hash in
                let pack = try packs.pack(hash, in: transaction).pack
                return FormerPolicy(hash: hash, version: pack.version, title: pack.source.title)
            }
            return PolicyDrafts(
                drafts: drafts, former: former, inForceSince: try transaction.inForceSince(staff.agency))
        }
    }

    /// One draft with what it changes, and what it would change today.
    package func policyDraft(_ id: String, for staff: Staff) async throws -> PolicyDraftView? {
        let now = clock()
        return try await database.read { transaction in
            guard let draft = try transaction.policyDraft(id, agency: staff.agency.id)
            else { return nil }
            let reviser = try transaction.reviser(staff)
            let accounts = draft.steps.compactMap(\.by)
            let persons = try transaction.persons(of: [reviser.account] + accounts, agency: staff.agency.id)
            let may = PolicyDraft.Step.allCases.filter { staff.policy.mayDo($0, draft, by: reviser, persons) == nil }
            let text = try transaction.text(ofPolicyDraft: id, agency: staff.agency.id)
            let new = try text.map { try packs.pack(draft.pack, reading: $0) }
            return PolicyDraftView(
                draft: draft, rule: staff.policy.revisionRule(for: draft.parts),
                names: try transaction.accountNames(agency: staff.agency.id, of: accounts), may: Set(may),
                differences: new.map { $0.differences(from: staff.agency.pack) },
                trial: try new.map { try trial(of: $0, in: staff.agency, on: staff.today, at: now, transaction) },
                promises: new?.inherited ?? [])
        }
    }

    /// How many drafts wait for an act of the staff member.
    package func policyDraftsToDo(by staff: Staff) async throws -> Int {
        try await database.read { transaction in
            let reviser = try transaction.reviser(staff)
            return try transaction.policyDrafts(agency: staff.agency.id).filter(\.isOpen).count { draft in
                let persons = try transaction.persons(
                    of: [reviser.account] + draft.steps.compactMap(\.by), agency: staff.agency.id)
                guard let next = draft.awaits(under: staff.policy.revisionRule(for: draft.parts)) else { return false }
                return staff.policy.mayDo(next, draft, by: reviser, persons) == nil
            }
        }
    }

    /// What would change if that pack were in force today. It is asked of today's rows and kept nowhere.
    private func trial(
        of new: LoadedPack, in agency: Agency, on today: Day, at now: Instant, _ transaction: any Transaction
    ) throws -> PolicyTrial {
        let held = try transaction.holdings(ofAccounts: nil, agency: agency.id).filter { $0.holding.isHeld(on: today) }
        let byAccount = Dictionary(grouping: held, by: \.account)
        let names = try transaction.accountNames(agency: agency.id, of: byAccount.keys.sorted())
        let holders = byAccount.map { account, rows in
            TriedHolder(account: account, name: names[account] ?? "", holdings: rows.map(\.holding))
        }
        func state(of agency: Agency) throws -> TriedState {
            TriedState(
                vacancies: try vacancies(of: agency, at: now, transaction),
                seats: try transaction.seatsShort(in: agency, on: today),
                lacking: try transaction.membersLackingCourses(in: agency, names, on: today))
        }
        return agency.policy.trying(
            new.pack, on: holders, before: try state(of: agency), after: try state(of: agency.under(new)), day: today)
    }
}

extension Transaction {
    /// The seats of the agency's committees that are vacant of those its pack asks for.
    fileprivate func seatsShort(in agency: Agency, on today: Day) throws -> [PolicyTrial.SeatShort] {
        try agency.policy.governance.committees.flatMap { committee in
            let voters = try seatedMembers(of: committee.id, in: agency, on: today)
            return committee.composition(of: voters, hasChair: true).parts.filter { $0.missing > 0 }.map {
                PolicyTrial.SeatShort(committee: committee.title, seat: $0.rule.title, missing: $0.missing)
            }
        }
    }

    /// Members who lack a course without which the agency's pack has nobody active.
    fileprivate func membersLackingCourses(
        in agency: Agency, _ names: [String: String], on today: Day
    ) throws -> [PolicyTrial.Lacking] {
        let roles = agency.policy.supporterRoles.map(\.id)
        let members = try holdings(of: roles, agency: agency.id, heldAfter: today)
            .filter { $0.holding.isHeld(on: today) }.map(\.account)
        return try Set(members).sorted().compactMap { account in
            let missing = try coursesMissing(of: account, agency: agency, on: today)
            return missing.isEmpty
                ? nil : PolicyTrial.Lacking(name: names[account] ?? "", courses: missing.map(\.title))
        }
    }
}
