/// A release of a pack, the month's summary among them: what it is called, how long a time it tells, who prepares it and who may open it.
package struct ToldRelease: Sendable, Equatable {
    /// `summary` for the month's.
    package let id: String
    package let title: String
    package let length: ReleasePeriod.Length
    package let preparedBy: RoleID
    /// Exactly the roles that may open it besides the one that prepares it.
    package let readers: [RoleID]
    /// Named on the cover, such as the division accountable (OCP-I.C-0).
    package let cover: String?
    package let basis: Basis
    private let due: Due

    private enum Due: Sendable, Equatable {
        /// A day of the month after.
        case on(DayOfMonth)
        /// So many days after the last month.
        case within(Days)
    }

    /// The last day on which the release of a period is on time.
    package func due(_ period: ReleasePeriod) -> Day? {
        switch due {
        case .on(let number): Day(month: period.lastMonth.next, number: number.number)
        case .within(let days):
            Day(month: period.lastMonth.next, number: 1).flatMap { $0.adding(days: days.number - 1) }
        }
    }

    package init(_ summary: SummaryRule, accountable: String?) {
        id = Publication.summary
        title = summary.title
        length = .month
        preparedBy = summary.preparedBy
        readers = summary.readers
        cover = summary.cover ?? accountable
        basis = summary.basis
        due = .on(summary.dueDay)
    }

    package init(_ rule: LongerReleaseRule, accountable: String?) {
        id = rule.id
        title = rule.title
        length = rule.per.length
        preparedBy = rule.preparedBy
        readers = rule.readers
        cover = rule.cover ?? accountable
        basis = rule.basis
        due = .within(rule.dueDays)
    }
}

extension PolicyPack {
    /// Every release: the month's first, then those of longer times as the pack has them.
    package var allReleases: [ToldRelease] {
        [ToldRelease(summary, accountable: accountable)]
            + (releases ?? []).map { ToldRelease($0, accountable: accountable) }
    }

    package func release(_ id: String) -> ToldRelease? { allReleases.first { $0.id == id } }
}
