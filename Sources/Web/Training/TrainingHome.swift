import HTML
import Operations
import Program

/// What of training waits on somebody's home.
enum TrainingHome {
    /// For whoever plans or keeps the record: what waits, and periods without a session.
    static func waiting(_ visit: StaffVisit) async throws -> [HTML] {
        let powers = visit.staff.powers
        guard !powers.isDisjoint(with: [.planTraining, .keepTraining, .excuseAbsences]) else { return [] }
        let team = try await visit.programmes.teamTraining(for: visit.staff, on: visit.staff.today)
        var items: [HTML] = []
        func item(_ count: Int, _ one: String, _ many: String, _ detail: String, _ mark: String) {
            guard count > 0 else { return }
            items.append(
                linkCard(
                    "\(count) \(count == 1 ? one : many)", detail: detail, to: TrainingAddresses.team.link(),
                    icon: .clock,
                    badge: badge(mark, tone: .warning)))
        }
        if powers.contains(.planTraining) {
            item(
                team.gaps.count(where: \.isDue), "period without a session", "periods without a session",
                "It is soon over", "To plan")
        }
        if powers.contains(.keepTraining) {
            item(team.waiting.count, "certificate", "certificates", "Handed in", "To confirm")
            item(
                team.members.count { $0.member.activeSince != nil && !$0.standings.isInOrder },
                "member is missing training", "members are missing training", "Of what the policy requires", "To read")
        }
        if powers.contains(.excuseAbsences) {
            item(
                team.excuses.count, "member asks to be excused", "members ask to be excused", "No reason is asked",
                "To answer")
        }
        return items
    }

    /// A member's own: what is missing, and what they owe.
    static func own(_ visit: StaffVisit) async throws -> HTML? {
        guard let training = try await visit.programmes.ownTraining(of: visit.staff) else { return nil }
        let open = training.standings.filter { standing in
            switch standing.state {
            case .missing, .open: true
            case .met, .advised, .notYet, .notMeant: false
            }
        }
        guard !open.isEmpty || !training.debts.isEmpty else { return nil }
        let lines =
            open.map { "<li>\($0.requirement.title): \($0.mark)</li>" as HTML }
            + training.debts.map { "<li>A session for the team on \($0.conference.plan.title)</li>" as HTML }
        return section(
            "Your training",
            """
            <ul>\(lines)</ul>
            \(actions(linkButton("Training and meetings", to: TrainingAddresses.own.link(), icon: .clock)))
            """)
    }
}
