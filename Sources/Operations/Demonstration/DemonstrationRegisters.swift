import Program

extension DemonstrationMaking {
    /// The registers that the policy has kept: things lent, stock running low, talks of the past months, a partner, a budget, hours.
    func registers(of agency: Agency, _ team: DemonstrationTeam, on today: Day) async throws {
        try await equipment(of: agency, team, on: today)
        try await awareness(of: agency, team, on: today)
        try await budget(of: agency, team, on: today)
        try await counsel(of: agency, team, on: today)
        try await library(of: agency, team, on: today)
        try await referrals(of: agency, team, on: today)
        try await dutyTime(of: agency, team, on: today)
    }

    private func library(of agency: Agency, _ team: DemonstrationTeam, on today: Day) async throws {
        guard let keeper = team.byRole[agency.policy.libraryKeeper] else { return }
        let staff = try await staff(keeper, of: agency)
        _ = try await programmes.addToLibrary(
            LibraryForm(
                kind: .other, title: "Money worries",
                words: "Two hours with somebody who knows, free for all employees.",
                link: "https://example.org/money", file: nil, audience: .everyone, place: 10,
                reviewOn: today.adding(days: 200)), by: staff)
        _ = try await programmes.addToLibrary(
            LibraryForm(
                kind: .helpers, title: "After a long call-out",
                words: "Call whoever sent you. Eat something. Write your hours down tomorrow.", link: nil, file: nil,
                audience: .team, place: 20, reviewOn: nil), by: staff)
        guard agency.policy.awareness.idCard != nil else { return }
        for supporter in team.supporters.prefix(2) {
            _ = try await programmes.makeIDCard(for: supporter.account, by: staff)
        }
    }

    private func counsel(of agency: Agency, _ team: DemonstrationTeam, on today: Day) async throws {
        let policy = agency.policy
        if let rule = policy.counsel, let keeper = team.byRole[policy.administration.by] {
            let staff = try await staff(keeper, of: agency)
            _ = try await programmes.recordCounselReview(on: today.adding(days: -150) ?? today, by: staff)
            if let question = rule.questions.first(where: { $0.answer == nil }) {
                _ = try await programmes.recordCounselAnswer(
                    "Not in our state. We look again when the legislature has met.", to: question.id, by: staff)
            }
        }
        if policy.governance.sponsor != nil, let sponsor = team.byRole[policy.sponsorRole] {
            _ = try await programmes.giveSponsorLetter(
                "Whoever works here may turn to a colleague in confidence. I stand behind those who listen, and behind those who ask.",
                datedOn: today.adding(days: -100) ?? today, by: try await staff(sponsor, of: agency))
        }
    }

    private func equipment(of agency: Agency, _ team: DemonstrationTeam, on today: Day) async throws {
        guard let rule = agency.policy.awareness.equipment, let keeper = team.byRole[rule.keptBy] else { return }
        let staff = try await staff(keeper, of: agency)
        let things = [
            ("Telephone", "T-01"), ("Telephone", "T-02"), ("Telephone", "T-03"), ("Peer support jacket", "J-14"),
            ("Peer support jacket", "J-15"), ("Go bag", "B-3"),
        ]
        for (place, thing) in things.enumerated() {
            let id = try await programmes.addEquipment(kind: thing.0, number: thing.1, by: staff)?.made("an item")
            guard let id, place < 4, place < team.supporters.count else { continue }
            _ = try await programmes.lendEquipment(
                id, to: team.supporters[place].account, since: today.adding(days: -40 * (place + 1)), by: staff)
        }
        _ = try await programmes.addMaterial("Brochure, English", count: 340, few: 100, by: staff)
        _ = try await programmes.addMaterial("Brochure, Spanish", count: 40, few: 100, by: staff)
    }

    private func awareness(of agency: Agency, _ team: DemonstrationTeam, on today: Day) async throws {
        let rules = agency.policy.awareness
        guard !rules.activities.isEmpty, let promoter = team.byRole[rules.promotedBy] else { return }
        let staff = try await staff(promoter, of: agency)
        let reaches = AwarenessActivity.Reach.allCases
        for (place, back) in [200, 130, 75, 12].enumerated() {
            guard let day = today.adding(days: -back) else { continue }
            let activity = rules.activities[place % rules.activities.count]
            _ = try await programmes.recordAwareness(
                activity.id, on: day, with: place.isMultiple(of: 2) ? rules.partners.first?.id : nil,
                reach: reaches[place % reaches.count], by: staff)
        }
        _ = try await programmes.listPartner(
            "County Employees’ Credit Union", contact: "Talks on money worries, on request", by: staff)
    }

    private func budget(of agency: Agency, _ team: DemonstrationTeam, on today: Day) async throws {
        guard let rule = agency.policy.governance.budget, let keeper = team.byRole[rule.keptBy] else { return }
        let staff = try await staff(keeper, of: agency)
        for (place, line) in rule.lines.enumerated() {
            for (year, share) in [(today.month.year - 1, 96), (today.month.year, 60), (today.month.year + 1, 0)] {
                let planned = 600_000 * (place + 1)
                guard let plan = Cents(exactly: planned), let spent = Cents(exactly: planned / 100 * share) else {
                    continue
                }
                _ = try await programmes.keepBudgetLine(line, of: year, planned: plan, spent: spent, by: staff)
            }
        }
    }
}
