import Foundation

/// The agency's own calendar: what day it is for its people. Due dates count in it ("due on the 10th" ends when the
/// 10th ends where the agency is).
package struct AgencyCalendar: Sendable, Equatable {
    package let timeZone: TimeZone

    /// Nothing where the name is no time zone of the IANA database, such as `America/Los_Angeles`.
    package init?(timeZone name: String) {
        guard name.contains("/") || name == "UTC", let timeZone = TimeZone(identifier: name) else { return nil }
        self.timeZone = timeZone
    }

    /// The agency's day at that moment.
    package func day(at instant: Instant) -> Day? {
        let seconds = instant.milliseconds.flooredQuotient(by: 1000)
        return Day(daysSince1970: (seconds + offset(at: seconds)).flooredQuotient(by: 86_400))
    }

    /// The first moment of that day where the agency is: midnight, or one o'clock where the clock jumps at midnight.
    package func start(of day: Day) -> Instant { instant(of: ClockMinute(day)) }

    /// The first moment at which the agency's clocks show that minute or a later one.
    ///
    /// So every minute has one moment, and later minutes never have an earlier one. A minute that the clock skips in spring is
    /// the moment of the jump; one that comes twice in autumn is the first of the two.
    package func instant(of minute: ClockMinute) -> Instant {
        let shown = minute.count * 60
        // No clock changes twice within these days.
        let (before, after) = (shown - 2 * 86_400, shown + 2 * 86_400)
        let (old, new) = (offset(at: before), offset(at: after))
        guard old != new else { return Instant(milliseconds: (shown - old) * 1000) }
        let change = change(between: before, and: after)
        return Instant(milliseconds: (shown < change + old ? shown - old : max(shown - new, change)) * 1000)
    }

    /// The latest minute that the agency's clocks have shown by that moment. While an hour comes for the second time in autumn
    /// it stands still at the end of that hour, so that it never goes back.
    ///
    /// A moment is at or after ``instant(of:)`` of a minute exactly where this is that minute or a later one.
    package func clock(at instant: Instant) -> ClockMinute {
        let now = instant.milliseconds.flooredQuotient(by: 1000)
        let present = offset(at: now)
        // No clock is put back by more than this.
        let before = now - 4 * 3600
        let old = offset(at: before)
        var shown = now + present
        if old > present { shown = max(shown, change(between: before, and: now) + old - 1) }
        return ClockMinute(count: shown.flooredQuotient(by: 60))
    }

    /// The first second of the new offset, where it differs at the end from what it is at the beginning.
    private func change(between beginning: Int64, and end: Int64) -> Int64 {
        let old = offset(at: beginning)
        var (before, after) = (beginning, end)
        while after - before > 1 {
            let middle = before + (after - before) / 2
            if offset(at: middle) == old { before = middle } else { after = middle }
        }
        return after
    }

    /// Seconds ahead of UTC.
    private func offset(at seconds: Int64) -> Int64 {
        Int64(timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(seconds))))
    }
}

extension Int64 {
    func flooredQuotient(by divisor: Int64) -> Int64 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}

extension Day {
    /// Civil days since 1970-01-01 (proleptic Gregorian), by the usual count of 400-year eras from 1 March.
    package var daysSince1970: Int64 {
        let year = Int64(month.number <= 2 ? month.year - 1 : month.year)
        let era = year / 400
        let yearOfEra = year - era * 400
        let shifted = Int64((month.number + 9) % 12)
        let dayOfYear = (153 * shifted + 2) / 5 + Int64(number) - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// Nothing outside the years a ``Month`` may have.
    package init?(daysSince1970 days: Int64) {
        // 1900 begins and 2199 ends within; what lies far beyond would overflow the arithmetic below.
        guard (-30_000...100_000).contains(days) else { return nil }
        let shifted = days + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let number = Int(dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
        let monthNumber = Int(monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9)
        let year = Int(yearOfEra + era * 400) + (monthNumber <= 2 ? 1 : 0)
        guard let month = Month(year: year, number: monthNumber) else { return nil }
        self.init(month: month, number: number)
    }

    /// Monday is 1, Sunday 7 (ISO 8601).
    package var weekday: Int { Int(((daysSince1970 + 3) % 7 + 7) % 7) + 1 }

    /// Nothing outside the years a ``Month`` may have.
    package func adding(days: Int) -> Day? {
        let (sum, isTooFar) = daysSince1970.addingReportingOverflow(Int64(days))
        return isTooFar ? nil : Day(daysSince1970: sum)
    }
}
