import PolicyPacks
import Program
import Sealing
import Store

extension Programmes {
    /// Puts each draft in force whose day has come in its agency's time zone. Every other draft was compared with what was in force
    /// until then and goes no further. What was decided under the pack before names that pack and stays as it is.
    package func putPoliciesInForce() async throws {
        let now = clock()
        try await forEveryAgency { row in
            guard let draft = try await policyDue(row, at: now) else { return }
            try await database.write(inTurnOf: row.id) { transaction in
                guard let row = try transaction.agency(id: row.id) else { return }
                let agency = try agency(row, in: transaction)
                let today = try agency.day(at: now)
                guard let draft = try transaction.policyDraft(draft, agency: agency.id),
                    agency.policy.comesIntoForce(draft, insteadOf: agency.packHash, on: today),
                    let text = try transaction.text(ofPolicyDraft: draft.id, agency: agency.id)
                else { return }
                let new = try packs.pack(draft.pack, reading: text)
                try transaction.archive(pack: new.hash, id: new.pack.id.text, content: text, on: today)
                try transaction.putInForce(pack: new.hash, agency: agency.id)
                try transaction.keepLastStep(
                    of: draft.adding(.init(.inForce, by: nil, on: today)), keepingText: false, agency: agency.id)
                let present = agency.under(new)
                try transaction.record(
                    .packPutInForce, in: present, by: .server, on: draft.id,
                    under: agency.policy.revisionRule(for: draft.parts).basis.clauses,
                    details: [agency.packHash, new.hash], at: now)
                for other in try transaction.policyDrafts(agency: agency.id) where other.isOpen {
                    try transaction.keepLastStep(
                        of: other.adding(.init(.overtaken, by: nil, on: today)), keepingText: false, agency: agency.id)
                    try transaction.endBallots(on: .policy, of: other.id, in: present, at: now)
                    try transaction.record(.policyOvertaken, in: present, by: .server, on: other.id, at: now)
                }
            }
        }
    }

    /// The draft whose day has come, if there is one: a look, so that nothing is written where nothing is due.
    private func policyDue(_ row: AgencyRow, at now: Instant) async throws -> String? {
        try await database.read { transaction in
            let agency = try agency(row, in: transaction)
            let today = try agency.day(at: now)
            return try transaction.policyDrafts(agency: agency.id)
                .filter { agency.policy.comesIntoForce($0, insteadOf: agency.packHash, on: today) }
                .min { ($0.startsOn ?? today, $0.id) < ($1.startsOn ?? today, $1.id) }?.id
        }
    }

    /// Reminds whoever revises the rules, once, that it is time to look at them again.
    package func remindOfPolicyReview() async throws {
        let now = clock()
        try await forEveryAgency { agency, transaction in
            let today = try agency.day(at: now)
            guard let rule = agency.policy.governance.policyRevision, let every = rule.reviewEvery,
                let since = try transaction.inForceSince(agency),
                let due = since.afterMonths(every.value.number), due <= today
            else { return }
            for role in agency.policy.roles(of: rule.draftedBy) {
                try transaction.remindOnce(
                    NewNotice(
                        kind: .policyReview, to: .role(role), about: "\(agency.packHash.prefix(26)) \(role.text)",
                        under: every.basis.clauses), dueOn: due, in: agency, at: now)
            }
        }
    }
}

extension Agency {
    /// The same agency as it would be, or is from now on, under another pack.
    func under(_ pack: LoadedPack) -> Agency {
        Agency(id: id, slug: slug, name: name, calendar: calendar, pack: pack, pings: pings)
    }
}

extension Transaction {
    /// Since when the pack in force is: the day it came into force, or the agency was taken in with it.
    func inForceSince(_ agency: Agency) throws -> Day? {
        let came = try policyDrafts(agency: agency.id).filter { $0.pack == agency.packHash }
            .compactMap { $0.done(.inForce)?.on }.max()
        return try came ?? archivedOn(pack: agency.packHash)
    }
}
