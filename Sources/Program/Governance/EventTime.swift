/// When a large-scale event was: its month, or its days. Nothing finer: an hour would tell who was on duty.
package enum EventTime: Sendable, Equatable {
    case month(Month)
    case days(ClosedRange<Day>)

    /// Reads `2026-10`, `2026-10-03`, or the first and last day as `2026-10-03/2026-10-05` (ISO 8601). Nothing where it is
    /// none of these, or ends before it begins.
    package init?(_ text: String) {
        if let month = Month(text) {
            self = .month(month)
            return
        }
        let days = text.split(separator: "/", omittingEmptySubsequences: false).map { Day(String($0)) }
        guard (1...2).contains(days.count), let first = days[0], let last = days[days.count - 1], first <= last else {
            return nil
        }
        self = .days(first...last)
    }

    /// As ``init(_:)`` reads it.
    package var text: String {
        switch self {
        case .month(let month): month.text
        case .days(let days) where days.lowerBound == days.upperBound: days.lowerBound.text
        case .days(let days): "\(days.lowerBound.text)/\(days.upperBound.text)"
        }
    }

    /// Whether any of it lies after that day, so that nobody can have learned from it yet.
    package func isAhead(of day: Day) -> Bool {
        switch self {
        case .month(let month): month > day.month
        case .days(let days): days.upperBound > day
        }
    }
}
