/// The days on which the agency's offices are closed.
package struct HolidayRules: PolicyValue {
    package let days: [Holiday]
    package let basis: Basis
}

/// A day on which the offices are closed, each year or once.
package struct Holiday: PolicyValue {
    package let id: String
    /// As people call it.
    package let name: String
    /// When it is.
    package let on: Occasion
    /// Which day is free where it falls on a Saturday or Sunday.
    package let observed: Observance

    package enum Occasion: PolicyValue {
        /// The same date each year.
        case date(month: MonthOfYear, day: DayOfLongMonth)
        /// Such as the third Monday in January.
        case nthWeekday(nth: NthOfMonth, weekday: Weekday, month: MonthOfYear)
        /// Such as the last Monday in May.
        case lastWeekday(weekday: Weekday, month: MonthOfYear)
        /// Such as the last Monday before 25 May.
        case weekdayBefore(weekday: Weekday, month: MonthOfYear, day: DayOfLongMonth)
        /// Days after Easter Sunday of the western churches; before it where the number is negative.
        case fromEaster(days: DaysFromEaster)
        /// That one day and no other.
        case once(Day)
    }

    package enum Observance: String, PolicyWord {
        /// No other day is free for it.
        case onTheDay
        /// The Friday before a Saturday, the Monday after a Sunday.
        case nearestWeekday
        /// The next day from Monday to Friday that is no holiday itself.
        case nextWeekday
    }
}
