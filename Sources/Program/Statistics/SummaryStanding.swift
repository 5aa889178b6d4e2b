/// One month's place in the list of summaries.
package struct SummaryStanding: Sendable, Equatable {
    package let month: Month
    package let status: Status

    package enum Status: String, Sendable, CaseIterable {
        case published
        /// The month is over, and its summary can be published.
        case waiting
        /// The same, and the day it was due on is over.
        case overdue
    }

    package init(month: Month, status: Status) {
        self.month = month
        self.status = status
    }
}

extension SummaryRule {
    /// The earliest month that is listed: two years back.
    package static func earliestListed(on today: Day) -> Month { today.month.adding(-24) }

    /// The summaries of the past two years, the latest first: those published, and those that wait. A month before the first with
    /// figures has none and waits for none; where there are no figures yet, last month's is the first, and is not late: the programme
    /// may be newer than that.
    ///
    /// - Parameters:
    ///   - published: the months whose summary is published.
    ///   - latest: the latest of them.
    ///   - earliestWaiting: the earliest month with figures that is not published.
    package func standings(
        on today: Day, published: Set<Month>, latest: Month?, earliestWaiting: Month?
    ) -> [SummaryStanding] {
        let first = latest?.next ?? earliestWaiting
        let listed = sequence(first: today.month.previous, next: \.previous)
            .prefix { $0 >= Self.earliestListed(on: today) }
        return listed.compactMap { month in
            if published.contains(month) { return SummaryStanding(month: month, status: .published) }
            guard let first else {
                return month == today.month.previous ? SummaryStanding(month: month, status: .waiting) : nil
            }
            return month >= first ? SummaryStanding(month: month, status: waiting(month, on: today)) : nil
        }
    }

    private func waiting(_ month: Month, on today: Day) -> SummaryStanding.Status {
        due(for: month).map { today > $0 } ?? false ? .overdue : .waiting
    }
}
