import Program
import Store

extension Programmes {
    /// Tells those who keep the directory, once for each day on which something falls due, that entries are to be looked at.
    package func remindOfReferrals() async throws {
        let now = clock()
        try await forEveryAgency { agency, transaction in
            let today = try agency.day(at: now)
            let due = try transaction.referrals(agency: agency.id).filter { $0.isDue(on: today) }
            guard let day = due.map(\.checkBy).max() else { return }
            try transaction.remindOfReferrals("check", dueOn: day, in: agency, at: now)
        }
    }

    /// Asks a few of the pages whether they are still there, each once a week at most. What nobody else may know is not in this: it goes
    /// by the directory alone, whoever reads it.
    ///
    /// - Parameter isThere: whether somebody answers at an address; nothing where that could not be found out.
    package func askReferralPages(_ isThere: @escaping @Sendable (String) async -> Bool?) async throws {
        let now = clock()
        var left = Self.pagesInARound
        try await forEveryAgency { row in
            guard left > 0 else { return }
            let (agency, links) = try await database.read { transaction in
                (try self.agency(row, in: transaction), try transaction.referralLinks(agency: row.id))
            }
            let today = try agency.day(at: now)
            let due = links.filter { $0.isDue(on: today) }.prefix(left)
            left -= due.count
            try await eachByItself(due) { link in
                guard left >= 0 else { return }
                let isKnown = try await ask(link, of: agency, at: now, on: today, isThere)
                // Where nothing can be found out now, others are not kept waiting for it.
                if !isKnown { left = -1 }
            }
        }
    }

    /// False where it cannot be found out now whether the page is there.
    private func ask(
        _ link: ReferralLink, of agency: Agency, at now: Instant, on today: Day,
        _ isThere: @Sendable (String) async -> Bool?
    ) async throws -> Bool {
        let isOurs = try await database.write { transaction in
            try transaction.claim(link, agency: agency.id, on: today)
        }
        guard isOurs else { return true }
        guard let found = await isThere(link.web) else { return false }
        let asked = link.asked(isThere: found, on: today)
        try await database.write(inTurnOf: agency.id) { transaction in
            try transaction.set(asked, agency: agency.id)
            guard asked.isFailing else { return }
            try transaction.remindOfReferrals(link.entry, dueOn: today, in: agency, at: now)
        }
        return true
    }

    /// How many pages are asked in one round, one after the other. Ours: with rounds of ten minutes each of 20,000 has its turn in a week.
    private static let pagesInARound = 20
}

extension Transaction {
    /// Every office and committee that names providers is told; each holder sees the same.
    fileprivate func remindOfReferrals(_ about: String, dueOn day: Day, in agency: Agency, at now: Instant) throws {
        let rule = agency.policy.referrals.identifiedBy
        guard let first = rule.value.first, let role = agency.policy.roles(of: first).first else { return }
        try remindOnce(
            NewNotice(kind: .referralsToCheck, to: .role(role), about: about, under: rule.basis.clauses),
            dueOn: day, in: agency, at: now)
    }
}
