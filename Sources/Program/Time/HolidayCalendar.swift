extension HolidayRules {
    /// The free days of a year, each with its names: holidays themselves, and the days on which those are observed that fall on a
    /// weekend. A day observed for the next year's first holiday is among them.
    package func days(in year: Int) -> [Day: [String]] {
        var free: [Day: [String]] = [:]
        for year in year - 1...year + 1 {
            let own = days.compactMap { holiday in holiday.on.day(in: year).map { (holiday, $0) } }
            var taken = Set(own.map(\.1))
            for (holiday, day) in own.sorted(by: { $0.1 < $1.1 }) {
                free[day, default: []].append(holiday.name)
                guard let observed = holiday.observed.day(of: day, besides: taken) else { continue }
                taken.insert(observed)
                free[observed, default: []].append(holiday.name)
            }
        }
        return free.filter { $0.key.month.year == year }
    }

    /// Whether the offices are closed on that day as a holiday.
    package func isHoliday(_ day: Day) -> Bool { days(in: day.month.year)[day] != nil }
}

extension Holiday.Occasion {
    /// The day in that year; nothing in years that do not have it.
    package func day(in year: Int) -> Day? {
        switch self {
        case .date(let month, let day): Self.day(year, month, day.number)
        case .nthWeekday(let nth, let weekday, let month):
            Self.day(year, month, 1).flatMap { first in
                let ahead = (weekday.number - first.weekday + 7) % 7
                return Day(month: first.month, number: 1 + ahead + (nth.number - 1) * 7)
            }
        case .lastWeekday(let weekday, let month):
            Self.day(year, month, 1).flatMap { first in
                Day(month: first.month, number: first.month.numberOfDays)?.last(weekday)
            }
        case .weekdayBefore(let weekday, let month, let day):
            Self.day(year, month, day.number)?.adding(days: -1)?.last(weekday)
        case .fromEaster(let days): Day.easter(in: year)?.adding(days: days.number)
        case .once(let day): day.month.year == year ? day : nil
        }
    }

    private static func day(_ year: Int, _ month: MonthOfYear, _ number: Int) -> Day? {
        Month(year: year, number: month.number).flatMap { Day(month: $0, number: number) }
    }
}

extension Holiday.Observance {
    /// Another day that is free for a holiday on that day; nothing where there is none.
    ///
    /// - Parameter taken: the days that are holidays already.
    fileprivate func day(of holiday: Day, besides taken: Set<Day>) -> Day? {
        guard holiday.weekday > 5 else { return nil }
        switch self {
        case .onTheDay: return nil
        case .nearestWeekday: return holiday.adding(days: holiday.weekday == 6 ? -1 : 1)
        case .nextWeekday:
            // Holidays follow each other for a few days at most.
            return (1...14).lazy.compactMap { holiday.adding(days: $0) }.first {
                $0.weekday <= 5 && !taken.contains($0)
            }
        }
    }
}

extension Day {
    /// The last such weekday up to this day.
    fileprivate func last(_ weekday: Weekday) -> Day? { adding(days: -((self.weekday - weekday.number + 7) % 7)) }

    /// Easter Sunday of the western churches, by the Gregorian reckoning of Meeus, Jones and Butcher.
    package static func easter(in year: Int) -> Day? {
        let golden = year % 19
        let (century, ofCentury) = (year / 100, year % 100)
        let correction = (century - (century + 8) / 25 + 1) / 3
        let moon = (19 * golden + century - century / 4 - correction + 15) % 30
        let weekday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - moon - ofCentury % 4) % 7
        let shift = (golden + 11 * moon + 22 * weekday) / 451
        let count = moon + weekday - 7 * shift + 114
        return Month(year: year, number: count / 31).flatMap { Day(month: $0, number: count % 31 + 1) }
    }
}
