import Program
import Store

extension DemonstrationMaking {
    /// The team begins with its memberships: everybody signs the agreement.
    func sign(_ team: DemonstrationTeam, of agency: Agency) async throws {
        for member in team.supporters {
            let staff = try await staff(member, of: agency)
            guard let signed = try await programmes.sign(member.name, under: agency.agreementHash, by: staff) else {
                throw DemonstrationFault(what: "a signature")
            }
            try signed.made("a signature")
        }
    }

    /// What members go through: one is on leave, the term of one is about to end, and the yearly review of the last two is due.
    func memberships(of agency: Agency, _ team: DemonstrationTeam, on today: Day) async throws {
        let policy = agency.policy
        if let member = team.supporters.last, policy.membership.inactivity.byOwnNotice != nil {
            try await programmes.pause(
                until: today.adding(days: 24), reason: nil, applies: false, by: try await staff(member, of: agency))?
                .made("a pause")
        }
        if let term = policy.membership.term, let member = team.supporters.prefix(DemonstrationTeam.enrolled).last {
            // Nobody joined so long ago, so this one is said to have.
            try await programmes.database.write { transaction in
                guard var membership = try transaction.livingMembership(of: member.account, agency: agency.id) else {
                    return
                }
                membership.termEndsOn = today.adding(days: term.reminderDays.number - 20)
                try transaction.update(membership, agency: agency.id)
            }
        }
        if let rule = policy.membership.annualReview, let reviewer = team.byRole[rule.by] {
            let staff = try await staff(reviewer, of: agency)
            let passed = Dictionary(rule.parts.map { ($0, true) }, uniquingKeysWith: { first, _ in first })
            for member in team.supporters.dropLast(2) {
                try await programmes.review(member.account, passed, by: staff)?.made("a review")
            }
        }
    }
}
