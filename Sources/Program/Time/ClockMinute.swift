/// A minute as the agency's clocks show it: minutes since midnight of 1970-01-01, without a time zone. Call-out shifts begin
/// and end at such minutes; ``AgencyCalendar`` says when that is.
package struct ClockMinute: Sendable, Hashable, Comparable {
    /// Minutes since 1970-01-01 00:00 on the clock.
    package let count: Int64

    package static let perDay = 1440
    package static let perWeek = 7 * perDay

    package init(count: Int64) { self.count = count }

    /// - Parameter minute: of the day; 1440 is the next day's midnight.
    package init(_ day: Day, minute: Int = 0) {
        count = day.daysSince1970 * Int64(ClockMinute.perDay) + Int64(minute)
    }

    /// Days since 1970-01-01.
    package var dayNumber: Int64 { count.flooredQuotient(by: Int64(ClockMinute.perDay)) }

    /// 0 to 1439.
    package var minuteOfDay: Int { Int(count - dayNumber * Int64(ClockMinute.perDay)) }

    /// Nothing outside the years of the calendar.
    package var day: Day? { Day(daysSince1970: dayNumber) }

    /// `18:30`.
    package var time: String { ClockMinute.time(minuteOfDay) }

    /// A minute of the day as clocks show it, such as `06:00`.
    package static func time(_ minuteOfDay: Int) -> String {
        "\(twoDigits(minuteOfDay / 60)):\(twoDigits(minuteOfDay % 60))"
    }

    /// Reads `06:00` or `6:00` as a minute of the day; nothing else is one.
    package static func minuteOfDay(_ text: String) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
            parts.allSatisfy({ $0.utf8.allSatisfy(isDigit) }), let hour = Int(parts[0]), let minute = Int(parts[1]),
            hour < 24, minute < 60
        else { return nil }
        return hour * 60 + minute
    }

    package func adding(minutes: Int) -> ClockMinute { ClockMinute(count: count + Int64(minutes)) }

    package static func < (left: ClockMinute, right: ClockMinute) -> Bool { left.count < right.count }
}
