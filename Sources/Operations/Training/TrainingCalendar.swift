import Program
import Store

/// The sessions and meetings that are somebody's own.
package struct TrainingCalendar: Sendable {
    /// When it was made.
    package let now: Instant
    package let gatherings: [Gathering]
}

extension Programmes {
    /// What the owner of a calendar link has of training: what they signed up for or have to be at, and their committees' meetings.
    /// Nothing where no link is like that, or its owner no longer holds a role.
    package func trainingCalendar(_ key: RosterFeedKey) async throws -> TrainingCalendar? {
        let now = clock()
        return try await database.read { transaction in
            guard let owner = try transaction.rosterFeed(token: key.storedId),
                let row = try transaction.agency(id: owner.agency)
            else { return nil }
            let agency = try agency(row, in: transaction)
            let today = try agency.day(at: now)
            let holdings = try transaction.holdings(of: owner.account, agency: owner.agency).map(\.holding)
            let roles = Set(holdings.filter { $0.isHeld(on: today) }.map(\.role))
            guard !roles.isEmpty else { return nil }
            let days = (today.adding(days: -31) ?? today)...(today.adding(days: 366) ?? today)
            let isMember = try transaction.isTrained(owner.account, in: agency, on: today)
            let own = Dictionary(
                try transaction.attendances(of: owner.account, agency: agency.id).map { ($0.gathering, $0) },
                uniquingKeysWith: { first, _ in first })
            return TrainingCalendar(
                now: now,
                gatherings: try transaction.gatherings(agency: agency.id, on: days).filter { gathering in
                    if own[gathering.id]?.hasPlace == true || gathering.plan.holders.contains(owner.account) {
                        return true
                    }
                    if let committee = gathering.plan.committee {
                        return !roles.isDisjoint(with: agency.policy.roles(of: .committee(committee)))
                    }
                    return isMember && agency.policy.isRequired(gathering, own[gathering.id])
                })
        }
    }
}
