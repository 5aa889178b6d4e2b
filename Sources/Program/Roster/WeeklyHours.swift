/// Days of the week.
package struct Weekdays: OptionSet, Sendable, Hashable {
    package let rawValue: Int

    package init(rawValue: Int) { self.rawValue = rawValue }

    /// - Parameter days: Monday is 1, Sunday 7 (ISO 8601); others are left out.
    package init(_ days: [Int]) {
        rawValue = days.filter { (1...7).contains($0) }.reduce(0) { $0 | 1 << ($1 - 1) }
    }

    package static let everyDay = Weekdays([1, 2, 3, 4, 5, 6, 7])

    /// Monday is 1, Sunday 7, in order.
    package var days: [Int] { (1...7).filter(contains(day:)) }

    package func contains(day: Int) -> Bool { rawValue & 1 << (day - 1) != 0 }
}

/// Hours that come every week: from a minute of the day to another, on some weekdays, in the agency's time zone. Where the end
/// is not after the beginning they cross midnight; where both are the same they last a whole day by the clock.
package struct WeeklyHours: Sendable, Hashable {
    /// The days on which they begin; at least one.
    package let weekdays: Weekdays
    /// 0 to 1439.
    package let from: Int
    /// 0 to 1439.
    package let until: Int

    /// Nothing without a weekday, or where a minute is not of the day.
    package init?(_ weekdays: Weekdays, from: Int, until: Int) {
        let minutes = 0..<ClockMinute.perDay
        guard !weekdays.days.isEmpty, weekdays.subtracting(.everyDay).isEmpty, minutes.contains(from),
            minutes.contains(until)
        else { return nil }
        self.weekdays = weekdays
        self.from = from
        self.until = until
    }

    /// In minutes by the clock, 1 to 1440.
    package var length: Int { until > from ? until - from : until - from + ClockMinute.perDay }

    package var crossesMidnight: Bool { until <= from && until > 0 }

    func contains(_ clock: ClockMinute) -> Bool {
        let day = clock.dayNumber
        // What began yesterday may last until now.
        return [day, day - 1].contains { day in
            begins(onDay: day) && beginning(onDay: day) <= clock && clock < end(onDay: day)
        }
    }

    /// The minutes at which they begin or end, of those that touch the days.
    func edges(onDays days: ClosedRange<Int64>) -> [ClockMinute] {
        (days.lowerBound - 1...days.upperBound).filter(begins(onDay:)).flatMap {
            [beginning(onDay: $0), end(onDay: $0)]
        }
    }

    private func begins(onDay day: Int64) -> Bool {
        // 1970-01-01 was a Thursday.
        weekdays.contains(day: Int(((day + 3) % 7 + 7) % 7) + 1)
    }

    private func beginning(onDay day: Int64) -> ClockMinute {
        ClockMinute(count: day * Int64(ClockMinute.perDay)).adding(minutes: from)
    }

    private func end(onDay day: Int64) -> ClockMinute { beginning(onDay: day).adding(minutes: length) }
}
